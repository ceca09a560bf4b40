import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { CommitmentView } from '../../../libs/commitments/index.js';
import type { SessionView } from '../../../libs/learning/index.js';
import { ListLinked } from '../../../libs/platform/entities/list-linked.use-case.js';
import { EventLog } from '../../../libs/platform/events/event-log.js';
import type { Page } from '../../../libs/platform/graph/page.js';
import { publishCase } from '../explore/case-builder.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import {
  faultsOf,
  inMinutes,
  moveClockTo,
  problemOf,
  propose,
  register,
  show,
  takeRole,
  withRole,
} from './session-maker.js';

describe('closing a session', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let caseId: string;
  let session: SessionView;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
    caseId = (await publishCase(jose)).id;
  });

  beforeEach(async () => {
    session = await propose(server, rosa, {
      about: [`case:${caseId}`, 'country:PER'],
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 120),
    });
    await register(jose, session);
  });

  afterAll(() => server.stop());

  const outcome = (fields: object = {}) => ({
    summary: 'Three ways of paying were compared.',
    lessons: [
      { text: 'Ask those who open the gates before anything is bought.', caseId },
      { text: 'A small fee that is paid beats a large one that is not.' },
    ],
    commitments: [
      { text: 'Send the drawings of the gates', ownerKey: `person:${jose.person.id}`, dueOn: '2031-05-01' },
    ],
    headcount: 14,
    ...fields,
  });
  const close = (body: object = outcome(), client = rosa): Promise<Answer<SessionView>> =>
    client.post<SessionView>(`/api/v1/sessions/${session.id}/close`, body);

  it('makes a record of it, with what was learned and promised', async () => {
    await rosa.post(`/api/v1/sessions/${session.id}/step`, { from: null });
    await rosa.post(`/api/v1/sessions/${session.id}/poll`, {
      open: { question: 'Useful?', options: ['Yes', 'No'] },
    });
    await jose.post(`/api/v1/sessions/${session.id}/poll`, { answer: 0 });
    await jose.post(`/api/v1/sessions/${session.id}/hand`, { raised: true });
    const closed = await close();
    expect([closed.status, closed.body.state]).toEqual([200, 'closed']);
    expect(closed.body.outcome).toMatchObject({
      summary: 'Three ways of paying were compared.',
      lessons: [
        { text: 'Ask those who open the gates before anything is bought.', about: { key: `case:${caseId}` } },
        { about: null },
      ],
      commitments: [
        { text: 'Send the drawings of the gates', owner: { title: 'José Ramírez' }, state: 'open' },
      ],
      headcount: 14,
      attended: 2,
      polls: [{ counts: [1, 0], open: false }],
    });
    expect(closed.body).toMatchObject({
      sequence: 1,
      registration: 'over',
      live: { open: false, hands: [] },
      permissions: { edit: false, run: false, close: false, takePart: false },
    });
    expect(await show(server.visitor(), session)).toMatchObject({
      state: 'closed',
      outcome: { headcount: 14 },
    });
  });

  it('joins the session, its lessons and commitments to what they are about, both ways', async () => {
    const { outcome: kept } = (await close()).body;
    const lesson = kept?.lessons[0]?.key;
    const commitment = kept?.commitments[0]?.key;
    const linked = async (key: string) =>
      (await server.app.get(ListLinked).execute(key, { limit: 100 })).items.map((item) => item.key);
    expect(await linked(`case:${caseId}`)).toEqual(expect.arrayContaining([session.key, lesson, commitment]));
    expect(await linked(session.key)).toEqual(
      expect.arrayContaining([lesson, commitment, `case:${caseId}`, `person:${rosa.person.id}`]),
    );
    const promised = await jose.get<Page<CommitmentView>>(`/api/v1/commitments?answers=${session.key}`);
    expect(promised.body.items).toMatchObject([{ answers: { key: session.key }, about: expect.anything() }]);
  });

  it('can be found by what was learned', async () => {
    await close(outcome({ lessons: [{ text: 'Quinchamalí potters lend each other kilns.' }] }));
    await server.settled();
    const found = await jose.get<{ hits: { key: string }[] }>('/api/v1/search?q=Quinchamal%C3%AD');
    expect(found.body.hits.map(({ key }) => key)).toContain(session.key);
    const byCountry = await jose.get<{ hits: { key: string }[] }>(
      '/api/v1/search?q=gates+P%C3%A9rou&type=session',
    );
    expect(byCountry.body.hits.map(({ key }) => key)).toContain(session.key);
  });

  it('is not found once it was called off', async () => {
    const other = await propose(server, rosa, { title: 'Zweibrücken talks of weirs' });
    await server.settled();
    const find = async () =>
      (await jose.get<{ hits: { key: string }[] }>('/api/v1/search?q=Zweibr%C3%BCcken&type=session')).body
        .hits;
    expect(await find()).toHaveLength(1);
    await rosa.post(`/api/v1/sessions/${other.id}/cancel`, { reason: 'Nobody can come' });
    await server.settled();
    expect(await find()).toEqual([]);
  });

  it('needs an outcome', async () => {
    expect(faultsOf(await close({}))).toEqual(['lessons field/required']);
    expect(faultsOf(await close({ lessons: [] }))).toEqual(['lessons field/too-few']);
    expect(faultsOf(await close({ lessons: [{ text: '  ' }] }))).toEqual(['lessons.0.text field/too-short']);
    expect((await show(jose, session)).state).toBe('planned');
  });

  it('keeps nothing of an outcome that has something wrong in it', async () => {
    expect(
      faultsOf(await close(outcome({ lessons: [{ text: 'About nothing', caseId: 'nothing' }] }))),
    ).toEqual(['lessons.0.caseId learning/about-nothing']);
    const bad = { text: 'Too late', ownerKey: `person:${jose.person.id}`, dueOn: '2001-01-01' };
    const answer = await close(outcome({ commitments: [outcome().commitments[0], bad] }));
    expect([answer.status, ...faultsOf(answer)]).toEqual([
      400,
      'commitments.1.dueOn commitments/day-is-past',
    ]);
    const nobody = { text: 'Nobody does it', ownerKey: 'person:nobody', dueOn: '2031-05-01' };
    expect((await close(outcome({ commitments: [nobody] }))).status).toBe(400);
    const promised = await jose.get<Page<CommitmentView>>(`/api/v1/commitments?answers=${session.key}`);
    expect(promised.body.items).toEqual([]);
    expect(await show(jose, session)).toMatchObject({ state: 'planned', outcome: null, sequence: 0 });
  });

  it('is done once, also by two at once', async () => {
    const answers = await Promise.all([close(), close()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const otherwise = await close(outcome({ lessons: [{ text: 'Something else was learned.' }] }));
    expect(problemOf(otherwise)).toEqual([409, 'learning/session-closed']);
    const { outcome: kept } = await show(jose, session);
    expect([kept?.lessons.length, kept?.commitments.length]).toEqual([2, 1]);
    const { events } = (await server.app.get(EventLog).replay(session.key, 0)) as {
      events: { type: string }[];
    };
    expect(events.filter(({ type }) => type === 'learning.session-closed')).toHaveLength(1);
  });

  it('is for those who run it, and not before the doors open', async () => {
    expect(problemOf(await close(outcome(), jose))).toEqual([403, 'access/forbidden']);
    const nadia = await withRole(server, 'Nadia Haddad');
    await rosa.patch(`/api/v1/sessions/${session.id}`, { facilitators: [rosa.person.id, nadia.person.id] });
    await takeRole(server, nadia, 'facilitator');
    expect(problemOf(await close(outcome(), nadia))).toEqual([403, 'learning/role-withdrawn']);
    session = await propose(server, rosa);
    expect(problemOf(await close())).toEqual([409, 'learning/doors-closed']);
  });

  it('ends everything that is done in it', async () => {
    await close();
    const refused = [
      rosa.post(`/api/v1/sessions/${session.id}/step`, { from: null }),
      rosa.patch(`/api/v1/sessions/${session.id}`, { title: 'Later' }),
      rosa.post(`/api/v1/sessions/${session.id}/cancel`, { reason: 'Too late' }),
      jose.post(`/api/v1/sessions/${session.id}/hand`, { raised: true }),
      jose.post(`/api/v1/sessions/${session.id}/notes`, { text: 'Too late' }),
      jose.delete(`/api/v1/sessions/${session.id}/registration`),
      register(await server.member('Late Comer'), session),
    ];
    for (const answer of await Promise.all(refused))
      expect(problemOf(answer)).toEqual([409, 'learning/session-closed']);
  });

  it('may be done late: a session that is over waits for its outcome', async () => {
    moveClockTo(server, Date.parse(session.endsAtUtc) + 86_400_000);
    const past = await jose.get<Page<{ id: string }>>('/api/v1/sessions?when=past');
    expect(past.body.items.map(({ id }) => id)).toContain(session.id);
    expect((await close()).body.state).toBe('closed');
  });
});
