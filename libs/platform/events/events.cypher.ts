import { readQuery, writeQuery } from '../graph/graph.js';
import type { EventRow } from './event-row.js';

/** Takes the next number of the room and keeps the event under it, waiting to be delivered. */
export const appendEvent = writeQuery<
  { room: string; type: string; at: string; data: string },
  { seq: number }
>(
  'events/append-event',
  `MERGE (r:EventRoom {key: $room})
   SET r.seq = coalesce(r.seq, 0) + 1
   CREATE (e:Event {key: $room + '#' + toString(r.seq), room: $room, seq: r.seq, type: $type, at: $at,
                    data: $data, pending: true})
   RETURN r.seq AS seq`,
);

/** The last number given out in a room; no row when nothing has happened there. */
export const findRoomSequence = readQuery<{ room: string }, { seq: number }>(
  'events/find-room-sequence',
  'MATCH (r:EventRoom {key: $room}) RETURN r.seq AS seq',
);

/** Events by key (`room#seq`): as many look-ups as events asked for, however long the room is. */
export const listEventsByKey = readQuery<{ keys: string[] }, EventRow>(
  'events/list-events-by-key',
  `UNWIND $keys AS key
   MATCH (e:Event {key: key})
   RETURN e.room AS room, e.seq AS seq, e.type AS type, e.at AS at, e.data AS data
   ORDER BY seq`,
);

/** Events whose listeners have not all finished, oldest first. */
export const listPendingEvents = readQuery<{ limit: number }, EventRow>(
  'events/list-pending-events',
  `MATCH (e:Event {pending: true})
   RETURN e.room AS room, e.seq AS seq, e.type AS type, e.at AS at, e.data AS data
   ORDER BY at, room, seq LIMIT $limit`,
);

export const markEventsDelivered = writeQuery<{ keys: string[] }, { delivered: number }>(
  'events/mark-events-delivered',
  `UNWIND $keys AS key
   MATCH (e:Event {key: key})
   REMOVE e.pending
   RETURN count(e) AS delivered`,
);
