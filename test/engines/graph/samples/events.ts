import { type Graph, writeQuery } from '../../../../libs/platform/graph/graph.js';
import type { RoomSamples } from '../query-catalogue.js';

const world = `
  CREATE (:EventRoom {key: 'thread:t1', seq: 2})
  CREATE (:Event {key: 'thread:t1#1', room: 'thread:t1', seq: 1, type: 'thread.opened',
                  at: '2026-01-01T00:00:00.000Z', data: '{"n":1}'})
  CREATE (:Event {key: 'thread:t1#2', room: 'thread:t1', seq: 2, type: 'post.added',
                  at: '2026-01-02T00:00:00.000Z', data: '{"n":2}', pending: true})`;

export async function seed(graph: Graph): Promise<void> {
  await graph.write((tx) => tx.run(writeQuery('samples/events', world), {}));
}

const happened = { eventType: 'post.added', eventAt: '2026-01-03T00:00:00.000Z', eventData: '{"n":3}' };

export const samples: RoomSamples['samples'] = {
  'events/append-event': [
    { eventRoom: 'thread:t1', ...happened },
    { eventRoom: 'thread:new', ...happened },
  ],
  'events/find-room-sequence': [{ room: 'thread:t1' }, { room: 'thread:silent' }],
  'events/list-events-by-key': [{ keys: ['thread:t1#2', 'thread:t1#1', 'thread:t1#9'] }, { keys: [] }],
  'events/list-pending-events': { limit: 10 },
  'events/mark-events-delivered': [{ keys: ['thread:t1#2'] }, { keys: [] }],
};
