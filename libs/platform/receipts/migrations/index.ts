import { lookupIndex, type Migration, uniqueIndex } from '../../graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'receipts/0001-receipts',
    indexes: [uniqueIndex('Receipt', 'key'), lookupIndex('Receipt', 'at')],
  },
];
