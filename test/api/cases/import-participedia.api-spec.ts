import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../../libs/cases/import/import-cases.operation.js';
import type { CaseCardView } from '../../../libs/cases/index.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { TestServer } from '../test-server.js';

const path = (relative: string) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));
const REAL = {
  file: path('../shared/data/cases/participedia.csv'),
  map: path('imports/participedia.map.json'),
};

// The texts of the real file are not part of this project: it lies beside the checkout, or not at all.
const whereItIs = existsSync(REAL.file) ? describe : describe.skip;
const title = existsSync(REAL.file)
  ? 'importing the real Participedia file'
  : 'importing the real Participedia file (skipped: ../shared/data/cases/participedia.csv is not here)';

whereItIs(title, () => {
  let server: TestServer;
  let first: ImportReport;
  const run = (dryRun: boolean) =>
    server.app
      .get(OperationRunner)
      .run('cases.import', { ...REAL, dryRun }, () => undefined) as Promise<ImportReport>;

  beforeAll(async () => {
    server = await TestServer.start();
    first = await run(false);
  }, 60_000);

  afterAll(() => server.stop());

  it('recognises at least 98 % of the countries, and tells of every row', () => {
    expect(first.rows).toBeGreaterThan(1100);
    expect(first.imported + first.rejected.length).toBe(first.rows);
    expect(first.countries.reconciled / first.countries.given).toBeGreaterThanOrEqual(0.98);
    expect(first.rejected.every(({ row, reason }) => row > 0 && reason.length > 0)).toBe(true);
  });

  it('changes nothing when it is done again', async () => {
    const again = await run(false);
    expect(again).toMatchObject({ rows: first.rows, imported: 0, updated: 0, unchanged: first.imported });
  });

  it('finds "Italia" and "Belgique" under their countries', async () => {
    for (const country of ['ITA', 'BEL']) {
      const page = await server.visitor().get<{ items: CaseCardView[] }>(`/api/v1/cases?country=${country}`);
      expect(page.body.items.length).toBeGreaterThan(0);
    }
  });
});
