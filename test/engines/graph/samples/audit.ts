import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const entry = (seq: number) => `
  CREATE (:AuditEntry {seq: ${seq}, at: '2026-01-0${seq}T00:00:00.000Z', actorKey: 'person:ana', via: 'session',
                       action: 'identity.role-granted', targetKey: 'person:ben', data: '{}',
                       previousHash: 'h${seq - 1}', hash: 'h${seq}'})`;

const world = `CREATE (:AuditChain {key: 'chain', seq: 3, hash: 'h3'}) ${[1, 2, 3].map(entry).join(' ')}`;

export async function seed(graph: Graph): Promise<void> {
  await graph.write((tx) => tx.run(writeQuery('samples/audit', world), {}));
}

export const samples: RoomSamples['samples'] = {
  'audit/append-audit-entry': {
    seq: 4,
    at: '2026-01-04T00:00:00.000Z',
    actorKey: 'minga',
    via: 'system',
    action: 'identity.role-withdrawn',
    targetKey: 'person:ben',
    data: '{"role":"steward"}',
    previousHash: 'h3',
    hash: 'h4',
  },
  'audit/find-audit-chain': {},
  'audit/list-audit-entries': [
    { from: 2, to: 3 },
    { from: 9, to: 12 },
  ],
  'audit/take-audit-chain': {},
};
