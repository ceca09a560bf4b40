import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const now = '2026-01-02T00:00:00.000Z';
const until = '2026-01-02T00:00:30.000Z';

export async function seed(graph: Graph): Promise<void> {
  const world = `CREATE (:Turn {name: 'taken', holder: 'ana', until: '${until}'}),
                        (:Turn {name: 'over', holder: 'ana', until: '2026-01-01T00:00:00.000Z'}),
                        (:Turn {name: 'ended', holder: 'ana'})`;
  await graph.write((tx) => tx.run(writeQuery('samples/platform', world), {}));
}

export const samples: RoomSamples['samples'] = {
  'platform/take-turn': [
    { name: 'new', holder: 'ben', now, until },
    { name: 'taken', holder: 'ben', now, until },
    { name: 'taken', holder: 'ana', now, until },
    { name: 'over', holder: 'ben', now, until },
    { name: 'ended', holder: 'ben', now, until },
  ],
  'platform/end-turn': [
    { name: 'taken', holder: 'ana' },
    { name: 'taken', holder: 'ben' },
    { name: 'new', holder: 'ana' },
  ],
};
