import { type Migration, uniqueIndex } from '../../graph/graph.js';

export const migrations: Migration[] = [
  { id: 'access/0001-shared-secrets', indexes: [uniqueIndex('SharedSecret', 'name')] },
];
