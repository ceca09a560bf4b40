import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StartThread, type ThreadView } from '../../../libs/discussions/index.js';
import type { SessionSummaryView, SessionView } from '../../../libs/learning/index.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import {
  faultsOf,
  inMinutes,
  type ProblemBody,
  problemOf,
  propose,
  register,
  sessionBody,
  show,
  takeRole,
  withRole,
} from './session-maker.js';

describe('proposing a session', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
  });

  afterAll(() => server.stop());

  const send = (fields: object, client = rosa): Promise<Answer<SessionView>> =>
    client.post<SessionView>('/api/v1/sessions', sessionBody(server, fields));
  const change = (id: string, body: object, client = rosa): Promise<Answer<SessionView>> =>
    client.patch<SessionView>(`/api/v1/sessions/${id}`, body);
  const list = async (query: string, client = server.visitor()) =>
    (await client.get<Page<SessionSummaryView>>(`/api/v1/sessions?${query}`)).body.items.map(({ id }) => id);

  it('shows it to everyone, and the links to those who run it alone', async () => {
    const session = await propose(server, rosa);
    expect(session).toMatchObject({
      title: 'Who maintains the gates?',
      state: 'planned',
      registration: 'open',
      sequence: 0,
      registered: 0,
      facilitators: [{ id: rosa.person.id, name: 'Rosa Quispe' }],
      proposedBy: { id: rosa.person.id },
      own: { state: 'facilitating' },
      meetingLink: 'https://meet.example.org/gates',
      permissions: { edit: true, cancel: true, run: false, close: false, register: false, takePart: false },
    });
    expect(session.about.map(({ key }) => key)).toEqual(['country:PER', 'sdg:6']);
    const answer = await server.visitor().get<SessionView>(`/api/v1/sessions/${session.id}`);
    expect(answer.text).not.toContain('meet.example.org');
    expect(answer.body).toMatchObject({
      meetingLink: null,
      interpretationLinks: [],
      participants: null,
      own: null,
    });
  });

  it('starts the thread in which those who take part talk', async () => {
    const session = await propose(server, rosa);
    const { threadId } = session;
    const thread = await jose.get<ThreadView>(`/api/v1/threads/${threadId}`);
    expect(thread.body).toMatchObject({
      title: session.title,
      about: [{ key: session.key, type: 'session' }],
    });
    const threads = await jose.get<Page<object>>(`/api/v1/threads?about=${session.key}`);
    expect(threads.body.items).toHaveLength(1);
  });

  it('is there with its thread, or not at all', async () => {
    const startThread = server.app.get(StartThread);
    const begin = startThread.executeIn.bind(startThread);
    startThread.executeIn = async (...given) => {
      await begin(...given);
      throw new Error('away');
    };
    const answer = await send({ title: 'Without a thread', about: ['sdg:17'] });
    startThread.executeIn = begin;
    expect(answer.status).toBe(500);
    expect(await list('about=sdg:17')).toEqual([]);
  });

  it('is for facilitators and stewards', async () => {
    expect(problemOf(await send({}, jose))).toEqual([403, 'access/forbidden']);
    expect(problemOf(await send({}, server.visitor()))).toEqual([401, 'access/sign-in-required']);
    expect((await send({}, await withRole(server, 'Stella Steward', 'steward'))).status).toBe(201);
  });

  it('refuses impossible times, each with its reason', async () => {
    const start = inMinutes(server, 600);
    const cases: [object, string[]][] = [
      [{ startsAt: '2027-02-30T10:00', endsAt: '2027-03-01T10:00' }, ['startsAt learning/no-such-day']],
      [{ startsAt: start, endsAt: start }, ['endsAt learning/ends-before-start']],
      [{ startsAt: start, endsAt: inMinutes(server, 599) }, ['endsAt learning/ends-before-start']],
      [{ startsAt: inMinutes(server, -5) }, ['startsAt learning/starts-in-the-past']],
      [{ timeZone: 'Atlantis/Capital' }, ['timeZone learning/unknown-time-zone']],
      [
        { timeZone: 'Europe/Madrid', startsAt: '2027-03-28T02:30', endsAt: '2027-03-28T05:00' },
        ['startsAt learning/time-skipped'],
      ],
      [
        { registrationOpensAt: inMinutes(server, 60), registrationClosesAt: inMinutes(server, 30) },
        ['registrationClosesAt learning/window-closes-before-opening'],
      ],
    ];
    for (const [fields, faults] of cases) {
      const answer = await send(fields);
      expect([answer.status, ...faultsOf(answer)]).toEqual([400, ...faults]);
    }
    const skipped = await send({
      timeZone: 'Europe/Madrid',
      startsAt: '2027-03-28T02:30',
      endsAt: '2027-03-28T05:00',
    });
    expect((skipped.body as unknown as ProblemBody).errors?.[0]?.message).toContain('03:30');
  });

  it('refuses subjects, people and links that are not there', async () => {
    const answer = await send({
      about: ['country:PER', 'country:XXX', `person:${rosa.person.id}`],
      facilitators: [jose.person.id, 'nobody'],
    });
    expect(faultsOf(answer)).toEqual([
      'about.1 learning/about-nothing',
      'about.2 learning/about-nothing',
      'facilitators.0 learning/not-a-facilitator',
      'facilitators.1 learning/not-a-facilitator',
    ]);
    for (const meetingLink of ['http://meet.example.org', 'javascript:alert(1)', 'https://', 'meet'])
      expect(faultsOf(await send({ meetingLink }))).toEqual(['meetingLink learning/link-not-https']);
    expect(faultsOf(await send({ about: [], languages: [], places: 0 }))).toEqual([
      'about field/too-few',
      'languages field/too-few',
      'places field/too-small',
    ]);
  });

  it('keeps hostile text as text', async () => {
    const session = await propose(server, rosa, {
      title: `<script>alert(1)</script> '}) DETACH DELETE n //`,
    });
    expect(session.title).toBe(`<script>alert(1)</script> '}) DETACH DELETE n //`);
    expect((await propose(server, rosa, { purpose: '<img onerror=x>' })).purposeHtml).not.toContain('<img');
  });

  describe('and then changing it', () => {
    it('moves it across a change of summer time at its hour on the wall', async () => {
      const session = await propose(server, rosa, {
        timeZone: 'Europe/Madrid',
        startsAt: '2027-03-26T15:00',
        endsAt: '2027-03-26T16:30',
        registrationClosesAt: '2027-03-25T20:00',
      });
      expect(session.startsAtUtc).toBe('2027-03-26T14:00:00.000Z');
      const moved = await change(session.id, { startsAt: '2027-03-29T15:00' });
      expect(moved.body).toMatchObject({
        startsAt: '2027-03-29T15:00',
        endsAt: '2027-03-29T16:30',
        startsAtUtc: '2027-03-29T13:00:00.000Z',
        endsAtUtc: '2027-03-29T14:30:00.000Z',
        registrationClosesAtUtc: '2027-03-25T19:00:00.000Z',
        sequence: 1,
      });
      const elsewhere = await change(session.id, { timeZone: 'America/Lima' });
      expect(elsewhere.body).toMatchObject({
        startsAt: '2027-03-29T15:00',
        startsAtUtc: '2027-03-29T20:00:00.000Z',
        sequence: 2,
      });
      expect(faultsOf(await change(session.id, { endsAt: '2027-03-29T14:00' }))).toEqual([
        'endsAt learning/ends-before-start',
      ]);
    });

    it('overwrites nothing that was saved meanwhile, and counts no change that is none', async () => {
      const session = await propose(server, rosa);
      const first = await change(session.id, { sequence: 0, title: 'One' });
      expect(first.body).toMatchObject({ title: 'One', sequence: 1 });
      expect(problemOf(await change(session.id, { sequence: 0, title: 'Two' }))).toEqual([
        409,
        'learning/changed-meanwhile',
      ]);
      expect((await change(session.id, { title: 'One' })).body.sequence).toBe(1);
      expect((await show(jose, session)).title).toBe('One');
    });

    it('changes what it is about and who runs it', async () => {
      const ana = await withRole(server, 'Ana Torres');
      const session = await propose(server, rosa, { places: 5 });
      await register(ana, session);
      const changed = await change(session.id, {
        about: ['country:BOL'],
        facilitators: [rosa.person.id, ana.person.id],
      });
      expect(changed.body).toMatchObject({ about: [{ key: 'country:BOL' }], registered: 0 });
      expect(changed.body.facilitators.map(({ name }) => name)).toEqual(['Ana Torres', 'Rosa Quispe']);
      expect((await change(session.id, { facilitators: [ana.person.id] }, ana)).status).toBe(200);
      expect(problemOf(await change(session.id, { title: 'Mine' }))).toEqual([403, 'access/forbidden']);
      expect((await show(rosa, session)).own).toBeNull();
    });

    it('is told clearly to a facilitator who has lost the role, and nothing is lost', async () => {
      const nadia = await withRole(server, 'Nadia Haddad');
      const session = await propose(server, nadia);
      await takeRole(server, nadia, 'facilitator');
      const refused = await change(session.id, { title: 'Too late' }, nadia);
      expect(problemOf(refused)).toEqual([403, 'learning/role-withdrawn']);
      const cancelling = await nadia.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Too late' });
      expect(problemOf(cancelling)).toEqual([403, 'learning/role-withdrawn']);
      expect(await show(nadia, session)).toMatchObject({
        title: session.title,
        permissions: { edit: false },
      });
      const steward = await withRole(server, 'Stefan Steward', 'steward');
      expect((await change(session.id, { title: 'Goes on' }, steward)).status).toBe(200);
    });

    it('calls it off once, and says so to those who come', async () => {
      const session = await propose(server, rosa, { about: ['country:UGA'] });
      const cancel = (client: TestClient) =>
        client.post<SessionView>(`/api/v1/sessions/${session.id}/cancel`, { reason: 'The road is flooded' });
      expect(problemOf(await cancel(jose))).toEqual([403, 'access/forbidden']);
      const first = await cancel(rosa);
      expect(first.body).toMatchObject({
        state: 'cancelled',
        cancelledReason: 'The road is flooded',
        sequence: 1,
        registration: 'over',
        permissions: { edit: false, cancel: false },
      });
      expect((await cancel(rosa)).body).toMatchObject({
        state: 'cancelled',
        sequence: 1,
        seq: first.body.seq,
      });
      expect(problemOf(await register(jose, session))).toEqual([409, 'learning/session-cancelled']);
      expect(problemOf(await change(session.id, { title: 'Back again' }))).toEqual([
        409,
        'learning/session-cancelled',
      ]);
      expect(await list('about=country:UGA')).toEqual([]);
    });
  });

  it('answers for a session that is not there as for anything else', async () => {
    expect(problemOf(await jose.get('/api/v1/sessions/nothing'))).toEqual([404, 'platform/not-found']);
    expect(problemOf(await change('nothing', { title: 'None' }))).toEqual([404, 'platform/not-found']);
    expect(problemOf(await register(jose, { id: 'nothing' }))).toEqual([404, 'platform/not-found']);
  });
});
