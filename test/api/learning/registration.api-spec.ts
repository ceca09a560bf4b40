import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OwnSessionView, RegistrationView, SessionView } from '../../../libs/learning/index.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import {
  crowd,
  faultsOf,
  inMinutes,
  moveClockTo,
  problemOf,
  propose,
  register,
  show,
  withRole,
} from './session-maker.js';

const CROWD = 200;

describe('registering for a session', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let amina: TestClient;
  let people: TestClient[];

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
    amina = await server.member('Amina Mohamud');
    people = await crowd(server, CROWD);
  }, 120_000);

  afterAll(() => server.stop());

  const cancel = (client: TestClient, { id }: { id: string }): Promise<Answer<RegistrationView>> =>
    client.delete<RegistrationView>(`/api/v1/sessions/${id}/registration`);
  const stateOf = async (client: TestClient, session: { id: string }) =>
    (await show(client, session)).own?.state;
  const change = (id: string, body: object) => rosa.patch<SessionView>(`/api/v1/sessions/${id}`, body);

  it('gives a place with all that belongs to it, and takes it back', async () => {
    const session = await propose(server, rosa);
    const answer = await register(jose, session, { timeZone: 'America/Lima' });
    expect(answer.body).toMatchObject({
      registered: 1,
      waiting: 0,
      own: { state: 'registered', timeZone: 'America/Lima' },
    });
    expect(await show(jose, session)).toMatchObject({
      meetingLink: 'https://meet.example.org/gates',
      interpretationLinks: [{ language: 'fr' }],
      permissions: { register: false },
    });
    const seen = (await show(jose, session)).participants ?? [];
    expect(seen.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'Rosa Quispe facilitating',
      'José Ramírez registered',
    ]);
    expect((await register(jose, session)).body).toMatchObject({
      registered: 1,
      own: { state: 'registered' },
    });
    const gone = await cancel(jose, session);
    expect(gone.body).toEqual({ own: null, registered: 0, waiting: 0, places: null });
    expect((await show(jose, session)).meetingLink).toBeNull();
    const again = await cancel(jose, session);
    expect([again.status, again.body]).toEqual([200, gone.body]);
    expect((await register(jose, session)).body.own?.state).toBe('registered');
  });

  it('gives the one place to exactly one of two hundred who ask at once, and everyone else a turn', async () => {
    const session = await propose(server, rosa, { places: 1 });
    const answers = await Promise.all(people.map((client) => register(client, session)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { participants, registered, waiting } = await show(rosa, session);
    expect({ registered, waiting }).toEqual({ registered: 1, waiting: CROWD - 1 });
    const list = (participants ?? []).filter(({ state }) => state !== 'facilitating');
    expect(list).toHaveLength(CROWD);
    expect(new Set(list.map(({ id }) => id)).size).toBe(CROWD);
    expect(list.map(({ state }) => state)).toEqual(['registered', ...Array(CROWD - 1).fill('waiting')]);

    // The order holds: whoever stands second moves up when the first leaves, the third after them.
    const clientOf = (position: number) =>
      people.find(({ person }) => person.id === list[position]?.id) as TestClient;
    expect((await show(clientOf(7), session)).own).toMatchObject({ state: 'waiting', waitingPosition: 7 });
    await cancel(clientOf(0), session);
    expect(await stateOf(clientOf(1), session)).toBe('registered');
    expect(await stateOf(clientOf(2), session)).toBe('waiting');
    await Promise.all([1, 2, 3].map((position) => cancel(clientOf(position), session)));
    const after = await show(rosa, session);
    expect([after.registered, after.waiting]).toEqual([1, CROWD - 5]);
    expect(await stateOf(clientOf(4), session)).toBe('registered');

    const more = await change(session.id, { places: 3 });
    expect([more.body.registered, more.body.waiting]).toEqual([3, CROWD - 7]);
    expect(await stateOf(clientOf(6), session)).toBe('registered');
    expect(await stateOf(clientOf(7), session)).toBe('waiting');
    const back = await register(clientOf(0), session);
    expect(back.body.own).toMatchObject({ state: 'waiting', waitingPosition: CROWD - 6 });
    const free = await change(session.id, { places: null });
    expect([free.body.registered, free.body.waiting]).toEqual([CROWD - 3, 0]);
  }, 180_000);

  it('is never overbooked while people come and go at once', async () => {
    const session = await propose(server, rosa, { places: 5 });
    const some = people.slice(0, 40);
    await Promise.all(
      some.map(async (client, index) => {
        await register(client, session);
        if (index % 3 === 0) await cancel(client, session);
      }),
    );
    const { registered, waiting, participants } = await show(rosa, session);
    const count = (state: string) => participants?.filter((one) => one.state === state).length;
    expect([registered, waiting]).toEqual([5, 40 - 14 - 5]);
    expect([count('registered'), count('waiting')]).toEqual([registered, waiting]);
  }, 120_000);

  it('takes no place from anyone', async () => {
    const session = await propose(server, rosa, { places: 2 });
    await register(jose, session);
    await register(amina, session);
    expect(faultsOf(await change(session.id, { places: 1, title: 'Not kept either' }))).toEqual([
      'places learning/places-taken',
    ]);
    expect(await show(jose, session)).toMatchObject({ places: 2, registered: 2, title: session.title });
  });

  it('needs no place of those who run it', async () => {
    const session = await propose(server, rosa, { places: 1 });
    expect((await register(rosa, session)).body).toMatchObject({
      registered: 0,
      own: { state: 'facilitating' },
    });
    expect(problemOf(await cancel(rosa, session))).toEqual([409, 'learning/runs-the-session']);
    const ana = await withRole(server, 'Ana Torres');
    await register(ana, session);
    await register(jose, session);
    expect(await stateOf(jose, session)).toBe('waiting');
    await change(session.id, { facilitators: [rosa.person.id, ana.person.id] });
    expect(await stateOf(jose, session)).toBe('registered');
  });

  it('lists the sessions in which a person has a part', async () => {
    const session = await propose(server, rosa, { places: 1 });
    await register(amina, session);
    await register(jose, session);
    const own = async (client: TestClient) =>
      (await client.get<Page<OwnSessionView>>('/api/v1/me/learning-sessions?limit=100')).body.items;
    expect((await own(jose)).find(({ id }) => id === session.id)?.own.state).toBe('waiting');
    expect((await own(rosa)).find(({ id }) => id === session.id)?.own.state).toBe('facilitating');
    expect((await server.visitor().get('/api/v1/me/learning-sessions')).status).toBe(401);
  });

  it('refuses visitors and unknown zones', async () => {
    const session = await propose(server, rosa);
    expect(problemOf(await register(server.visitor(), session))).toEqual([401, 'access/sign-in-required']);
    expect(faultsOf(await register(jose, session, { timeZone: 'Mars/Olympus' }))).toEqual([
      'timeZone learning/unknown-time-zone',
    ]);
  });

  it('is open from the first to the last millisecond of its window', async () => {
    const session = await propose(server, rosa, {
      startsAt: inMinutes(server, 4000),
      endsAt: inMinutes(server, 4060),
      registrationOpensAt: inMinutes(server, 1000),
      registrationClosesAt: inMinutes(server, 3000),
    });
    const opens = Date.parse(session.registrationOpensAtUtc ?? '');
    const closes = Date.parse(session.registrationClosesAtUtc ?? '');
    expect(session.registration).toBe('not-yet');
    expect(problemOf(await register(jose, session))).toEqual([409, 'learning/registration-not-open']);
    moveClockTo(server, opens);
    expect((await register(jose, session)).status).toBe(200);
    moveClockTo(server, closes - 5000);
    expect((await register(amina, session)).status).toBe(200);
    moveClockTo(server, closes + 1);
    const late = people[0] as TestClient;
    expect(problemOf(await register(late, session))).toEqual([409, 'learning/registration-over']);
    expect(await show(late, session)).toMatchObject({
      registration: 'over',
      registered: 2,
      permissions: { register: false },
    });
    expect((await cancel(amina, session)).body.registered).toBe(1);
  });
});
