import { z } from 'zod';
import { invalid } from '../errors/domain-error.js';
import { wholeNumberInAddress } from '../validation/number.js';

/** One page of a list, newest first. Ask again with `nextCursor` for the next; null at the end. */
export interface Page<Item> {
  items: Item[];
  nextCursor: string | null;
}

export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.strictObject({ items: z.array(item), nextCursor: z.string().nullable() });
}

/** Query parameters that every list takes. */
export const pageQuery = {
  cursor: z.string().max(200).optional(),
  limit: wholeNumberInAddress(1, 100).default(20),
};

/** Where a list sorted by (time, id), newest first, goes on. */
export interface Position {
  at: string;
  id: string;
}

/** Later than everything: the position before the first item. */
export const START: Position = { at: '9999', id: '' };

export function encodeCursor({ at, id }: Position): string {
  return Buffer.from(`${at} ${id}`).toString('base64url');
}

/** @throws {DomainError} `platform/invalid-cursor` for anything {@link encodeCursor} did not make */
export function decodeCursor(cursor: string | undefined): Position {
  if (!cursor) return START;
  const match = /^(\d{4}[0-9T:.\-Z]*) ([\w:.-]+)$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  const [, at, id] = match ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at))) throw invalid('platform/invalid-cursor');
  return { at, id };
}

/** Cuts `limit` items off rows that were asked for with `limit + 1`, and says where to go on. */
export function toPage<Item>(rows: Item[], limit: number, positionOf: (item: Item) => Position): Page<Item> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor(positionOf(last)) : null };
}

const WINDOWS_IN_DAYS = [7, 60, 730];

/**
 * Reads the newest rows before a position from an index on a time property. An index answers a narrow range fast
 * and a wide one slowly, so this asks for the last week first, then further back until there are enough rows.
 * @param read must return rows with `since <= time`, and (time, id) before `before`, newest first, at most `limit`
 */
export async function readNewestFirst<Row>(
  before: Position,
  limit: number,
  read: (window: { since: string; before: Position; limit: number }) => Promise<Row[]>,
): Promise<Row[]> {
  const end = before.at === START.at ? Date.now() : Date.parse(before.at);
  for (const days of WINDOWS_IN_DAYS) {
    const since = new Date(end - days * 86_400_000).toISOString();
    const rows = await read({ since, before, limit });
    if (rows.length >= limit) return rows;
  }
  return read({ since: '', before, limit });
}
