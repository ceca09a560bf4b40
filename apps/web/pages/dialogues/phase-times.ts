import { localTime, placeInTime } from '../../../../libs/platform/clock/zoned-time.js';

const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** What a field for a day and a time holds for a moment. */
export function toLocalField(iso: string, zone: string): string {
  return localTime(iso, zone);
}

/**
 * The moment that was meant by a field for a day and a time. A time that clocks leave out in spring is the one that
 * they show instead.
 * @returns what was typed when it is no time, for the schema to refuse it; nothing for an empty field
 */
export function fromLocalField(typed: string, zone: string): string | undefined {
  if (typed === '') return undefined;
  if (!LOCAL_TIME.test(typed)) return typed;
  try {
    const placed = placeInTime(typed.slice(0, 16), zone);
    if (placed.kind !== 'skipped') return placed.utc;
    const instead = placeInTime(placed.instead, zone);
    return instead.kind === 'skipped' ? typed : instead.utc;
  } catch {
    // No such day, or no such zone: each is told by its own field.
    return typed;
  }
}
