import { type Migration, uniqueIndex } from '../../platform/graph/graph.js';

export const migrations: Migration[] = [
  { id: 'demo/0001-items', indexes: [uniqueIndex('DemoItem', 'key'), uniqueIndex('DemoLoad', 'id')] },
];
