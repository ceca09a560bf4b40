import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const world = `
  CREATE (:Receipt {key: 'answered', at: '2026-01-02T00:00:00.000Z', answer: '{"id":"cs1"}'})
  CREATE (:Receipt {key: 'long-ago', at: '2025-01-02T00:00:00.000Z', answer: '{"id":"cs2"}'})`;

export async function seed(graph: Graph): Promise<void> {
  await graph.write((tx) => tx.run(writeQuery('samples/receipts', world), {}));
}

const at = '2026-01-03T00:00:00.000Z';

export const samples: RoomSamples['samples'] = {
  'receipts/find-receipt': [
    { key: 'answered', since: '2026-01-01T00:00:00.000Z' },
    { key: 'answered', since: '2026-01-03T00:00:00.000Z' },
    { key: 'none', since: '2026-01-01T00:00:00.000Z' },
  ],
  'receipts/forget-receipts': [
    { before: '2025-06-01T00:00:00.000Z', limit: 10 },
    { before: '2024-01-01T00:00:00.000Z', limit: 10 },
  ],
  'receipts/keep-answer': [
    { key: 'answered', answer: '{"id":"cs9"}' },
    { key: 'none', answer: '{}' },
  ],
  'receipts/take-receipt': [
    { key: 'answered', at },
    { key: 'new', at },
  ],
};
