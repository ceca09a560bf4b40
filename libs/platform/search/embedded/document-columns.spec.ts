import { describe, expect, it } from '@jest/globals';
import { DocumentColumns } from './document-columns.js';

function buildColumns(countries: Record<number, string[]>): DocumentColumns {
  const columns = new DocumentColumns();
  for (const [row, country] of Object.entries(countries)) {
    const at = new Date(Number(row) * 1000).toISOString();
    columns.set(Number(row), { type: 'case', audience: ['public'], facets: { country }, at });
  }
  return columns;
}

describe('document columns', () => {
  it('count each value once per document, highest first', () => {
    const columns = buildColumns({ 1: ['PER'], 2: ['PER', 'IND'], 3000: ['IND', 'PER', 'PER'], 4: [] });
    expect(columns.countValues('country', columns.all())).toEqual([
      { value: 'PER', count: 3 },
      { value: 'IND', count: 2 },
    ]);
    expect(columns.countValues('__proto__', columns.all())).toEqual([]);
  });

  it('follow changes and removals', () => {
    const columns = buildColumns({ 1: ['PER'], 2: ['IND'] });
    columns.set(1, { type: 'case', audience: ['member'], facets: {}, at: '' });
    columns.clear(2);
    columns.clear(99999);
    expect(columns.count).toBe(1);
    expect(columns.countValues('country', columns.all())).toEqual([]);
    expect([...columns.audienceFilter(['public']).keep(columns.all())]).toEqual([]);
    expect([...columns.audienceFilter(['nobody', 'member']).keep(columns.all())]).toEqual([1]);
  });

  it('find the newest of few and of many alike', () => {
    const rows = Array.from({ length: 2000 }, (_, at) => ((at * 7919) % 2000) + 1);
    const columns = buildColumns(Object.fromEntries(rows.map((row) => [row, ['PER']])));
    expect(columns.newest(columns.all(), 3)).toEqual([2000, 1999, 1998]);
    expect(columns.newest(Uint32Array.from(rows), 600)).toEqual(
      Array.from({ length: 600 }, (_, at) => 2000 - at),
    );
  });
});
