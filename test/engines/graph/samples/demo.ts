import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

/** The demonstration removes what other rooms seeded: their nodes are its sample. */
export async function seed(graph: Graph): Promise<void> {
  await graph.write(async (tx) => {
    await tx.run(writeQuery('samples/demo', "CREATE (:DemoLoad {id: 'demo', status: 'loaded'})"), {});
    for (const key of ['thread:t1', 'person:ana', 'case:c1']) {
      await tx.run(writeQuery('samples/demo-item', 'CREATE (:DemoItem {key: $key, madeAt: "2026-01-01"})'), {
        key,
      });
    }
  });
}

export const samples: RoomSamples['samples'] = {
  'demo/find-demo-load': {},
  'demo/record-demo-load': [
    { status: 'loading', at: '2026-02-01' },
    { status: 'removed', at: '2026-02-02' },
  ],
  'demo/count-links-to': [{ key: 'country:PER' }, { key: 'nothing:x' }],
  'demo/record-demo-item': [
    { key: 'thread:t2', madeAt: '2026-02-01' },
    { key: 'thread:t1', madeAt: '2026-02-01' },
  ],
  'demo/list-demo-items': {},
  'demo/forget-demo-items': [{ keys: ['thread:t1', 'nothing'] }, { keys: [] }],
  'demo/find-any-person': {},
  'demo/list-thread-posts': [{ id: 't1' }, { id: 'nothing' }],
  'demo/delete-post-versions': { id: 't1' },
  'demo/delete-posts': { id: 't1' },
  'demo/delete-case-versions': { id: 'c1' },
  'demo/delete-person-credentials': { id: 'ana' },
  'demo/delete-entity': [{ key: 'thread:t1' }, { key: 'nothing:x' }],
  'demo/delete-events-of-room': [{ keys: ['thread:t1#1'] }, { keys: [] }],
};
