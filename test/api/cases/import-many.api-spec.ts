import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ImportReport } from '../../../libs/cases/import/import-cases.operation.js';
import { listImportedCases } from '../../../libs/cases/import/imports.cypher.js';
import { EventDispatcher } from '../../../libs/platform/events/event-dispatcher.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { TestServer } from '../test-server.js';

const ROWS = 1300;
/** Ten transactions of fifty rows, and the rows of the next one. */
const MOST_AHEAD = 550;

describe.each(['reject', 'merge'] as const)('importing many rows, of which those of one id: %s', (sameId) => {
  let server: TestServer;
  let folder: string;
  let report: ImportReport;
  let heard = 0;
  let furthestAhead = 0;
  let longestPut = 0;

  beforeAll(async () => {
    server = await TestServer.start();
    folder = mkdtempSync(join(tmpdir(), 'minga-import-'));
    await server.settled();
    const index = server.app.get(SearchIndex);
    const put = index.put.bind(index);
    index.put = (documents) => {
      longestPut = Math.max(longestPut, documents.length);
      return put(documents);
    };
    server.app.get(EventDispatcher).register({
      name: 'be-slow',
      hears: new Set(['cases.cases-imported']),
      handle: async ({ data }) => {
        await sleep(40);
        furthestAhead = Math.max(furthestAhead, (await countCases()) - heard);
        heard += (data.caseIds as string[]).length;
      },
    });
    const rows = Array.from({ length: ROWS }, (_, at) => `${at},Terrace number ${at},How it was built.`);
    const file = join(folder, 'many.csv');
    writeFileSync(file, `id,name,what\n${rows.join('\n')}\n`);
    const map = join(folder, 'many.map.json');
    const fields = {
      externalId: { column: 'id' },
      title: { column: 'name' },
      summary: { column: 'what' },
      lang: { value: 'en' },
    };
    writeFileSync(map, JSON.stringify({ source: 'many', sameId, fields }));
    const runner = server.app.get(OperationRunner);
    report = (await runner.run('cases.import', { file, map }, () => undefined)) as ImportReport;
    await server.settled();
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const countCases = async () => {
    const importKeys = Array.from({ length: ROWS }, (_, at) => `many#${at}`);
    return (await server.app.get(Graph).read(listImportedCases, { importKeys })).length;
  };

  it('accounts for each, and all are found', async () => {
    expect(report).toMatchObject({ rows: ROWS, imported: ROWS, rejected: [] });
    const request = { q: 'terrace', audiences: ['public'], filters: { type: ['case'] }, limit: 1 };
    expect((await server.app.get(SearchIndex).search(request)).total).toBe(ROWS);
  });

  it('waits for those who listen, so that what they have to do does not pile up', () => {
    expect(heard).toBe(ROWS);
    expect(furthestAhead).toBeGreaterThan(0);
    expect(furthestAhead).toBeLessThanOrEqual(MOST_AHEAD);
  });

  it('puts some dozens of documents at a time into the search index', () => {
    expect(longestPut).toBeGreaterThan(0);
    expect(longestPut).toBeLessThanOrEqual(200);
  });
});
