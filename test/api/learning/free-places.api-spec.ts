import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DisableAccount } from '../../../libs/identity/index.js';
import type { SessionView } from '../../../libs/learning/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { proveAddress } from '../identity/mailed-link.js';
import { type TestClient, TestServer } from '../test-server.js';
import { crowd, faultsOf, problemOf, propose, register, show, withRole } from './session-maker.js';

const REASON = 'Comes to sell something.';

describe('places that become free', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let people: TestClient[];

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await withRole(server, 'Rosa Quispe');
    await withRole(server, 'Admin', 'administrator');
    jose = await server.member('José Ramírez');
    await proveAddress(server, jose);
    people = await crowd(server, 12);
  }, 60_000);

  afterAll(() => server.stop());

  const someone = (): TestClient => {
    const client = people.pop();
    if (!client) throw new Error('too few people');
    return client;
  };
  const disable = async ({ person }: TestClient) => {
    await server.app.get(DisableAccount).disable(SYSTEM, person.id);
    await server.settled();
  };
  const enable = ({ person }: TestClient) => server.app.get(DisableAccount).enable(SYSTEM, person.id);
  const stateOf = async (client: TestClient, session: SessionView) =>
    (await show(client, session)).own?.state;
  const remove = (by: TestClient, { id }: SessionView, { person }: TestClient, reason: unknown = REASON) =>
    by.send<SessionView>('PUT', `/api/v1/sessions/${id}/removals/${person.id}`, JSON.stringify({ reason }), {
      'content-type': 'application/json',
    });
  const letIn = (by: TestClient, { id }: SessionView, { person }: TestClient) =>
    by.delete<SessionView>(`/api/v1/sessions/${id}/removals/${person.id}`);

  describe('when an account is disabled', () => {
    it('go to the first of those who wait', async () => {
      const [holder, first, second] = [someone(), someone(), someone()];
      const session = await propose(server, rosa, { places: 1 });
      for (const client of [holder, first, second]) await register(client, session);
      await disable(holder);
      expect(await show(rosa, session)).toMatchObject({ registered: 1, waiting: 1 });
      expect([await stateOf(first, session), await stateOf(second, session)]).toEqual([
        'registered',
        'waiting',
      ]);
      const names = (await show(rosa, session)).participants?.map(({ id }) => id);
      expect(names).not.toContain(holder.person.id);
    });

    it('never go to somebody who is disabled, however long they have waited', async () => {
      const [holder, first, second] = [someone(), someone(), someone()];
      const session = await propose(server, rosa, { places: 1 });
      for (const client of [holder, first, second]) await register(client, session);
      await disable(first);
      expect(await show(rosa, session)).toMatchObject({ registered: 1, waiting: 1 });
      await holder.delete(`/api/v1/sessions/${session.id}/registration`);
      expect(await stateOf(second, session)).toBe('registered');
      expect(await show(rosa, session)).toMatchObject({ registered: 1, waiting: 0 });
    });

    it('are not given back to whoever is enabled again, who takes a new turn', async () => {
      const holder = someone();
      const session = await propose(server, rosa, { places: 1 });
      await register(holder, session);
      await disable(holder);
      expect(await show(rosa, session)).toMatchObject({ registered: 0, waiting: 0 });
      await register(jose, session);
      await enable(holder);
      expect(await show(rosa, session)).toMatchObject({ registered: 1, waiting: 0 });
    });
  });

  describe('when somebody is removed', () => {
    it('go to the first of those who wait, and the person is told why, by mail too', async () => {
      const next = someone();
      const session = await propose(server, rosa, { places: 1 });
      await register(jose, session);
      await register(next, session);
      const answer = await remove(rosa, session, jose);
      expect(answer.status).toBe(200);
      expect(answer.body).toMatchObject({
        registered: 1,
        waiting: 0,
        removed: [{ id: jose.person.id, name: 'José Ramírez', reason: REASON }],
      });
      expect(await stateOf(next, session)).toBe('registered');
      expect(await show(jose, session)).toMatchObject({
        own: null,
        meetingLink: null,
        removed: null,
        removedReason: REASON,
        permissions: { register: false, takePart: false },
      });
      for (const reader of [server.visitor(), next])
        expect(await show(reader, session)).toMatchObject({ removed: null, removedReason: null });
      expect(JSON.stringify(await show(server.visitor(), session))).not.toContain(REASON);
      await server.app.get(JobRunner).runAll();
      const mails = server.mails().filter((mail) => mail.includes(`To: ${jose.person.email}`));
      expect(mails.filter((mail) => mail.includes(REASON))).toHaveLength(1);
      const page = await jose.get<string>(`/sessions/${session.id}`);
      expect(page.body).toContain('You were removed from this session');
    });

    it('are out of reach of that person until they are let in', async () => {
      const session = await propose(server, rosa);
      await register(jose, session);
      await remove(rosa, session, jose);
      expect(problemOf(await register(jose, session))).toEqual([409, 'learning/was-removed']);
      expect((await letIn(rosa, session, jose)).body.removed).toEqual([]);
      expect((await register(jose, session)).body.own?.state).toBe('registered');
    });

    it('needs a reason, somebody who is there, and whoever runs the session', async () => {
      const session = await propose(server, rosa);
      await register(jose, session);
      expect(faultsOf(await remove(rosa, session, jose, ' '))).toHaveLength(1);
      expect((await remove(rosa, session, someone())).status).toBe(404);
      expect(problemOf(await remove(rosa, session, rosa))).toEqual([409, 'learning/runs-the-session']);
      expect((await remove(jose, session, jose)).status).toBe(403);
      expect((await remove(await withRole(server, 'Other', 'facilitator'), session, jose)).status).toBe(403);
      expect((await remove(await withRole(server, 'Stewart', 'steward'), session, jose)).status).toBe(200);
    });
  });
});
