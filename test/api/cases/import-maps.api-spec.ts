import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../../libs/cases/import/import-cases.operation.js';
import type { CaseCardView, CaseView } from '../../../libs/cases/index.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { TestServer } from '../test-server.js';

describe('what a map can say', () => {
  let server: TestServer;
  let folder: string;
  let files = 0;

  beforeAll(async () => {
    server = await TestServer.start();
    folder = mkdtempSync(join(tmpdir(), 'minga-maps-'));
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const write = (content: string, name = `${++files}.csv`): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const run = (file: string, map: object, dryRun = false) => {
    const source = `map-${files}`;
    const fields = { externalId: { column: 'id' }, title: { column: 'title' } };
    const args = { file, map: write(JSON.stringify({ source, fields, ...map }), `${source}.json`), dryRun };
    return server.app
      .get(OperationRunner)
      .run('cases.import', args, () => undefined) as Promise<ImportReport>;
  };
  const accounted = (report: ImportReport) => {
    const { imported, updated, unchanged, merged, leftOut, rejected } = report;
    return imported + updated + unchanged + merged + leftOut + rejected.length;
  };
  const show = async (title: string) => {
    const list = await server.visitor().get<{ items: CaseCardView[] }>('/api/v1/cases?limit=100');
    const card = list.body.items.find((item) => item.title === title);
    return (await server.visitor().get<CaseView>(`/api/v1/cases/${card?.id}`)).body;
  };

  it('takes ids with spaces and signs, and knows the rows again', async () => {
    const file = write(
      'id,title\nA1,One of these\na1,Two of these\nB#2,Three of these\nC 3,Four\n"D\n4",Five\n',
    );
    expect(await run(file, {})).toMatchObject({ rows: 5, imported: 5 });
    expect(await run(file, {})).toMatchObject({ rows: 5, unchanged: 5 });
    const spaced = write('id,title\nC\u00a03,Four\n D  4 ,Five\n');
    files--;
    expect(await run(spaced, {})).toMatchObject({ rows: 2, unchanged: 2 });
  });

  it('makes ids from several columns: joined, or as a mark of them', async () => {
    const file = write('a,b,title\n1,x,One\n1,y,Two\n,x,Three\n,,Four\n1,x,Again\n');
    const joined = { externalId: { join: ['a', 'b'], with: '-' }, title: { column: 'title' } };
    const report = await run(file, { fields: joined });
    expect(report).toMatchObject({ rows: 5, imported: 3 });
    expect(report.rejected.map(({ reason }) => reason)).toEqual([
      'externalId: is missing',
      'has the same id as row 1: "1-x"',
    ]);
    const hashed = { externalId: { hash: ['a', 'b', 'title'] }, title: { column: 'title' } };
    expect(await run(file, { source: 'hashed', fields: hashed })).toMatchObject({ rows: 5, imported: 5 });
    expect(await run(file, { source: 'hashed', fields: hashed })).toMatchObject({ unchanged: 5 });
  });

  it('merges rows of one id, and refuses one with another title', async () => {
    const file = write(
      'id,title,place,theme,text,from,to\n1,Wells,Kenya,water,First,2015,2016\n2,Roads,Peru,,,,\n1,wells,Ghana,health,Second,2014,2018\n1,Pumps,Mali,,,,\n',
    );
    const fields = {
      externalId: { column: 'id' },
      title: { column: 'title' },
      approach: { column: 'text' },
      startYear: { column: 'from' },
      endYear: { column: 'to' },
    };
    const lists = { countries: [{ column: 'place' }], themes: [{ column: 'theme' }] };
    const report = await run(file, { sameId: 'merge', mergeTexts: 'join', fields, ...lists });
    expect(report).toMatchObject({ rows: 4, imported: 2, merged: 1 });
    expect(report.rejected).toEqual([{ row: 4, reason: 'has the same id as row 1: "1", but another title' }]);
    expect(accounted(report)).toBe(4);
    const wells = await show('Wells');
    expect(wells.countries.map(({ key }) => key).sort()).toEqual(['country:GHA', 'country:KEN']);
    expect(wells.themes.map(({ key }) => key).sort()).toEqual(['theme:health', 'theme:water']);
    expect(wells).toMatchObject({ startYear: 2014, endYear: 2018, approach: 'First\n\nSecond' });
    expect(await run(file, { sameId: 'merge', mergeTexts: 'join', fields, ...lists })).toMatchObject({
      unchanged: 2,
      merged: 1,
    });
  });

  it('cuts or leaves out what cannot be taken, where the map says so, and tells of it', async () => {
    const long = 'words that go on '.repeat(20).trim();
    const file = write(
      `id,title,year,link\n1,${long},2015,https://a.example/x\n2,Bad year,next spring,https://a.example/x\n3,Bad link,2016,nowhere\n4,Two links,2016,"https://a.example/1, https://b.example/2"\n`,
    );
    const fields = (otherwise: object) => ({
      externalId: { column: 'id' },
      title: { column: 'title', ...('cut' in otherwise ? { otherwise: 'cut' } : {}) },
      startYear: { column: 'year', ...otherwise },
      sourceUrl: { column: 'link', ...otherwise },
    });
    const strict = await run(file, { fields: fields({}) }, true);
    expect(strict).toMatchObject({ rows: 4, imported: 0 });
    expect(strict.refusals.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining([
        'title: is longer than 200 characters',
        'sourceUrl: is not a web address',
        'sourceUrl: holds several web addresses: say `split` to take the first',
      ]),
    );
    const mild = { ...fields({ otherwise: 'ignore' }), title: { column: 'title', otherwise: 'cut' } };
    const report = await run(file, { fields: mild });
    expect(report).toMatchObject({ rows: 4, imported: 4 });
    expect(report.notes.map(({ reason, count }) => [count, reason])).toEqual(
      expect.arrayContaining([
        [1, 'title: is longer than 200 characters, cut'],
        [1, 'sourceUrl: is not a web address, left out'],
      ]),
    );
    const first = { ...mild, sourceUrl: { column: 'link', split: [',', ' '], otherwise: 'ignore' } };
    await run(file, { fields: first });
    expect((await show('Two links')).source?.url).toBe('https://a.example/1');
  });

  it('takes fallback columns, constants, parts and replacements', async () => {
    const file = write('id,en,fr,text,link\n1,,Puits,a\\nb,/x/1\n2,Pump house,Pompe,no,/x/2\n');
    const fields = {
      externalId: { column: 'link', pattern: '/(\\d+)$', prefix: 'row ' },
      title: { column: ['en', 'fr'] },
      context: { column: 'text', replace: { '\\n': '\n' } },
      lang: { value: 'fr' },
      sourceUrl: { column: 'link', prefix: 'https://a.example' },
    };
    await run(file, { fields, nothing: ['no'] });
    const puits = await show('Puits');
    expect(puits).toMatchObject({ context: 'a\nb', lang: 'fr', source: { url: 'https://a.example/x/1' } });
    expect((await show('Pump house')).context).toBeNull();
  });

  it('knows the names that the map gives to places, and does with others as it says', async () => {
    const file = write(
      'id,title,place\n1,Alpha,The Emerald Isle\n2,Beta,Two lands\n3,Gamma,Atlantis\n4,Delta,Kenya\n',
    );
    const aliases = { 'the emerald isle': 'IRL', 'Two lands': ['KEN', 'UGA'] };
    const countries = [{ column: 'place' }];
    const report = (places: object) => run(file, { places: { aliases, ...places }, countries }, true);
    expect(await report({})).toMatchObject({ imported: 3, countries: { given: 4, reconciled: 3 } });
    expect(await report({ otherwise: 'leave-out' })).toMatchObject({ imported: 3, leftOut: 1, rejected: [] });
    const skipped = await report({ otherwise: 'skip' });
    expect(skipped).toMatchObject({ imported: 4, rejected: [] });
    expect(skipped.names.unknown).toEqual([expect.objectContaining({ name: 'Atlantis', times: 1 })]);
    expect(skipped.notes[0]?.rows[0]).toMatchObject({ row: 3, line: 4, id: '3', title: 'Gamma' });
    await run(file, { places: { aliases, otherwise: { use: ['PER'] } }, countries });
    expect((await show('Gamma')).countries.map(({ key }) => key)).toEqual(['country:PER']);
    expect((await show('Beta')).countries).toHaveLength(2);
  });

  it('keeps names whole that hold what stands between names', async () => {
    const rows = [
      '1,Alpha lands,"Congo, Dem. Rep., Kenya"',
      '2,Beta lands,"Kenya; Trinidad and Tobago and Peru"',
    ];
    const file = write(
      `id,title,place\n${rows.join('\n')}\n3,Gamma lands,"Kenya, Africa"\n4,Delta lands,"NA, KE"\n`,
    );
    const list = { column: 'place', split: [',', ';', ' and '] };
    const places = { regions: 'note', otherwise: 'skip' };
    const report = await run(file, { countries: [list], places });
    expect(report).toMatchObject({ rows: 4, imported: 4 });
    const countriesOf = async (title: string) =>
      (await show(title)).countries.map(({ key }) => key.replace('country:', '')).sort();
    expect(await countriesOf('Alpha lands')).toEqual(['COD', 'KEN']);
    expect(await countriesOf('Beta lands')).toEqual(['KEN', 'PER', 'TTO']);
    expect(await countriesOf('Gamma lands')).toEqual(['KEN']);
    expect(report.notes.map(({ reason }) => reason)).toContain('a region or a group, not a country');
    await run(file, { countries: [{ ...list, codes: true }], places });
    expect(await countriesOf('Delta lands')).toEqual(['KEN', 'NAM']);
  });

  it('keeps name and type of an organisation apart, and adds none for what means nobody', async () => {
    const rows = [
      '1,Row one,"Exim Bank, Government Agency; Other",Kenya',
      '2,Row two,UNICEF,Kenya',
      '3,Row three,Unicef,Peru',
      '4,Row four,N/A; n.a.; - ; TBD,Peru',
      '5,Row five,Ministry of Health,Kenya',
      '6,Row six,Ministry of Health,Peru',
    ];
    const file = write(`id,title,org,land\n${rows.join('\n')}\n`);
    const actors = [
      {
        column: 'org',
        split: ';',
        pattern: '^(?<name>.+?)(?:, (?<type>Government Agency))?$',
        types: { 'government agency': 'government' },
        countryColumn: 'land',
      },
    ];
    const report = await run(file, { actors });
    expect(report).toMatchObject({ rows: 6, imported: 6 });
    const [bank, ...others] = (await show('Row one')).actors;
    expect(bank).toMatchObject({ title: 'Exim Bank', actorType: 'government' });
    expect(others).toEqual([]);
    const [first] = (await show('Row two')).actors;
    const [second] = (await show('Row three')).actors;
    expect(first?.key).toBe(second?.key);
    expect((await show('Row four')).actors).toEqual([]);
    expect(report.duplicates.actors).toEqual([
      { name: 'Ministry of Health', where: ['Ministry of Health (KEN)', 'Ministry of Health (PER)'] },
    ]);
  });

  it('tells of cases that may be twice', async () => {
    const titles = ['Clean water for rural schools', 'Rural schools: clean water for all', 'Roads', 'roads'];
    const file = write(`id,title\n${titles.map((title, index) => `${index},${title}`).join('\n')}\n`);
    const report = await run(file, {}, true);
    expect(report.duplicates.cases.map(({ where }) => where)).toEqual(
      expect.arrayContaining([
        ['0', '1'],
        ['2', '3'],
      ]),
    );
  });

  it('takes workbooks and JSON', async () => {
    const workbook = fileURLToPath(new URL('../../fixtures/cases.xlsx', import.meta.url));
    files++;
    const fields = {
      externalId: { column: 'Id' },
      title: { column: 'Title' },
      startYear: { column: 'Begun' },
      endYear: { column: 'Ended' },
    };
    const report = await run(workbook, { fields, countries: [{ column: 'Country' }] });
    expect(report).toMatchObject({ rows: 3, imported: 2, file: { format: 'xlsx', headerLine: 3 } });
    expect(await show('A well')).toMatchObject({ startYear: 2015, endYear: 2019 });
    const json = write(
      JSON.stringify({ items: [{ no: 1, name: { en: 'Nested' }, at: ['Peru', 'Chile'] }] }),
      'x.json',
    );
    files++;
    const nested = { externalId: { column: 'no' }, title: { column: 'name.en' } };
    await run(json, { rows: 'items', fields: nested, countries: [{ column: 'at' }] });
    expect((await show('Nested')).countries).toHaveLength(2);
  });
});
