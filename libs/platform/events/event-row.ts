import type { AnyEvent } from './event.js';

/** An event as the graph keeps it: its data is JSON, since a property holds no nested maps. */
export interface EventRow {
  room: string;
  seq: number;
  type: string;
  at: string;
  data: string;
}

/** The key of an event: rooms have no `#` in their names. */
export function eventKey({ room, seq }: { room: string; seq: number }): string {
  return `${room}#${seq}`;
}

export function toEvent(row: EventRow): AnyEvent {
  return { ...row, data: JSON.parse(row.data) as Record<string, unknown> };
}
