import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

export async function seed(graph: Graph): Promise<void> {
  const query = writeQuery(
    'samples/access',
    `CREATE (:SharedSecret {name: 'csrf', value: 'kept'}),
            (:SharedSecret {name: 'administrator-link', value: 'kept too'})`,
  );
  await graph.write((tx) => tx.run(query, {}));
}

export const samples: RoomSamples['samples'] = {
  'access/find-shared-secret': [{ name: 'csrf' }, { name: 'another' }],
  'access/take-shared-secret': [
    { name: 'csrf', offered: 'too late' },
    { name: 'another', offered: 'first' },
  ],
};
