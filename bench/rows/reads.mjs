import { drive } from '../load/drive.mjs';

const CONNECTIONS = [1, 10, 50];

/** Reads of a guest at 1, 10 and 50 connections. */
export const readRows = [
  ...['thread-json', 'thread-html', 'latest-json', 'search'].map((name) =>
    readRow(name, name, (world) => [world.thread]),
  ),
  // What is asked for again and again may be kept ready; these are asked for once each.
  readRow('once-json', 'thread-json', (world) => world.open, [10], true),
  readRow('once-html', 'thread-html', (world) => world.open.toReversed(), [10], true),
];

function readRow(name, read, threadsOf, counts = CONNECTIONS, once = false) {
  return {
    name,
    world: 'forum',
    canTarget: true,
    async *run({ forum, world, options }) {
      const requests = await requestsFor(forum, world, read, threadsOf(world));
      if (!requests) return;
      const { load } = options;
      let { warmSeconds } = load;
      for (const connections of options.connections ?? counts) {
        const job = { url: forum.url, pids: forum.pids, requests, connections, ...load, warmSeconds, once };
        yield { row: name, at: connections, figures: await drive(job) };
        warmSeconds = 0;
      }
    },
  };
}

async function requestsFor(forum, world, read, threads) {
  const [person] = world.people;
  const values =
    read === 'search' ? world.terms.map((term) => ({ term })) : threads.map((thread) => ({ thread }));
  const asked = values.map((value) => forum.read(read, { ...person, thread: world.thread, ...value }));
  if (!asked[0]) return null;
  const guest = await forum.asGuest(asked[0]);
  if (!asked[0].followRedirect) return asked.map(({ path }) => ({ path, headers: guest.headers }));
  const paths = await Promise.all(asked.map(async (request) => (await forum.asGuest(request)).path));
  return paths.map((path) => ({ path, headers: guest.headers }));
}
