import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

/** Reference records are found by their key as entities; only what is looked up otherwise has an index of its own. */
export const migrations: Migration[] = [
  {
    id: 'atlas/0001-reference-and-actors',
    indexes: [
      uniqueIndex('ReferenceLoad', 'id'),
      uniqueIndex('Country', 'code'),
      uniqueIndex('Theme', 'code'),
      uniqueIndex('Actor', 'id'),
      uniqueIndex('Actor', 'identity'),
      lookupIndex('Actor', 'nameKey'),
      lookupIndex('Actor', 'createdAt'),
    ],
  },
];
