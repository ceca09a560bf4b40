import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importMap } from './import-map.schema.js';
import { openTable } from './open-table.js';
import type { Cells } from './table.js';

describe('opening a file of rows', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'minga-table-'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const open = (content: string | Buffer, options: object = {}, id = 'a', title = 'b', name = 'file.csv') => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const fields = { externalId: { column: id }, title: { column: title } };
    return openTable(path, importMap.parse({ source: 'spec', fields, ...options }));
  };
  const read = async (...args: Parameters<typeof open>): Promise<(Cells | string)[]> => {
    const table = await open(...args);
    const rows: (Cells | string)[] = [];
    for await (const { row, cells, problem } of table.records()) {
      rows.push(cells ?? problem ?? '');
      expect(row).toBe(rows.length);
    }
    return rows;
  };
  const refused = async (...args: Parameters<typeof open>) => {
    const error = await open(...args).then(
      () => null,
      (reason: { code: string; data: Record<string, unknown> }) => reason,
    );
    return error && { code: error.code, ...error.data };
  };

  describe('CSV', () => {
    it('takes quoted cells, doubled quotation marks and line breaks', async () => {
      expect(await read('\ufeffa,b\r\n1,"x, ""y""\r\nz"\r\n\r\n2,\u2028ñ水\r\n')).toEqual([
        { a: '1', b: 'x, "y"\nz' },
        { a: '2', b: '\u2028ñ水' },
      ]);
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

    it.each([
      ['LF', '\n'],
      ['CR LF', '\r\n'],
      ['CR', '\r'],
      ['CR CR LF', '\r\r\n'],
    ])('finds every row where lines end with %s', async (_, end) => {
      const rows = Array.from({ length: 12_000 }, (_, index) => `${index},"row ""${index}""${end}and more"`);
      const found = await read(['a,b', ...rows].join(end));
      expect(found).toHaveLength(12_000);
      expect(found.every((row, index) => typeof row !== 'string' && row.a === String(index))).toBe(true);
      const [first] = (await read(['a,b', ...rows].join(end) + end)) as Cells[];
      expect(first?.b).toMatch(/^row "0"\n+and more$/);
    });

    it('finds every row where lines end in several ways, and ends no line elsewhere', async () => {
      const content = 'a,b\n1,x\r2,y\r\n\n3,u\u2028v\u0085w\n4,f\fg\u000bh\r\r5,n\u0000l\n6,"p\rq"\n,\n7,z';
      const rows = (await read(content)) as Cells[];
      expect(rows.map(({ a }) => a)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
      expect(rows[2]?.b).toBe('u\u2028v\u0085w');
      expect(rows[3]?.b).toBe('f\fg\u000bh');
      expect(rows[5]?.b).toBe('p\nq');
    });

    it('reads a byte order mark before a quoted header, and UTF-16 with and without mark', async () => {
      const text = '"a","b"\r\n"1","École 水"\r\n"2","two\r\nlines"\r\n';
      const expected = [
        { a: '1', b: 'École 水' },
        { a: '2', b: 'two\nlines' },
      ];
      const little = Buffer.from(text, 'utf16le');
      const big = Buffer.from(text, 'utf16le').swap16();
      expect(await read(`\ufeff${text}`)).toEqual(expected);
      expect(await read(Buffer.concat([Buffer.from([0xff, 0xfe]), little]))).toEqual(expected);
      expect(await read(Buffer.concat([Buffer.from([0xfe, 0xff]), big]))).toEqual(expected);
      expect(await read(little)).toEqual(expected);
      expect(await read(big)).toEqual(expected);
      expect((await open(big)).facts.encoding).toBe('utf-16be');
    });

    it('reads the encoding that the map names, and puts no other letter for one that it has not', async () => {
      const latin = Buffer.from('a,b\n1,\u0093École\u0094 \u0080 5\n2,\u0081\n', 'latin1');
      expect(await read(latin, { encoding: 'windows-1252' })).toEqual([
        { a: '1', b: '“École” € 5' },
        'is not WINDOWS-1252',
      ]);
      const arabic = Buffer.concat([
        Buffer.from('a,b\n1,'),
        Buffer.from([0xe3, 0xd5, 0xd1]),
        Buffer.from('\n'),
      ]);
      expect(await read(arabic, { encoding: 'windows-1256' })).toEqual([{ a: '1', b: 'مصر' }]);
      const russian = Buffer.concat([
        Buffer.from('a,b\n1,'),
        Buffer.from([0xcc, 0xe8, 0xf0]),
        Buffer.from('\n'),
      ]);
      expect(await read(russian, { encoding: 'windows-1251' })).toEqual([{ a: '1', b: 'Мир' }]);
      const chinese = Buffer.concat([
        Buffer.from('a|b\n1|'),
        Buffer.from([0xd6, 0xd0, 0x81, 0x7c]),
        Buffer.from('\n'),
      ]);
      expect(await read(chinese, { encoding: 'gb18030' })).toEqual([{ a: '1', b: '中亅' }]);
    });

    it('refuses a file that is not UTF-8 and says how others would read it; one bad row costs itself', async () => {
      const latin = Buffer.from('id,année\n1,École\n', 'latin1');
      expect(await refused(latin, {}, 'id', 'année')).toMatchObject({
        code: 'cases/import-encoding-unknown',
        seen: expect.arrayContaining([expect.stringContaining('windows-1252 “id,année”')]),
        columns: 'id,année',
      });
      const mixed = Buffer.concat([Buffer.from('a,b\n1,é\n2,'), Buffer.from([0xe9]), Buffer.from('\n3,x\n')]);
      expect(await read(mixed)).toEqual([{ a: '1', b: 'é' }, 'is not UTF-8', { a: '3', b: 'x' }]);
      const half = Buffer.concat([Buffer.from('\ufeffa,b\n1,x\n2,y', 'utf16le'), Buffer.from([0x7a])]);
      expect(await read(half)).toEqual([{ a: '1', b: 'x' }, 'is not UTF-16LE']);
      const lone = Buffer.from('\ufeffa,b\n1,x\ud800y\n2,z\n', 'utf16le');
      expect(await read(lone)).toEqual(['is not UTF-16LE', { a: '2', b: 'z' }]);
    });

    it.each([
      [';', 'a;b\n1;x,y\n'],
      ['\t', 'a\tb\n1\tx,y\n'],
      ['|', 'a|b\n1|x,y\n'],
      [';', 'sep=;\r\na;b\r\n1;x,y\r\n'],
      [';', '\ufeff"sep=;"\na;b\n1;x,y\n'],
      [';', 'Export,,\nof May,,\n\na;b\n1;x,y\n'],
    ])('finds the delimiter %j', async (delimiter, content) => {
      expect(await read(content)).toEqual([{ a: '1', b: 'x,y' }]);
      expect((await open(content)).facts.delimiter).toBe(delimiter);
    });

    it('finds the header below title lines, or where the map says', async () => {
      const content = 'Projects,,\n"Printed\non 3 May",,\n a\u00a0 ,\u200bb,\n1,x,\n';
      expect(await read(content)).toEqual([{ a: '1', b: 'x' }]);
      expect((await open(content)).facts.headerLine).toBe(4);
      expect(await read(content, { skipLines: 3 })).toEqual([{ a: '1', b: 'x' }]);
      expect(await refused(content, { skipLines: 1 })).toMatchObject({
        code: 'cases/import-columns-missing',
      });
    });

    it('names the columns that it saw where the wanted ones are missing', async () => {
      expect(await refused('id;name\n1;x\n')).toMatchObject({
        code: 'cases/import-columns-missing',
        columns: ['a', 'b'],
        seen: ['id', 'name'],
      });
      expect(await refused('a;b\n1;x\n', { delimiter: ',' })).toMatchObject({
        code: 'cases/import-columns-missing',
        hint: expect.stringContaining('with delimiter ";" they are there'),
      });
    });

    it('takes a column that is there twice only where the map says which', async () => {
      const content = 'a,b,b\n1,x,y\n';
      expect(await refused(content)).toEqual({
        code: 'cases/import-columns-repeated',
        columns: ['b'],
        example: 'b#1',
      });
      expect(await read(content, {}, 'a', 'b#2')).toEqual([{ a: '1', 'b#1': 'x', 'b#2': 'y' }]);
      expect(await read('a,b,c,c\n1,x,y,z\n')).toHaveLength(1);
    });

    it('takes empty cells at the end, and says which are too many or too few', async () => {
      expect(await read('a,b\n1,x,,\n2,y,z\n3\n4,w\n5\n')).toEqual([
        { a: '1', b: 'x' },
        'has 3 cells where the header has 2, among them "z"',
        'has 1 cells where the header has 2',
        { a: '4', b: 'w' },
        { a: '5', b: '' },
      ]);
      // Without a last line end the file may have been cut off.
      expect(await read('a,b\n1')).toEqual(['has 1 cells where the header has 2']);
      expect(await read('a,b\n1\n2,x', { shortRows: 'fill' })).toEqual([
        { a: '1', b: '' },
        { a: '2', b: 'x' },
      ]);
    });
  });

  describe('JSON', () => {
    const json = (content: unknown, options: object = {}, id = 'a', title = 'b') =>
      read(JSON.stringify(content), options, id, title, 'file.json');

    it('takes a list of objects, with paths to what is deeper', async () => {
      const rows = [
        { a: 1, b: { en: 'x' }, places: [{ name: 'Peru' }, { name: 'Chile' }] },
        { a: 1e21, b: { en: 'big' } },
        { a: 0.0000001, b: { en: 'small' } },
        { a: '2', b: { en: null } },
        'no row',
      ];
      const countries = [{ column: 'places.name' }];
      expect(await json(rows, { countries }, 'a', 'b.en')).toEqual([
        { a: '1', 'b.en': 'x', 'places.name': ['Peru', 'Chile'] },
        '"a" is a number too long to be read exactly: write it as text',
        { a: '0.0000001', 'b.en': 'small', 'places.name': '' },
        { a: '2', 'b.en': '', 'places.name': '' },
        'is not an object',
      ]);
    });

    it('takes the list from where the map says', async () => {
      expect(await json({ data: { items: [{ a: 1, b: 'x' }] } }, { rows: 'data.items' })).toEqual([
        { a: '1', b: 'x' },
      ]);
    });

    it('says what it saw instead', async () => {
      const refusedJson = (content: string, options: object = {}) =>
        refused(content, options, 'a', 'b', 'file.json');
      expect(await refusedJson('[{"a":1,"c":{"d":2}}]')).toMatchObject({
        code: 'cases/import-columns-missing',
        columns: ['b'],
        seen: ['a', 'c.d'],
      });
      expect(await refusedJson('{"a":1}')).toMatchObject({ reason: 'the file is not a list of rows' });
      expect(await refusedJson('[{')).toMatchObject({ code: 'cases/import-file-unreadable' });
    });
  });

  describe('XLSX', () => {
    const workbook = readFileSync(new URL('../../../test/fixtures/cases.xlsx', import.meta.url));
    const sheet = (options: object = {}, id = 'Id', title = 'Title') =>
      read(workbook, { countries: [{ column: 'Country' }], ...options }, id, title, 'any-name.bin');

    it('takes the sheet that has the columns, below its title, with dates as days and numbers in full', async () => {
      expect(await sheet()).toEqual([
        {
          Id: '123456789012345',
          Title: 'A well',
          Country: 'Kenya',
          Begun: '2015-01-01',
          Ended: '2019-12-31',
          Amount: '1500000',
        },
        {
          Id: '7',
          Title: 'École à ciel ouvert',
          Country: 'Sénégal',
          Begun: '2016',
          Ended: '',
          Amount: '0.0000001',
        },
        { Id: '8', Title: 'Pump & pipe', Country: 'Atlantis', Begun: '', Ended: '', Amount: '' },
      ]);
      expect(await sheet({ sheet: 'Projects 2019', skipLines: 2 })).toHaveLength(3);
      expect(await sheet({ sheet: 2 })).toHaveLength(3);
    });

    it('names the sheets and the columns that it saw', async () => {
      const refusedSheet = (options: object, id = 'Id') => refused(workbook, options, id, 'Title', 'x.xlsx');
      expect(await refusedSheet({ sheet: 'Projects' })).toMatchObject({
        reason: 'no sheet "Projects", only "Notes", "Projects 2019"',
      });
      expect(await refusedSheet({}, 'Number')).toMatchObject({
        code: 'cases/import-columns-missing',
        columns: ['Number'],
        seen: expect.arrayContaining(['Title', 'Begun']),
      });
      expect(await refused('PK\u0003\u0004 and no more')).toMatchObject({
        code: 'cases/import-file-unreadable',
      });
      expect(await refused(Buffer.from('d0cf11e0a1b1', 'hex'))).toMatchObject({
        reason: expect.stringContaining('.xls'),
      });
    });
  });
});
