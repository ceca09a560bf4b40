import { type Migration, uniqueIndex } from '../../graph/graph.js';

export const migrations: Migration[] = [
  { id: 'entities/0001-keys', indexes: [uniqueIndex('Entity', 'key')] },
];
