import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verification } from '../../../libs/platform/audit/audit-log.js';
import { EmbeddedGraph } from '../../../libs/platform/graph/embedded-graph.js';
import { writeQuery } from '../../../libs/platform/graph/graph.js';
import { TEST_PASSWORD, TestClient } from '../test-server.js';
import { minga, newDataDir, ServerProcess } from './minga-process.js';

const PATIENCE_MS = 180_000;

const changeEntry = writeQuery<{ seq: number }, { seq: number }>(
  'test/change-audit-entry',
  `MATCH (e:AuditEntry {seq: $seq})
   SET e.actorKey = 'person:somebody-else'
   RETURN e.seq AS seq`,
);

/**
 * What anybody can do who may write to the file.
 * @returns a copy with the change in it: this process may hold the file itself until memory is tidied up
 */
async function changed(dataDir: string, seq: number): Promise<string> {
  const graph = await EmbeddedGraph.open(join(dataDir, 'graph', 'minga.grafeo'));
  expect(await graph.write((tx) => tx.run(changeEntry, { seq }))).toEqual([{ seq }]);
  await graph.close();
  const copy = newDataDir();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}

describe('minga audit verify', () => {
  const dataDir = newDataDir();
  const email = 'huda@example.org';
  let server: ServerProcess;

  beforeAll(async () => {
    server = await ServerProcess.start(dataDir);
    const body = { name: 'Huda Obeidat', email, password: TEST_PASSWORD };
    expect((await new TestClient(server.url).post('/api/v1/auth/register', body)).status).toBe(201);
    for (const role of ['steward', 'facilitator']) {
      expect((await minga(dataDir, 'user', 'grant', email, role)).code).toBe(0);
    }
  }, PATIENCE_MS);

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(
    'says how many entries are as they were written, and what to note as a witness',
    async () => {
      const inJson = await minga(dataDir, 'audit', 'verify', '--json');
      expect(inJson).toMatchObject({ code: 0, stderr: '' });
      const { head, broken } = JSON.parse(inJson.stdout) as Verification;
      expect(broken).toBeNull();
      expect(head.seq).toBeGreaterThan(1);
      const inWords = await minga(dataDir, 'audit', 'verify');
      expect(inWords.code).toBe(0);
      expect(inWords.stdout).toContain(`${head.seq} entries`);
      expect(inWords.stdout).toContain(`${head.seq}:${head.hash}`);
    },
    PATIENCE_MS,
  );

  it(
    'fails when one was changed, and names it',
    async () => {
      await server.stop();
      const copy = await changed(dataDir, 2);
      const inWords = await minga(copy, 'audit', 'verify');
      expect(inWords.code).toBe(4);
      expect(inWords.stderr).toContain('The audit log is not as it was written.');
      expect(inWords.stdout).toContain('BROKEN at entry 2: its text was changed.');
      const inJson = await minga(copy, 'audit', 'verify', '--json');
      rmSync(copy, { recursive: true, force: true });
      expect(inJson.code).toBe(4);
      expect(JSON.parse(inJson.stdout)).toMatchObject({ broken: { seq: 2, reason: 'changed' } });
    },
    PATIENCE_MS,
  );
});
