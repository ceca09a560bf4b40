import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'commitments/0001-commitments-and-reports',
    indexes: [
      uniqueIndex('Commitment', 'id'),
      lookupIndex('Commitment', 'createdAt'),
      lookupIndex('Commitment', 'dueOn'),
      lookupIndex('Commitment', 'remindOn'),
      uniqueIndex('CommitmentReport', 'key'),
    ],
  },
];
