import { lookupIndex, type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'discussions/0001-threads-and-posts',
    indexes: [
      uniqueIndex('Thread', 'id'),
      lookupIndex('Thread', 'activeAt'),
      uniqueIndex('Post', 'key'),
      uniqueIndex('Post', 'id'),
      uniqueIndex('Post', 'clientKey'),
      uniqueIndex('PostVersion', 'key'),
    ],
  },
];
