import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../../libs/learning/index.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { Mailer } from '../../../libs/platform/mail/mailer.js';
import { type TestClient, TestServer } from '../test-server.js';
import { type CalendarPart, readCalendar } from './calendar-lines.js';
import { inMinutes, moveClockTo, problemOf, propose, register, show, withRole } from './session-maker.js';

const HOUR = 3_600_000;

describe('sessions in calendars and mails', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez', { locale: 'es' });
  });

  afterAll(() => server.stop());

  const calendar = async (client: TestClient, path: string): Promise<CalendarPart> => {
    const answer = await client.get<string>(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    return readCalendar(answer.text);
  };
  const eventOf = async (client: TestClient, { id }: SessionView) =>
    (await calendar(client, `/api/v1/sessions/${id}.ics`)).parts[0]?.values ?? {};

  describe('the calendar of a session', () => {
    it('can be read by programs, whatever its words are', async () => {
      const session = await propose(server, rosa, {
        title:
          'Gates, pumps; who pays \\ when? مياه 水 🌍 y una línea bastante larga para doblarla dos veces',
        purpose: 'First line\nBEGIN:VEVENT\nSecond, with; signs\\',
        timeZone: 'Asia/Kathmandu',
        startsAt: '2027-01-15T15:00',
        endsAt: '2027-01-15T16:30',
      });
      const event = await eventOf(server.visitor(), session);
      expect(event).toMatchObject({
        UID: `${session.id}@sessions.minga`,
        SUMMARY: session.title,
        DTSTART: '20270115T091500Z',
        DTEND: '20270115T104500Z',
        SEQUENCE: '0',
        STATUS: 'CONFIRMED',
      });
      expect(event.DESCRIPTION).toContain('BEGIN:VEVENT');
      expect(JSON.stringify(event)).not.toContain('meet.example.org');
    });

    it('shows the meeting to those who hold a place', async () => {
      const session = await propose(server, rosa, { places: 1 });
      await register(jose, session);
      const late = await server.member('Late Comer');
      await register(late, session);
      expect((await eventOf(jose, session)).LOCATION).toBe('https://meet.example.org/gates');
      expect(await eventOf(late, session)).toMatchObject({ STATUS: 'TENTATIVE' });
      expect((await eventOf(late, session)).LOCATION).not.toContain('meet.example.org');
    });

    it('follows changes and the end of it under the same name', async () => {
      const session = await propose(server, rosa, {
        timeZone: 'Europe/Madrid',
        startsAt: '2027-03-26T15:00',
        endsAt: '2027-03-26T16:30',
      });
      const before = await eventOf(jose, session);
      await rosa.patch(`/api/v1/sessions/${session.id}`, { startsAt: '2027-03-29T15:00' });
      const moved = await eventOf(jose, session);
      expect([moved.UID, moved.SEQUENCE, moved.DTSTART]).toEqual([before.UID, '1', '20270329T130000Z']);
      await rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Flooded' });
      const off = await eventOf(jose, session);
      expect([off.UID, off.SEQUENCE, off.STATUS]).toEqual([before.UID, '2', 'CANCELLED']);
    });

    it('is not there for a session that is not', async () => {
      expect(problemOf(await jose.get('/api/v1/sessions/nothing.ics'))).toEqual([404, 'platform/not-found']);
    });
  });

  describe('the calendar of a person', () => {
    it('holds the sessions in which they have a part, also by its secret address', async () => {
      const mina = await server.member('Mina Park');
      const [one, two] = [await propose(server, rosa), await propose(server, rosa)];
      await register(mina, one);
      await register(mina, two);
      await rosa.post(`/api/v1/sessions/${two.id}/cancel`, { reason: 'Flooded' });
      const statuses = (read: CalendarPart) =>
        Object.fromEntries(read.parts.map(({ values }) => [values.UID, values.STATUS]));
      const expected = {
        [`${one.id}@sessions.minga`]: 'CONFIRMED',
        [`${two.id}@sessions.minga`]: 'CANCELLED',
      };
      expect(statuses(await calendar(mina, '/api/v1/me/learning-sessions.ics'))).toEqual(expected);

      const made = await mina.post<{ url: string }>('/api/v1/me/calendar-address');
      const path = new URL(made.body.url).pathname;
      expect([made.status, statuses(await calendar(server.visitor(), path))]).toEqual([201, expected]);
      const again = await mina.post<{ url: string }>('/api/v1/me/calendar-address');
      expect(problemOf(await server.visitor().get(path))).toEqual([404, 'platform/not-found']);
      const newPath = new URL(again.body.url).pathname;
      expect((await server.visitor().get(newPath)).status).toBe(200);
      expect((await mina.delete('/api/v1/me/calendar-address')).status).toBe(204);
      expect((await server.visitor().get(newPath)).status).toBe(404);
      expect((await server.visitor().get('/api/v1/me/learning-sessions.ics')).status).toBe(401);
    });
  });

  describe('mails', () => {
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
});
