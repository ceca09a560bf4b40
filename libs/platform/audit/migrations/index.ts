import { type Migration, uniqueIndex } from '../../graph/graph.js';

export const migrations: Migration[] = [
  {
    id: 'audit/0001-chain-and-entries',
    indexes: [uniqueIndex('AuditChain', 'key'), uniqueIndex('AuditEntry', 'seq')],
  },
];
