import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor, START, toPage } from './page.js';

const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('a page of a list', () => {
  it('ends with the way to the next one', () => {
    const rows = ['c', 'b', 'a'].map((id, index) => ({ at: `2026-05-0${3 - index}T00:00:00.000Z`, id }));
    const page = toPage(rows, 2, (row) => row);
    expect(page.items.map(({ id }) => id)).toEqual(['c', 'b']);
    expect(decodeCursor(page.nextCursor ?? '')).toEqual({ at: '2026-05-02T00:00:00.000Z', id: 'b' });
    expect(toPage(rows, 3, (row) => row).nextCursor).toBeNull();
  });

  it('begins at the start without a cursor', () => {
    expect(decodeCursor(undefined)).toEqual(START);
  });

  it('goes on from the time before all others', () => {
    expect(decodeCursor(encodeCursor({ at: '0000', id: 'country:PER' }))).toEqual({
      at: '0000',
      id: 'country:PER',
    });
  });

  it.each(['x', '2026-13-99T99:99:99Z a', '2026', "9999 x' OR 1=1", ' a', '2026-05-03T00:00:00Z '])(
    'is not found by a cursor that holds %j',
    (text) => {
      expect(() => decodeCursor(cursorOf(text))).toThrow('platform/invalid-cursor');
    },
  );
});
