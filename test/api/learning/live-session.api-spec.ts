import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveView, NoteView, SessionView } from '../../../libs/learning/index.js';
import type { AnyEvent } from '../../../libs/platform/events/event.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { expectClientInSync } from '../client-in-sync.js';
import { LiveClient } from '../live-client.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import { faultsOf, inMinutes, problemOf, propose, register, show, withRole } from './session-maker.js';

describe('a session while it goes on', () => {
  let server: TestServer;
  let rosa: TestClient;
  let ana: TestClient;
  let jose: TestClient;
  let amina: TestClient;
  let stranger: TestClient;
  let session: SessionView;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    ana = await withRole(server, 'Ana Torres');
    jose = await server.member('José Ramírez');
    amina = await server.member('Amina Mohamud');
    stranger = await server.member('Stranger');
  });

  beforeEach(async () => {
    session = await propose(server, rosa, {
      facilitators: [ana.person.id],
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 120),
    });
    await register(jose, session);
    await register(amina, session);
  });

  afterAll(() => server.stop());

  const act = <Body = LiveView>(client: TestClient, what: string, body: object, one = session) =>
    client.post<Body>(`/api/v1/sessions/${one.id}/${what}`, body);
  const step = (client: TestClient, from: number | null): Promise<Answer<LiveView>> =>
    act(client, 'step', { from });
  const namesIn = ({ body }: Answer<LiveView>) => body.hands.map(({ name }) => name);

  it('opens its doors an hour before it begins', async () => {
    const later = await propose(server, rosa, {
      startsAt: inMinutes(server, 90),
      endsAt: inMinutes(server, 120),
    });
    await register(jose, later);
    expect(problemOf(await act(rosa, 'step', { from: null }, later))).toEqual([409, 'learning/doors-closed']);
    expect(problemOf(await act(jose, 'hand', { raised: true }, later))).toEqual([
      409,
      'learning/doors-closed',
    ]);
    expect((await show(jose, later)).live.open).toBe(false);
    expect((await show(jose, session)).live.open).toBe(true);
  });

  describe('raised hands', () => {
    it('stand in the order in which they went up', async () => {
      await act(amina, 'hand', { raised: true });
      await act(jose, 'hand', { raised: true });
      expect(namesIn(await act(ana, 'hand', { raised: true }))).toEqual([
        'Amina Mohamud',
        'José Ramírez',
        'Ana Torres',
      ]);
      expect(namesIn(await act(amina, 'hand', { raised: true }))[0]).toBe('Amina Mohamud');
      await act(amina, 'hand', { raised: false });
      expect(namesIn(await act(amina, 'hand', { raised: true }))).toEqual([
        'José Ramírez',
        'Ana Torres',
        'Amina Mohamud',
      ]);
      expect((await show(amina, session)).own?.handRaised).toBe(true);
      expect(namesIn(await act(rosa, 'hand', { raised: false, person: jose.person.id }))).toEqual([
        'Ana Torres',
        'Amina Mohamud',
      ]);
      expect(problemOf(await act(jose, 'hand', { raised: false, person: amina.person.id }))).toEqual([
        403,
        'access/forbidden',
      ]);
    });

    it('are those of people with a place', async () => {
      expect(problemOf(await act(stranger, 'hand', { raised: true }))).toEqual([
        403,
        'learning/not-registered',
      ]);
      expect(problemOf(await act(server.visitor(), 'hand', { raised: true }))).toEqual([
        401,
        'access/sign-in-required',
      ]);
      await act(jose, 'hand', { raised: true });
      await jose.delete(`/api/v1/sessions/${session.id}/registration`);
      expect((await show(rosa, session)).live.hands).toEqual([]);
    });
  });

  describe('a quick poll', () => {
    const question = { question: 'Who should pay?', options: ['The users', 'The state'] };
    const open = (client = rosa) => act(client, 'poll', { open: question });
    const answer = (client: TestClient, option: unknown) => act(client, 'poll', { answer: option });

    it('counts one answer each, which may change while it is open', async () => {
      expect((await open()).body.poll).toMatchObject({ number: 1, counts: [0, 0], open: true });
      await answer(jose, 0);
      await answer(amina, 0);
      expect((await answer(jose, 1)).body.poll?.counts).toEqual([1, 1]);
      expect((await answer(jose, 1)).body.poll?.counts).toEqual([1, 1]);
      expect((await show(jose, session)).own?.pollAnswer).toBe(1);
      expect(problemOf(await open())).toEqual([409, 'learning/poll-is-open']);
      expect((await act(ana, 'poll', { close: true })).body.poll).toMatchObject({
        open: false,
        counts: [1, 1],
      });
      expect((await act(ana, 'poll', { close: true })).status).toBe(200);
      expect(problemOf(await answer(jose, 0))).toEqual([409, 'learning/no-poll-open']);
      expect((await open()).body.poll).toMatchObject({ number: 2, counts: [0, 0] });
    });

    it('counts right when an answer changes many times at once', async () => {
      await open();
      await answer(amina, 1);
      await Promise.all(Array.from({ length: 30 }, (_, index) => answer(jose, index % 2)));
      const { poll } = (await show(rosa, session)).live;
      expect((poll?.counts[0] ?? 0) + (poll?.counts[1] ?? 0)).toBe(2);
    });

    it('refuses what is no answer and who has none to give', async () => {
      expect(problemOf(await answer(jose, 0))).toEqual([409, 'learning/no-poll-open']);
      expect(problemOf(await open(jose))).toEqual([403, 'access/forbidden']);
      await open();
      expect(faultsOf(await answer(jose, 2))).toEqual(['answer learning/no-such-option']);
      for (const wrong of [-1, 0.5, 'x', [0, 1]]) expect((await answer(jose, wrong)).status).toBe(400);
      expect(problemOf(await answer(stranger, 0))).toEqual([403, 'learning/not-registered']);
      expect((await act(rosa, 'poll', { open: { question: 'One?', options: ['only'] } })).status).toBe(400);
      expect((await act(rosa, 'poll', {})).status).toBe(400);
    });
  });

  describe('the notes', () => {
    it('keep every line with its author, in order, when many write at once', async () => {
      const lines = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          act<NoteView>(index % 2 ? jose : rosa, 'notes', { text: `Line ${index}` }),
        ),
      );
      expect(new Set(lines.map(({ status }) => status))).toEqual(new Set([201]));
      const { notes, live } = await show(server.visitor(), session);
      expect(live.noteCount).toBe(30);
      expect(notes.map(({ number }) => number)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
      expect(new Set(notes.map(({ author }) => author.name))).toEqual(
        new Set(['Rosa Quispe', 'José Ramírez']),
      );
      const page = await jose.get<Page<NoteView>>(`/api/v1/sessions/${session.id}/notes?cursor=10&limit=10`);
      expect([page.body.items[0]?.number, page.body.nextCursor]).toEqual([11, '20']);
      expect((await act(jose, 'notes', { text: ' ' })).status).toBe(400);
      expect(problemOf(await act(stranger, 'notes', { text: 'Mine' }))).toEqual([
        403,
        'learning/not-registered',
      ]);
    });
  });

  describe('attendance', () => {
    it('notes who does anything, who says so and whom a facilitator counts', async () => {
      expect((await act(jose, 'attendance', {})).body.attended).toBe(1);
      expect((await act(jose, 'attendance', {})).body.attended).toBe(1);
      await act(rosa, 'attendance', { person: amina.person.id });
      expect((await show(amina, session)).own?.attended).toBe(true);
      const counted = await act(rosa, 'attendance', { person: jose.person.id, present: false });
      expect(counted.body.attended).toBe(2);
      expect(problemOf(await act(jose, 'attendance', { person: amina.person.id }))).toEqual([
        403,
        'access/forbidden',
      ]);
      expect(problemOf(await act(rosa, 'attendance', { person: stranger.person.id }))).toEqual([
        404,
        'platform/not-found',
      ]);
      expect(problemOf(await act(stranger, 'attendance', {}))).toEqual([403, 'learning/not-registered']);
    });
  });

  it('keeps in step whoever listens: what they had, with what they heard, is what a fresh look shows', async () => {
    const fetch = async () => {
      const view = await show(server.visitor(), session);
      const { live, notes, title, places, registered, waiting, state, seq } = view;
      return { live, notes, title, places, registered, waiting, state, seq };
    };
    type Seen = Awaited<ReturnType<typeof fetch>>;
    const reduce = (seen: Seen, { type, data }: AnyEvent): Seen => {
      const live = { ...seen.live };
      const next = { ...seen, live };
      if (type === 'learning.step-changed') {
        live.stepIndex = data.stepIndex as number;
        live.stepStartedAt = data.stepStartedAt as string;
        next.state = 'running';
      }
      if (type === 'learning.hand-raised' || type === 'learning.hand-lowered')
        live.hands = data.queue as Seen['live']['hands'];
      if (type.startsWith('learning.poll-')) live.poll = data.poll as Seen['live']['poll'];
      if (type === 'learning.note-added') {
        next.notes = [...seen.notes, data.note as NoteView];
        live.noteCount += 1;
      }
      if (type === 'learning.attendance-changed') live.attended = data.attended as number;
      if (type === 'learning.registration-changed') {
        next.registered = data.registered as number;
        next.waiting = data.waiting as number;
      }
      if (type === 'learning.session-changed') {
        const { title, places } = data.session as SessionView;
        Object.assign(next, { title, places });
      }
      return next;
    };
    await expectClientInSync({
      client: server.visitor(),
      room: `session:${session.id}`,
      fetch,
      reduce,
      action: async () => {
        await step(rosa, null);
        await Promise.all([act(jose, 'hand', { raised: true }), act(amina, 'hand', { raised: true })]);
        await act(rosa, 'hand', { raised: false, person: jose.person.id });
        await act(rosa, 'poll', { open: { question: 'Ready?', options: ['Yes', 'No'] } });
        await Promise.all([act(jose, 'poll', { answer: 0 }), act(amina, 'poll', { answer: 1 })]);
        await act(rosa, 'poll', { close: true });
        await act(amina, 'notes', { text: 'Ask early' });
        await Promise.all([step(rosa, 0), step(ana, 0)]);
        await rosa.patch(`/api/v1/sessions/${session.id}`, { places: 2, title: 'Renamed' });
        await register(stranger, session);
        await jose.delete(`/api/v1/sessions/${session.id}/registration`);
      },
    });
  });

  it('tells nobody the link to the meeting or an address', async () => {
    const live = await LiveClient.connect(server.visitor());
    try {
      const room = `session:${session.id}`;
      expect(await live.join(room, 0)).toMatchObject({ ok: true });
      await step(rosa, null);
      await act(jose, 'hand', { raised: true });
      const { seq } = await show(rosa, session);
      const told = JSON.stringify(await live.eventsUntil(room, seq));
      expect(told).toContain('learning.session-proposed');
      expect(told).not.toMatch(/meet\.example\.org|@example\.org/);
      expect(await live.join('session:nothing')).toMatchObject({ ok: false });
    } finally {
      live.close();
    }
  });
});
