import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EnsureActor } from '../../../libs/atlas/index.js';
import { RemindOfCommitments } from '../../../libs/commitments/remind-of-commitments/remind-of-commitments.job.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { decodeQuotedPrintable, proveAddress } from '../identity/mailed-link.js';
import { type TestClient, TestServer } from '../test-server.js';
import { dayFromNow, makeCommitments, moveDays, moveToNoon, startThread } from './commitment-maker.js';

describe('reminders of commitments', () => {
  let server: TestServer;
  let maker: TestClient;
  let owner: TestClient;
  let answers: string;

  beforeAll(async () => {
    server = await TestServer.start();
    moveToNoon(server);
    maker = await server.member('Amina Mohamud');
    await proveAddress(server, maker);
    answers = await startThread(maker, 'Puertas que duran');
  });

  beforeEach(async () => {
    owner = await server.member('Rosa Huanca', { locale: 'es' });
    await proveAddress(server, owner);
  });

  afterAll(() => server.stop());

  async function make(days: { dueOn: string; reviewOn?: string }, ownerKey = `person:${owner.person.id}`) {
    const commitments = [{ text: 'Traducir el manual', ownerKey, ...days }];
    const [made] = await makeCommitments(server, maker, { answers, about: [], commitments });
    return made?.id ?? '';
  }

  const runJobs = () => server.app.get(JobRunner).runAll();

  /** Of the commitment, oldest first; each names its page. */
  const mailsAbout = (id: string) =>
    server
      .mails()
      .map(decodeQuotedPrintable)
      .filter((mail) => mail.includes(`/commitments/${id}`));

  async function mailsAfterDays(id: string, days: number): Promise<number> {
    moveDays(server, days);
    await runJobs();
    await runJobs();
    return mailsAbout(id).length;
  }

  it('leave on the day and a week after, once each, in the language of the owner', async () => {
    const id = await make({ dueOn: dayFromNow(server, 2) });
    expect(await mailsAfterDays(id, 1)).toBe(0);
    expect(await mailsAfterDays(id, 1)).toBe(1);
    expect(await mailsAfterDays(id, 6)).toBe(1);
    expect(await mailsAfterDays(id, 1)).toBe(2);
    expect(await mailsAfterDays(id, 60)).toBe(2);
    const [due = '', overdue = ''] = mailsAbout(id);
    expect(due).toContain(`To: ${owner.person.email}`);
    expect(due).toContain('vence hoy: Traducir el manual');
    expect(due).toContain('«Puertas que duran»');
    expect(overdue).toContain('Este es el último recordatorio.');
  });

  it('leave on the day of the follow-up too', async () => {
    const id = await make({ dueOn: dayFromNow(server, 2), reviewOn: dayFromNow(server, 5) });
    expect(await mailsAfterDays(id, 2)).toBe(1);
    expect(await mailsAfterDays(id, 3)).toBe(2);
    expect(await mailsAfterDays(id, 6)).toBe(2);
    expect(await mailsAfterDays(id, 1)).toBe(3);
  });

  it('do not leave once somebody has said what came of it', async () => {
    const id = await make({ dueOn: dayFromNow(server, 2) });
    const report = (body: object) => owner.post(`/api/v1/commitments/${id}/reports`, body);
    await report({ state: 'kept', note: 'Todo hecho.', version: 1 });
    expect(await mailsAfterDays(id, 2)).toBe(0);
    await report({ state: 'open', note: 'Falta un capítulo.', version: 2 });
    expect(await mailsAfterDays(id, 1)).toBe(0);
    expect(await mailsAfterDays(id, 6)).toBe(1);
  });

  it('go to whoever wrote it down when an organisation owns it', async () => {
    const union = { name: 'Union of Irrigators', source: `person:${maker.person.id}` };
    const ensureActor = server.app.get(EnsureActor);
    const { key } = await server.app.get(Graph).write((tx) => ensureActor.execute(tx, union));
    const id = await make({ dueOn: dayFromNow(server) }, key);
    expect(await mailsAfterDays(id, 0)).toBe(1);
    expect(mailsAbout(id)[0]).toContain(`To: ${maker.person.email}`);
    expect(mailsAbout(id)[0]).toContain('Due today');
  });

  it('wait while the mail server fails, and leave when it is back', async () => {
    const id = await make({ dueOn: dayFromNow(server, 1) });
    const outbox = join(server.dataDir, 'outbox');
    renameSync(outbox, `${outbox}.away`);
    writeFileSync(outbox, 'a file where the folder should be');
    moveDays(server, 1);
    await runJobs();
    rmSync(outbox);
    renameSync(`${outbox}.away`, outbox);
    expect(mailsAbout(id)).toEqual([]);
    expect(await mailsAfterDays(id, 0)).toBe(1);
  });

  it('leave once though two processes send them', async () => {
    const id = await make({ dueOn: dayFromNow(server) });
    const job = server.app.get(RemindOfCommitments, { strict: false });
    const now = new Date(`${dayFromNow(server)}T12:00:00Z`);
    await Promise.all([job.run(now), job.run(now), job.run(now)]);
    expect(mailsAbout(id)).toHaveLength(1);
  });
});
