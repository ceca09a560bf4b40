import { monotonicFactory } from 'ulid';

const nextUlid = monotonicFactory();

/** A new id: 26 characters of Crockford's base 32 in lower case (ULID), which sort by the time they were made. */
export function newId(): string {
  return nextUlid().toLowerCase();
}

/** The shape of {@link newId}, for schemas. */
export const ID_PATTERN = /^[0-9a-hjkmnp-tv-z]{26}$/;
