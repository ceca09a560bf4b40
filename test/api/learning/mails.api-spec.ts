import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { IdentityMails } from '../../../libs/identity/index.js';
import type { SessionView } from '../../../libs/learning/index.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { Mailer } from '../../../libs/platform/mail/mailer.js';
import { proveAddress } from '../identity/mailed-link.js';
import { type TestClient, TestServer } from '../test-server.js';
import { inMinutes, moveClockTo, propose, register, show, withRole } from './session-maker.js';

const HOUR = 3_600_000;

describe('mails about sessions', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez', { locale: 'es' });
    await proveAddress(server, rosa);
    await proveAddress(server, jose);
  });

  afterAll(() => server.stop());

  const runJobs = () => server.app.get(JobRunner).runAll();
  const mailsTo = ({ person }: TestClient) =>
    server.mails().filter((mail) => mail.includes(`To: ${person.email}`));
  /** How many mails a client gets by the work. */
  const newMails = async (client: TestClient, work: () => Promise<unknown>): Promise<string[]> => {
    const before = mailsTo(client).length;
    await work();
    return mailsTo(client).slice(before).map(decoded);
  };
  const decoded = (mail: string) => {
    const body = mail.slice(mail.indexOf('\r\n\r\n'));
    if (/transfer-encoding: base64/i.test(mail)) return Buffer.from(body, 'base64').toString('utf8');
    const bytes = body
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
    return Buffer.from(bytes, 'latin1').toString('utf8');
  };

  it('remind a day and an hour before, once each, in the language and the zone of the reader', async () => {
    const session = await propose(server, rosa, {
      startsAt: inMinutes(server, 3 * 24 * 60),
      endsAt: inMinutes(server, 3 * 24 * 60 + 60),
    });
    await register(jose, session, { timeZone: 'America/Lima' });
    const starts = Date.parse(session.startsAtUtc);
    expect(await newMails(jose, runJobs)).toEqual([]);
    moveClockTo(server, starts - 24 * HOUR + 1000);
    const [day, ...others] = await newMails(jose, async () => {
      await Promise.all([runJobs(), runJobs()]);
      await runJobs();
    });
    expect(others).toEqual([]);
    expect(day).toContain('comienza en un día');
    expect(day).toContain('America/Lima');
    expect(day).toContain('https://meet.example.org/gates');
    expect(mailsTo(rosa).length).toBeGreaterThan(0);
    moveClockTo(server, starts - HOUR + 1000);
    const hour = await newMails(jose, runJobs);
    expect([hour.length, hour[0]?.includes('está por comenzar')]).toEqual([1, true]);
    expect(await newMails(jose, runJobs)).toEqual([]);
  });

  it('remind anew of a session that was moved, and tell the new time', async () => {
    const session = await propose(server, rosa, {
      startsAt: inMinutes(server, 30 * 60),
      endsAt: inMinutes(server, 31 * 60),
    });
    await register(jose, session);
    await runJobs();
    moveClockTo(server, Date.parse(session.startsAtUtc) - 23 * HOUR);
    expect(await newMails(jose, runJobs)).toHaveLength(1);
    const moved = await rosa.patch<SessionView>(`/api/v1/sessions/${session.id}`, {
      startsAt: inMinutes(server, 50 * 60),
    });
    const [told, ...others] = await newMails(jose, runJobs);
    expect([told?.includes('cambió de fecha'), others]).toEqual([true, []]);
    moveClockTo(server, Date.parse(moved.body.startsAtUtc) - 23 * HOUR);
    expect(await newMails(jose, runJobs)).toHaveLength(1);
  });

  it('tell who moves up, and everyone when it is called off', async () => {
    const session = await propose(server, rosa, { places: 1 });
    const late = await server.member('Late Comer');
    await register(late, session);
    await register(jose, session);
    await runJobs();
    const [up] = await newMails(jose, async () => {
      await late.delete(`/api/v1/sessions/${session.id}/registration`);
      await runJobs();
    });
    expect(up).toContain('lista de espera');
    const off = await newMails(jose, async () => {
      await rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'El camino está inundado' });
      await runJobs();
      await runJobs();
    });
    expect([off.length, off[0]?.includes('El camino está inundado')]).toEqual([1, true]);
    expect(await newMails(late, runJobs)).toEqual([]);
  });

  describe('of what came of it', () => {
    const begin = async (session: SessionView) => {
      moveClockTo(server, session.startsAtUtc);
      await runJobs();
    };
    const close = (session: SessionView) =>
      rosa.post(`/api/v1/sessions/${session.id}/close`, {
        summary: 'Three **ways** of paying were compared.',
        lessons: [{ text: 'Ask those who open the gates.' }, { text: 'Count the leaks.' }],
      });

    it('go to those who were there, once, in their language', async () => {
      const session = await propose(server, rosa);
      const absent = await server.member('Absent Member');
      await proveAddress(server, absent);
      await register(jose, session);
      await register(absent, session);
      await begin(session);
      await jose.post(`/api/v1/sessions/${session.id}/attendance`, {});
      const before = mailsTo(absent).length;
      const [told, ...others] = await newMails(jose, async () => {
        await close(session);
        await runJobs();
        await runJobs();
      });
      expect(others).toEqual([]);
      expect(told).toContain('Three ways of paying were compared.');
      expect(told).toContain('– Ask those who open the gates.');
      expect(told).toContain('Quién prometió qué');
      expect(told).toContain(`/sessions/${session.id}`);
      expect(mailsTo(absent)).toHaveLength(before);
    });

    it('go to all who held a place where nobody noted who was there', async () => {
      const session = await propose(server, rosa, { places: 1 });
      const waiting = await server.member('Waiting Member');
      await proveAddress(server, waiting);
      await register(jose, session);
      await register(waiting, session);
      await begin(session);
      const before = mailsTo(waiting).length;
      const told = await newMails(jose, async () => {
        await close(session);
        await runJobs();
      });
      expect(told).toHaveLength(1);
      expect(mailsTo(waiting)).toHaveLength(before);
    });
  });

  it('leave for nobody whose address is not proved', async () => {
    const session = await propose(server, rosa);
    const unproved = await server.member('Late Comer');
    await server.app.get(IdentityMails).settled();
    await register(unproved, session);
    const sent = await newMails(unproved, async () => {
      await rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Flooded' });
      await runJobs();
    });
    expect(sent).toEqual([]);
  });

  it('are sent later when the mail server does not answer', async () => {
    const session = await propose(server, rosa, { places: 1 });
    await register(jose, session);
    const mailer = server.app.get(Mailer);
    const send = mailer.send.bind(mailer);
    mailer.send = () => Promise.reject(new Error('away'));
    await rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Nobody can come' });
    expect(await newMails(jose, runJobs)).toEqual([]);
    mailer.send = send;
    expect(await newMails(jose, runJobs)).toHaveLength(1);
    expect((await show(jose, session)).state).toBe('cancelled');
  });
});
