import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../../libs/cases/import/import-cases.operation.js';
import type { CaseCardView, CaseView } from '../../../libs/cases/index.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { TestServer } from '../test-server.js';

const fixture = (name: string) => fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const MESSY = { file: fixture('cases-messy.csv'), map: fixture('cases-messy.map.json') };

describe('importing cases', () => {
  let server: TestServer;
  let folder: string;

  beforeAll(async () => {
    server = await TestServer.start();
    folder = mkdtempSync(join(tmpdir(), 'minga-import-'));
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const run = (args: object) =>
    server.app.get(OperationRunner).run('cases.import', args, () => undefined) as Promise<ImportReport>;
  const write = (name: string, content: string | Buffer): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const list = async (query: string) => {
    const answer = await server.visitor().get<{ items: CaseCardView[] }>(`/api/v1/cases?limit=100&${query}`);
    return answer.body.items;
  };
  const countCases = async () => {
    await server.settled();
    const search = server.app.get(SearchIndex);
    return (await search.search({ q: '', audiences: ['public'], filters: { type: ['case'] }, limit: 1 }))
      .total;
  };

  it('checks everything and writes nothing when run dry', async () => {
    const report = await run({ ...MESSY, dryRun: true });
    expect(report).toMatchObject({ rows: 16, imported: 6, updated: 0, unchanged: 0 });
    expect(await list('')).toEqual([]);
  });

  it('takes what can be taken and says of every other row why not', async () => {
    const report = await run(MESSY);
    expect(report.rejected).toEqual([
      { row: 5, reason: 'country "Atlantis" was not recognised: no country or region of that name is known' },
      { row: 6, reason: 'has the same id as row 1: "11"' },
      { row: 7, reason: 'title: is missing' },
      { row: 8, reason: 'has 3 cells where the header has 12' },
      { row: 9, reason: expect.stringContaining('quotation mark') },
      { row: 11, reason: 'is not UTF-8' },
      { row: 12, reason: 'postedAt: "2019-02-31" is not a date' },
      { row: 13, reason: 'sourceUrl: "javascript:alert(1)" is not a web address' },
      { row: 14, reason: 'themes: "levitation" is not in the list of values' },
      { row: 15, reason: 'endYear: ends before it starts' },
    ]);
    expect(report).toMatchObject({ rows: 16, imported: 6, updated: 0, unchanged: 0 });
    expect(report.imported + report.rejected.length).toBe(report.rows);
    expect(report.countries.given - report.countries.reconciled).toBe(1);
    expect(await countCases()).toBe(6);
  });

  it('turns rows into published cases with links, sources and gaps', async () => {
    const [turns] = await list('country=KGZ');
    expect(turns).toMatchObject({
      title: 'Water turns on a board',
      status: 'published',
      contributor: null,
      source: { name: 'messy', url: 'https://cases.example.org/11' },
      publishedAt: '2020-01-15T00:00:00.000Z',
      startYear: 2019,
      endYear: 2022,
    });
    expect(turns?.completeness.gaps).toEqual(expect.arrayContaining(['whatWorked', 'whatDidNot']));
    const shown = await server.visitor().get<CaseView>(`/api/v1/cases/${turns?.id}`);
    expect(shown.body.actors).toMatchObject([{ title: 'canal users of the north', role: 'organiser' }]);
    const [budget] = await list('country=PER');
    expect(budget?.title).toBe('“We count”: a budget the neighbours wrote');
    expect(budget?.themes.map(({ key }) => key)).toEqual([
      'theme:co-governance',
      'theme:community-organising',
    ]);
    const [council] = await list('country=MKD');
    expect(council?.themes.map(({ key }) => key)).toEqual(['theme:governance']);
    expect(council?.summary).toContain('third line with "quotes"');
    const [evil] = await list('country=CIV');
    expect(evil?.title).toBe("<Script>alert('x')</script> '; MATCH (n) DETACH DELETE n; //");
    const sameActor = await list(`actor=${shown.body.actors[0]?.key}`);
    expect(sameActor.map(({ id }) => id).sort()).toEqual([evil?.id, turns?.id].sort());
  });

  it('changes nothing when it is run again', async () => {
    const before = await list('');
    const report = await run(MESSY);
    expect(report).toMatchObject({ imported: 0, updated: 0, unchanged: 6 });
    expect(report.rejected).toHaveLength(10);
    expect(await list('')).toEqual(before);
  });

  it('updates what has changed in the file, keeping the address and the earlier version', async () => {
    const [before] = await list('country=KGZ');
    const changed = readFileSync(MESSY.file)
      .toString('latin1')
      .replace('water turns on a board', 'water turns by phone');
    const file = write('changed.csv', Buffer.from(changed, 'latin1'));
    expect(await run({ ...MESSY, file })).toMatchObject({ imported: 0, updated: 1, unchanged: 5 });
    const [after] = await list('country=KGZ');
    expect(after).toMatchObject({
      id: before?.id,
      title: 'Water turns by phone',
      publishedAt: before?.publishedAt,
    });
    const versions = await server
      .visitor()
      .get<{ items: { data: { title: string } }[] }>(`/api/v1/cases/${after?.id}/versions`);
    expect(versions.body.items.map(({ data }) => data.title)).toEqual([
      'Water turns on a board',
      'Water turns by phone',
    ]);
    expect(await countCases()).toBe(6);
  });

  it('refuses a map that it does not understand, or that names columns the file has not', async () => {
    await expect(run({ ...MESSY, map: write('broken.json', '{') })).rejects.toMatchObject({
      code: 'cases/import-map-unreadable',
    });
    await expect(
      run({ ...MESSY, map: write('odd.json', '{"source":"odd","shape":1}') }),
    ).rejects.toMatchObject({
      code: 'platform/invalid-input',
    });
    await expect(run({ ...MESSY, file: write('other.csv', 'id,title\n1,a\n') })).rejects.toMatchObject({
      code: 'cases/import-columns-missing',
    });
    await expect(run({ ...MESSY, file: join(folder, 'nowhere.csv') })).rejects.toMatchObject({
      code: 'cases/import-file-unreadable',
    });
  });

  it('takes ten thousand rows around a broken one', async () => {
    const countries = ['Perú', 'Kenya', 'España', 'Нигерия', '中国', 'Bolivia', '', 'République tchèque'];
    const rows = Array.from({ length: 10_000 }, (_, index) => {
      const text = `case number ${index} tells of ""turns"" and\nof lists, kept in the open`;
      return `${index},case number ${index},"${text}",${countries[index % countries.length]}`;
    });
    rows[5000] = '5000,"the quotation mark that never ends,text,Peru';
    const map = {
      source: 'many',
      fields: {
        externalId: { column: 'id' },
        title: { column: 'title', letterCase: 'sentence' },
        summary: { column: 'text' },
        lang: { value: 'en' },
      },
      countries: [{ column: 'country' }],
      themes: [{ value: ['governance'] }],
    };
    const args = {
      file: write('many.csv', `id,title,text,country\n${rows.join('\n')}\n`),
      map: write('many.json', JSON.stringify(map)),
    };
    const report = await run(args);
    expect(report).toMatchObject({ rows: 10_000, imported: 9_999, unchanged: 0, updated: 0 });
    expect(report.rejected).toEqual([{ row: 5001, reason: expect.stringContaining('quotation mark') }]);
    expect(report.countries).toEqual({ given: 8_749, reconciled: 8_749 });
    expect(await countCases()).toBe(10_005);
    expect(await run(args)).toMatchObject({ imported: 0, updated: 0, unchanged: 9_999 });
  }, 180_000);
});
