import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CsvFile } from './csv-records.js';

describe('reading a CSV file', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'minga-csv-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const read = async (content: string | Buffer, delimiter = ',') => {
    const path = join(folder, 'file.csv');
    writeFileSync(path, content);
    const file = await CsvFile.open(path, delimiter);
    const rows: (Record<string, string> | string)[] = [];
    for await (const { cells, problem } of file.records()) rows.push(cells ?? problem ?? '');
    return rows;
  };

  it('takes quoted cells, doubled quotation marks and line breaks of both kinds', async () => {
    expect(await read('\ufeffa,b\r\n1,"x, ""y""\r\nz"\r\n\r\n2,\u2028ñ水\r\n')).toEqual([
      { a: '1', b: 'x, "y"\nz' },
      { a: '2', b: '\u2028ñ水' },
    ]);
    expect(await read('a;b\n1;2', ';')).toEqual([{ a: '1', b: '2' }]);
  });

  it('forgives a quotation mark within a cell', async () => {
    expect(await read('a,b\n1,a 19" rail\n2,he said "yes"\n')).toEqual([
      { a: '1', b: 'a 19" rail' },
      { a: '2', b: 'he said "yes"' },
    ]);
  });

  it('loses no row but the broken one', async () => {
    const good = Array.from({ length: 5 }, (_, index) => `${index},"line one\nline ""two"""`).join('\n');
    const rows = await read(`a,b\n${good}\n9,"never closed\n${good}\n`);
    expect(rows).toHaveLength(11);
    expect(rows.filter((row) => typeof row === 'string')).toEqual([
      expect.stringContaining('quotation mark'),
    ]);
    expect(rows[10]).toEqual({ a: '4', b: 'line one\nline "two"' });
  });

  it('refuses rows of another length or another encoding, each by itself', async () => {
    const latin = Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xe9]), Buffer.from('\n2\n3,x\n')]);
    expect(await read(latin)).toEqual([
      'is not UTF-8',
      'has 1 cells where the header has 2',
      { a: '3', b: 'x' },
    ]);
  });
});
