import { drive } from '../load/drive.mjs';

/** Questions to the graph, one after the other: comparable cases, and how two things are connected. */
export const graphRows = [
  row('comparable', ({ cases }) => cases.map((id) => `/api/v1/cases/${id}/comparable`)),
  row('path', ({ pairs }) => {
    return pairs.map(
      ({ from, to }) => `/api/v1/graph/path?from=${encodeURIComponent(from)}&to=${encodeURIComponent(to)}`,
    );
  }),
];

function row(name, pathsOf) {
  return {
    name,
    world: 'cases',
    async *run({ forum, world, options }) {
      const requests = pathsOf(world).map((path) => ({ path }));
      if (requests.length === 0) return;
      const job = { url: forum.url, pids: forum.pids, requests, connections: 1, once: true, ...options.load };
      yield { row: name, at: 1, figures: await drive(job), size: world.size };
    },
  };
}
