import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LiveView, SessionView } from '../../../libs/learning/index.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import {
  faultsOf,
  inMinutes,
  problemOf,
  propose,
  register,
  show,
  takeRole,
  withRole,
} from './session-maker.js';

describe('the steps of a session', () => {
  let server: TestServer;
  let rosa: TestClient;
  let ana: TestClient;
  let jose: TestClient;
  let session: SessionView;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    ana = await withRole(server, 'Ana Torres');
    jose = await server.member('José Ramírez');
  });

  beforeEach(async () => {
    session = await propose(server, rosa, {
      facilitators: [ana.person.id],
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 120),
    });
    await register(jose, session);
  });

  afterAll(() => server.stop());

  const act = <Body = LiveView>(client: TestClient, what: string, body: object) =>
    client.post<Body>(`/api/v1/sessions/${session.id}/${what}`, body);
  const step = (client: TestClient, from: number | null): Promise<Answer<LiveView>> =>
    act(client, 'step', { from });
  const back = (client: TestClient, from: number | null): Promise<Answer<LiveView>> =>
    act(client, 'step', { from, back: true });

  it('go on one by one, timed by the server', async () => {
    const first = await step(rosa, null);
    expect(first.body).toMatchObject({ stepIndex: 0 });
    expect(Math.abs(Date.parse(first.body.stepStartedAt ?? '') - Date.now())).toBeLessThan(60_000);
    expect((await show(jose, session)).state).toBe('running');
    expect((await step(ana, 0)).body.stepIndex).toBe(1);
    expect((await step(rosa, 1)).body.stepIndex).toBe(2);
    expect(problemOf(await step(rosa, 2))).toEqual([409, 'learning/last-step']);
  });

  it('move once when two facilitators press together', async () => {
    await step(rosa, null);
    const answers = await Promise.all([step(rosa, 0), step(ana, 0)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.stepIndex)).toEqual([1, 1]);
    expect(answers[0]?.body.stepStartedAt).toBe(answers[1]?.body.stepStartedAt);
    expect((await step(rosa, 0)).body.stepIndex).toBe(1);
  });

  it('are for those who run it, while they hold the role', async () => {
    expect(problemOf(await step(jose, null))).toEqual([403, 'access/forbidden']);
    const nadia = await withRole(server, 'Nadia Haddad');
    await rosa.patch(`/api/v1/sessions/${session.id}`, {
      facilitators: [rosa.person.id, ana.person.id, nadia.person.id],
    });
    expect((await step(nadia, null)).body.stepIndex).toBe(0);
    await takeRole(server, nadia, 'facilitator');
    expect(problemOf(await step(nadia, 0))).toEqual([403, 'learning/role-withdrawn']);
    expect((await show(jose, session)).live.stepIndex).toBe(0);
    expect((await step(ana, 0)).body.stepIndex).toBe(1);
  });

  it('keep the session where it is: it is not moved, called off or cut short any more', async () => {
    await step(rosa, null);
    await step(rosa, 0);
    const change = (body: object) => rosa.patch<SessionView>(`/api/v1/sessions/${session.id}`, body);
    expect(problemOf(await change({ startsAt: inMinutes(server, 50) }))).toEqual([409, 'learning/has-begun']);
    expect(problemOf(await act(rosa, 'cancel', { reason: 'No more' }))).toEqual([409, 'learning/has-begun']);
    expect(faultsOf(await change({ agenda: [{ title: 'All', minutes: 5 }] }))).toEqual([
      'agenda learning/steps-gone-by',
    ]);
    const longer = await change({ agenda: [...session.agenda, { title: 'One more', minutes: 5 }] });
    expect([longer.status, longer.body.agenda.length, longer.body.live.stepIndex]).toEqual([200, 4, 1]);
  });

  it('go back by one, whose time begins anew, and not before the first', async () => {
    expect(problemOf(await back(rosa, null))).toEqual([409, 'learning/first-step']);
    await step(rosa, null);
    const second = await step(rosa, 0);
    server.app.get(Clock).moveBy(60_000);
    const first = await back(ana, 1);
    expect(first.body.stepIndex).toBe(0);
    expect(Date.parse(first.body.stepStartedAt ?? '')).toBeGreaterThanOrEqual(
      Date.parse(second.body.stepStartedAt ?? '') + 60_000,
    );
    expect(problemOf(await back(rosa, 0))).toEqual([409, 'learning/first-step']);
  });

  it('go back once when two facilitators press together', async () => {
    await step(rosa, null);
    await step(rosa, 0);
    await step(rosa, 1);
    const answers = await Promise.all([back(rosa, 2), back(ana, 2)]);
    expect(answers.map(({ status, body }) => [status, body.stepIndex])).toEqual([
      [200, 1],
      [200, 1],
    ]);
  });

  it('go back for those who run it alone', async () => {
    await step(rosa, null);
    await step(rosa, 0);
    expect(problemOf(await back(jose, 1))).toEqual([403, 'access/forbidden']);
    expect(problemOf(await back(server.visitor(), 1))).toEqual([401, 'access/sign-in-required']);
    expect((await show(jose, session)).live.stepIndex).toBe(1);
  });

  it.each([[{}], [{ from: -1 }], [{ from: 'two' }], [{ from: 0, back: 'maybe' }], [{ from: 1.5 }]])(
    'refuse %j',
    async (body) => {
      expect(problemOf(await act(rosa, 'step', body))).toEqual([400, 'platform/invalid-input']);
    },
  );
});
