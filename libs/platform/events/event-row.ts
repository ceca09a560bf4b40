import type { AnyEvent } from './event.js';

/** An event as the graph keeps it: its data is JSON, since a property holds no nested maps. */
export interface EventRow {
  room: string;
  seq: number;
  type: string;
  at: string;
  data: string;
}

export function toEvent(row: EventRow): AnyEvent {
  return { ...row, data: JSON.parse(row.data) as Record<string, unknown> };
}
