import { randomFillSync } from 'node:crypto';
import { monotonicFactory } from 'ulid';

/** Random bytes are taken by the thousand: one at a time, each costs as much as all of them. */
const pool = Buffer.alloc(4096);
let taken = pool.length;

const nextUlid = monotonicFactory(() => {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return (pool[taken++] ?? 0) / 256;
});

/** A new id: 26 characters of Crockford's base 32 in lower case (ULID), which sort by the time they were made. */
export function newId(): string {
  return nextUlid().toLowerCase();
}

/** The shape of {@link newId}, for schemas. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/;
