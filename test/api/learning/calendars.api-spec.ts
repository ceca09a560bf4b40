import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SessionView } from '../../../libs/learning/index.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { type TestClient, TestServer } from '../test-server.js';
import { type ReadCalendar, type ReadEvent, readCalendar } from './calendar-reader.js';
import { problemOf, propose, register, withRole } from './session-maker.js';

describe('sessions in calendars', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez', { locale: 'es' });
  });

  afterAll(() => server.stop());

  const calendar = async (client: TestClient, path: string): Promise<ReadCalendar> => {
    const answer = await client.get<string>(path);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    return readCalendar(answer.text);
  };
  const calendarOf = (client: TestClient, { id }: SessionView) =>
    calendar(client, `/api/v1/sessions/${id}.ics`);
  const eventOf = async (client: TestClient, session: SessionView): Promise<ReadEvent> => {
    const [event, ...others] = (await calendarOf(client, session)).events;
    if (!event || others.length > 0) throw new Error('not exactly one event');
    return event;
  };

  describe('the calendar of a session', () => {
    it('can be read by other programs, with its time, its zone and who convenes it', async () => {
      const session = await propose(server, rosa, {
        timeZone: 'Asia/Kathmandu',
        startsAt: '2027-01-15T15:00',
        endsAt: '2027-01-15T16:30',
      });
      expect((await calendarOf(server.visitor(), session)).method).toBe('PUBLISH');
      const { description, ...event } = await eventOf(server.visitor(), session);
      expect(event).toEqual({
        uid: `${session.id}@sessions.minga`,
        sequence: 0,
        status: 'CONFIRMED',
        starts: '2027-01-15T15:00:00 Asia/Kathmandu',
        ends: '2027-01-15T16:30:00 Asia/Kathmandu',
        startsAt: '2027-01-15T09:15:00.000Z',
        endsAt: '2027-01-15T10:45:00.000Z',
        changedAt: expect.any(String),
        summary: session.title,
        location: event.url,
        url: expect.stringMatching(new RegExp(`/sessions/${session.id}$`)),
        organizer: { name: 'Rosa Quispe', address: 'mailto:minga@localhost' },
      });
      expect(description).toContain('A peer assist: three communities look for what works.');
    });

    it('changes its number and time whenever the copy of its reader has to change', async () => {
      const session = await propose(server, rosa, { places: 1 });
      const amina = await server.member('Amina Mohamud');
      const copies: ReadEvent[] = [];
      const read = async (client: TestClient) => {
        server.app.get(Clock).moveBy(2000);
        copies.push(await eventOf(client, session));
      };
      await read(amina);
      await register(jose, session);
      server.app.get(Clock).moveBy(2000);
      await register(amina, session);
      await read(amina);
      await jose.delete(`/api/v1/sessions/${session.id}/registration`);
      await read(amina);
      await rosa.patch(`/api/v1/sessions/${session.id}`, { agenda: [{ title: 'Anew', minutes: 5 }] });
      await read(amina);
      await amina.delete(`/api/v1/sessions/${session.id}/registration`);
      await read(amina);
      await register(amina, session);
      await read(amina);
      expect(copies.map(({ status }) => status)).toEqual([
        ...['CONFIRMED', 'TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED', 'CONFIRMED'],
      ]);
      expect(copies.map(({ location }) => location === session.meetingLink)).toEqual([
        ...[false, false, true, true, false, true],
      ]);
      for (const [index, copy] of copies.entries()) {
        const before = copies[index - 1];
        if (!before) continue;
        expect({ index, grows: copy.sequence > before.sequence }).toEqual({ index, grows: true });
        expect({ index, later: copy.changedAt > before.changedAt }).toEqual({ index, later: true });
      }
      // Nobody else's copy changes with a registration.
      const visitors = await eventOf(server.visitor(), session);
      expect(visitors.sequence).toBe(1);
    });

    it.each([
      ['signs that mean something to programs', 'Gates, pumps; who: "pays" \\ when?'],
      [
        'Arabic',
        'من يدفع ثمن صيانة بوابات الري، ومتى؟ حوار بين ثلاث مجتمعات محلية من بلدان مختلفة في الجنوب',
      ],
      [
        'Chinese',
        '谁来维护灌溉闸门？三个来自不同国家的社区共同寻找行之有效的办法，并互相学习彼此的经验教训，为期一天。',
      ],
      ['pictures', '🌍🌎🌏'.repeat(20)],
      ['one word without end', 'w'.repeat(160)],
    ])('keeps a title of %s', async (_, title) => {
      const purpose = `First line\nBEGIN:VEVENT\nSecond, with; signs\\ ${title.repeat(8)}`;
      const session = await propose(server, rosa, { title, purpose });
      const { summary, description } = await eventOf(server.visitor(), session);
      expect(summary).toBe(title);
      expect(description).toContain('BEGIN:VEVENT');
      expect(description).toContain(title.repeat(8));
    });

    it('is written in the language of its reader', async () => {
      const session = await propose(server, rosa);
      await register(jose, session);
      const { description } = await eventOf(jose, session);
      expect(description).toContain('Para participar: https://meet.example.org/gates');
      expect(description).toContain('Interpretación (francés): https://meet.example.org/gates-fr');
      const asked = await server.visitor().with({ 'accept-language': 'zh' });
      expect((await eventOf(asked, session)).description).toContain('议程');
    });

    it('shows the meeting to those who hold a place', async () => {
      const session = await propose(server, rosa, { places: 1 });
      await register(jose, session);
      const late = await server.member('Late Comer');
      await register(late, session);
      expect((await eventOf(jose, session)).location).toBe('https://meet.example.org/gates');
      const waiting = await eventOf(late, session);
      expect(waiting.status).toBe('TENTATIVE');
      expect(waiting.description).toContain('waiting list');
      for (const client of [late, server.visitor()])
        expect(JSON.stringify(await eventOf(client, session))).not.toContain('meet.example.org');
    });

    it('follows changes and the end of it under the same name', async () => {
      const session = await propose(server, rosa, {
        timeZone: 'Europe/Madrid',
        startsAt: '2027-03-26T15:00',
        endsAt: '2027-03-26T16:30',
      });
      await register(jose, session);
      const before = await eventOf(jose, session);
      expect([before.starts, before.startsAt]).toEqual([
        '2027-03-26T15:00:00 Europe/Madrid',
        '2027-03-26T14:00:00.000Z',
      ]);
      await rosa.patch(`/api/v1/sessions/${session.id}`, { startsAt: '2027-03-29T15:00' });
      const moved = await eventOf(jose, session);
      expect([moved.uid, moved.sequence]).toEqual([before.uid, before.sequence + 1]);
      expect([moved.starts, moved.startsAt]).toEqual([
        '2027-03-29T15:00:00 Europe/Madrid',
        '2027-03-29T13:00:00.000Z',
      ]);
      await rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Flooded' });
      const off = await eventOf(jose, session);
      expect([off.uid, off.sequence, off.status]).toEqual([before.uid, before.sequence + 2, 'CANCELLED']);
      expect(off.description).toContain('Cancelada: Flooded');
      expect(off.location).toBe(off.url);
      expect((await calendarOf(jose, session)).method).toBe('CANCEL');
    });

    it('holds what goes on over a change of the clocks', async () => {
      const session = await propose(server, rosa, {
        format: 'study-visit',
        timeZone: 'America/Santiago',
        startsAt: '2027-03-31T09:00',
        endsAt: '2027-04-08T17:00',
      });
      expect(await eventOf(jose, session)).toMatchObject({
        startsAt: '2027-03-31T12:00:00.000Z',
        endsAt: '2027-04-08T21:00:00.000Z',
      });
    });

    it('is not there for a session that is not', async () => {
      expect(problemOf(await jose.get('/api/v1/sessions/nothing.ics'))).toEqual([404, 'platform/not-found']);
      expect(problemOf(await jose.get(`/api/v1/sessions/${'x'.repeat(60)}.ics`))[0]).toBeGreaterThanOrEqual(
        400,
      );
    });
  });

  describe('the calendar of a person', () => {
    it('holds the sessions in which they have a part, also by its secret address', async () => {
      const mina = await server.member('Mina Park', { locale: 'fr' });
      const madrid = { timeZone: 'Europe/Madrid', startsAt: '2027-03-26T15:00', endsAt: '2027-03-26T16:30' };
      const lima = { timeZone: 'America/Lima', startsAt: '2027-07-01T15:00', endsAt: '2027-07-01T16:30' };
      const [one, two] = [await propose(server, rosa, madrid), await propose(server, rosa, lima)];
      await register(mina, one);
      await register(mina, two);
      await rosa.post(`/api/v1/sessions/${two.id}/cancel`, { reason: 'Flooded' });
      const partsOf = ({ events }: ReadCalendar) =>
        Object.fromEntries(events.map(({ uid, status, startsAt }) => [uid, `${status} ${startsAt}`]));
      const expected = {
        [`${one.id}@sessions.minga`]: 'CONFIRMED 2027-03-26T14:00:00.000Z',
        [`${two.id}@sessions.minga`]: 'CANCELLED 2027-07-01T20:00:00.000Z',
      };
      const own = await calendar(mina, '/api/v1/me/learning-sessions.ics');
      expect([own.method, own.name, partsOf(own)]).toEqual(['PUBLISH', 'Sessions Minga', expected]);
      const { status, body } = await mina.post<{ url: string }>('/api/v1/me/calendar-address');
      const path = new URL(body.url).pathname;
      const secret = await calendar(server.visitor(), path);
      expect([status, secret.name, partsOf(secret)]).toEqual([201, 'Sessions Minga', expected]);
      expect(secret.events.find(({ status }) => status === 'CONFIRMED')?.description).toContain(
        'Rejoindre ici\u00a0: https://meet.example.org/gates',
      );
      const again = await mina.post<{ url: string }>('/api/v1/me/calendar-address');
      expect(problemOf(await server.visitor().get(path))).toEqual([404, 'platform/not-found']);
      const newPath = new URL(again.body.url).pathname;
      expect((await server.visitor().get(newPath)).status).toBe(200);
      expect((await mina.delete('/api/v1/me/calendar-address')).status).toBe(204);
      expect((await server.visitor().get(newPath)).status).toBe(404);
      expect((await server.visitor().get('/api/v1/me/learning-sessions.ics')).status).toBe(401);
    });

    it('is at no other address', async () => {
      for (const token of ['guess', 'a'.repeat(43), '..%2F..%2Fetc', '%00'])
        expect(problemOf(await server.visitor().get(`/api/v1/calendars/${token}.ics`))).toEqual([
          404,
          'platform/not-found',
        ]);
      const tooLong = await server.visitor().get(`/api/v1/calendars/${'a'.repeat(90)}.ics`);
      expect(problemOf(tooLong)[0]).toBeGreaterThanOrEqual(400);
      expect(problemOf(tooLong)[0]).toBeLessThan(500);
    });

    it('is there for whoever has no session yet', async () => {
      const nobody = await server.member('Nobody Yet', { locale: 'ar' });
      const empty = await calendar(nobody, '/api/v1/me/learning-sessions.ics');
      expect([empty.name, empty.events]).toEqual(['جلسات مينغا', []]);
    });
  });
});
