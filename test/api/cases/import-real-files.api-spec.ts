import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import type { ImportReport } from '../../../libs/cases/import/import-cases.operation.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { TestServer } from '../test-server.js';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const FOLDER = path('../shared/data/imports');

/** Rows of each file and what becomes of them; docs/import.md has the same table. */
const FILES: [file: string, map: string, expected: Partial<ImportReport>, rejected: number][] = [
  ['aiddata-tuff-a.csv', 'aiddata-tuff-a', { rows: 1337, imported: 1337 }, 0],
  ['iati-ssc.csv', 'iati-ssc', { rows: 2062, imported: 2062 }, 0],
  ['undp-ssc-scraped.csv', 'undp-ssc-scraped', { rows: 1290, imported: 1290 }, 0],
  ['undp-ssc-june.csv', 'undp-ssc-june', { rows: 16, imported: 16 }, 0],
  ['undp-ssc-june.tsv', 'undp-ssc-june-tsv', { rows: 16, imported: 16 }, 0],
  ['lucim-cases.csv', 'lucim-cases', { rows: 63, imported: 63 }, 0],
  ['Cyprus_cooperation_data.xlsx', 'cyprus-cooperation', { rows: 104, imported: 104 }, 0],
  // One row has no title.
  ['liechtenstein_export_for_raw.xlsx', 'liechtenstein-export', { rows: 895, imported: 894 }, 1],
  ['hap-projects.csv', 'hap-projects', { rows: 394, imported: 140, merged: 254 }, 0],
  // Three rows have commas without quotation marks, one is there twice.
  [
    'newamerica-digital-platform-tracker.csv',
    'newamerica-digital-platform-tracker',
    { rows: 104, imported: 100 },
    4,
  ],
];

// The texts of these files are not part of this project: they lie beside the checkout, or not at all.
const whereTheyAre = existsSync(FOLDER) ? describe : describe.skip;
const title = existsSync(FOLDER)
  ? 'importing real files by the maps that are kept'
  : 'importing real files by the maps that are kept (skipped: ../shared/data/imports is not here)';

whereTheyAre(title, () => {
  let server: TestServer;
  const run = (file: string, map: string, dryRun: boolean) =>
    server.app
      .get(OperationRunner)
      .run(
        'cases.import',
        { file: `${FOLDER}/${file}`, map: path(`imports/${map}.map.json`), dryRun },
        () => undefined,
      ) as Promise<ImportReport>;

  beforeAll(async () => {
    server = await TestServer.start();
  }, 60_000);

  afterAll(() => server.stop());

  it.each(FILES)('takes the rows of %s', async (file, map, expected, rejected) => {
    const report = await run(file, map, true);
    expect(report).toMatchObject(expected);
    expect(report.rejected).toHaveLength(rejected);
    const { rows, imported, updated, unchanged, merged, leftOut } = report;
    expect(imported + updated + unchanged + merged + leftOut + report.rejected.length).toBe(rows);
  });

  it('takes each country for the one that the file itself gives the code of', async () => {
    const { names } = await run('aiddata-tuff-a.csv', 'aiddata-tuff-a', true);
    const rows = parse(readFileSync(`${FOLDER}/aiddata-tuff-a.csv`), {
      columns: true,
    }) as unknown as { all_recipients: string; recipient_iso3: string }[];
    const codes = new Map(rows.map((row) => [row.all_recipients, row.recipient_iso3]));
    for (const [name, code] of codes) {
      if (!/^[A-Z]{3}$/.test(code)) continue;
      const found = [...names.recognised, ...names.forgiven].find((count) => count.name === name);
      expect({ name, countries: found?.countries }).toEqual({ name, countries: [code] });
    }
    expect(names.forgiven).toEqual([]);
  });

  it('changes nothing when one is imported again', async () => {
    expect(await run('hap-projects.csv', 'hap-projects', false)).toMatchObject({
      imported: 140,
      merged: 254,
    });
    expect(await run('hap-projects.csv', 'hap-projects', false)).toMatchObject({
      unchanged: 140,
      imported: 0,
      updated: 0,
      merged: 254,
    });
  });
});
