import { readQuery, writeQuery } from '../graph/graph.js';
import type { EventRow } from './event-row.js';

export type EventParams = {
  eventRoom: string;
  eventType: string;
  eventAt: string;
  /** JSON. */
  eventData: string;
};

/**
 * Takes the next number of the room, as `eventRoom.seq`, and keeps the event under it, waiting to be delivered. Also
 * for statements of rooms in which every microsecond counts: they end with it, and hand its number to the event log.
 * @param source what the names of {@link EventParams} follow: `$`, or a row of a list and a dot
 */
export const appendEventFrom = (source: string) => `MERGE (eventRoom:EventRoom {key: ${source}eventRoom})
   SET eventRoom.seq = coalesce(eventRoom.seq, 0) + 1
   CREATE (event:Event {key: ${source}eventRoom + '#' + toString(eventRoom.seq), room: ${source}eventRoom,
                        seq: eventRoom.seq, type: ${source}eventType, at: ${source}eventAt,
                        data: ${source}eventData, pending: true})`;

export const appendEvent = writeQuery<EventParams, { seq: number }>(
  'events/append-event',
  `${appendEventFrom('$')}
   RETURN eventRoom.seq AS seq`,
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
