import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Verification } from '../../../libs/platform/audit/audit-log.js';
import type { AuditEntry } from '../../../libs/platform/audit/list-audit-entries.use-case.js';
import { Graph, type GraphParams, writeQuery } from '../../../libs/platform/graph/graph.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { inMinutes, propose, withRole } from '../learning/session-maker.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';
import { openPage } from '../web/web-pages.js';
import { administratorOf } from './administrator.js';

interface AuditPageBody {
  items: AuditEntry[];
  nextCursor: string | null;
}

describe('the audit log', () => {
  let server: TestServer;
  let administrator: TestClient;
  let ben: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    administrator = await administratorOf(server);
    ben = await server.member('Ben Okri');
  });

  afterAll(() => server.stop());

  const list = async (query = '') =>
    (await administrator.get<AuditPageBody>(`/api/v1/audit${query}`)).body.items;
  const latest = async () => (await list('?limit=1'))[0];
  const verify = (witness?: string) =>
    server.app
      .get(OperationRunner)
      .run('audit.verify', witness ? { witness } : {}, () => undefined) as Promise<Verification>;
  const keyOf = ({ person }: TestClient) => `person:${person.id}`;

  it('tells who gave whom which role, and how they came in', async () => {
    const path = `/api/v1/people/${ben.person.id}/roles/steward`;
    await administrator.send('PUT', path);
    expect(await latest()).toMatchObject({
      actorKey: keyOf(administrator),
      via: 'session',
      action: 'identity.role-granted',
      targetKey: keyOf(ben),
      data: { role: 'steward' },
    });
    await administrator.send('PUT', path);
    await administrator.delete(path);
    expect((await list('?limit=2')).map(({ action }) => action)).toEqual([
      'identity.role-withdrawn',
      'identity.role-granted',
    ]);
    await server.app
      .get(OperationRunner)
      .run('identity.grant-role', { email: ben.person.email, role: 'steward' }, () => undefined);
    expect(await latest()).toMatchObject({ actorKey: 'minga', via: 'system' });
  });

  it('tells of tokens, sessions and passwords, without their secrets', async () => {
    const made = await ben.post<{ id: string; token: string }>('/api/v1/me/tokens', {
      name: 'Secret plan',
      scopes: ['read'],
    });
    await ben.delete(`/api/v1/me/tokens/${made.body.id}`);
    const other = server.visitor();
    await other.post('/api/v1/auth/login', { email: ben.person.email, password: TEST_PASSWORD });
    const sessions = await ben.get<{ items: { id: string; isCurrent: boolean }[] }>('/api/v1/me/sessions');
    const elsewhere = sessions.body.items.find(({ isCurrent }) => !isCurrent);
    await ben.delete(`/api/v1/me/sessions/${elsewhere?.id}`);
    const newPassword = 'the gate opens at six';
    await ben.post('/api/v1/me/password', { currentPassword: TEST_PASSWORD, newPassword });
    const entries = await list('?limit=4');
    expect(entries.map(({ action, targetKey }) => [action, targetKey])).toEqual(
      ['password-changed', 'session-revoked', 'token-revoked', 'token-created'].map((what) => [
        `identity.${what}`,
        keyOf(ben),
      ]),
    );
    const text = JSON.stringify(entries);
    for (const secret of [made.body.token, newPassword, TEST_PASSWORD, ben.person.email, 'Secret plan'])
      expect(text).not.toContain(secret);
  });

  it('tells of themes that were changed, threads that were closed, and posts of others that were edited', async () => {
    const theme = { code: 'gates', names: { en: 'Gates' } };
    expect((await administrator.post('/api/v1/themes', theme)).status).toBe(201);
    expect(await latest()).toMatchObject({ action: 'atlas.theme-added', targetKey: 'theme:gates' });
    const started = await ben.post<{ id: string }>('/api/v1/threads', {
      about: keyOf(ben),
      title: 'Who pays for gates?',
      body: 'We do.',
    });
    const path = `/api/v1/threads/${started.body.id}`;
    const before = (await latest())?.seq;
    await ben.patch(`${path}/posts/1`, { body: 'We all do.', version: 1 });
    expect((await latest())?.seq).toBe(before);
    await administrator.patch(`${path}/posts/1`, { body: 'They do.', version: 2 });
    expect(await latest()).toMatchObject({
      action: 'discussions.post-edited',
      targetKey: `thread:${started.body.id}`,
      actorKey: keyOf(administrator),
      data: { number: 1, version: 3 },
    });
  });

  it('tells of organisations, sessions and commitments that others than their own people changed', async () => {
    const organisation = { name: 'Water users of the slope', type: 'community-organisation' };
    const { body: added } = await ben.post<{ id: string }>('/api/v1/actors', organisation);
    const targetKey = `actor:${added.id}`;
    expect(await latest()).toMatchObject({ action: 'atlas.actor-added', targetKey, actorKey: keyOf(ben) });
    await administrator.patch(`/api/v1/actors/${added.id}`, { name: 'Water users of the hill' });
    expect(await latest()).toMatchObject({ action: 'atlas.actor-changed', targetKey });

    const facilitator = await withRole(server, 'Chipo Moyo');
    const session = await propose(server, facilitator, {
      startsAt: inMinutes(server, 30),
      endsAt: inMinutes(server, 90),
    });
    const path = `/api/v1/sessions/${session.id}`;
    const before = (await latest())?.seq;
    await facilitator.patch(path, { title: 'Who mends the gates?' });
    expect((await latest())?.seq).toBe(before);
    await administrator.patch(path, { title: 'Who owns the gates?' });
    expect(await latest()).toMatchObject({
      action: 'learning.session-changed',
      targetKey: `session:${session.id}`,
      actorKey: keyOf(administrator),
      data: { moved: false },
    });
    const promise = { text: 'Send the drawings', ownerKey: keyOf(facilitator), dueOn: '2031-05-01' };
    const outcome = { lessons: [{ text: 'Ask those who open them.' }], commitments: [promise] };
    expect((await administrator.post(`${path}/close`, outcome)).status).toBe(200);
    expect(await latest()).toMatchObject({ action: 'learning.session-closed' });

    const steward = await withRole(server, 'Diego Torres', 'steward');
    const { body } = await administrator.get<{ items: { id: string; version: number }[] }>(
      '/api/v1/commitments',
    );
    const [made] = body.items;
    const report = { state: 'partly', note: 'Half of them are sent.', version: made?.version ?? 1 };
    const reports = `/api/v1/commitments/${made?.id}/reports`;
    expect((await steward.post(reports, report)).status).toBe(201);
    expect(await latest()).toMatchObject({
      action: 'commitments.commitment-reported',
      actorKey: keyOf(steward),
      data: { state: 'partly' },
    });
    const own = (await latest())?.seq;
    await facilitator.post(reports, { state: 'done', note: 'All of them.', version: report.version + 1 });
    expect((await latest())?.seq).toBe(own);
  });

  it('is for administrators only, on its page too', async () => {
    expect((await ben.get('/api/v1/audit')).status).toBe(403);
    expect((await server.visitor().get('/api/v1/audit')).status).toBe(401);
    await openPage(ben, '/administration/audit', 403);
    for (const locale of ['en', 'ar']) {
      const html = await openPage(administrator, `/administration/audit?lang=${locale}`);
      expect(html).toContain(
        locale === 'en' ? '>edited the post of another person</td>' : '>عدّل مشاركة شخص آخر</td>',
      );
      expect(html).toContain(`<a href="/people/${ben.person.id}" title="${keyOf(ben)}"><bdi>`);
      expect(html).not.toMatch(/<td>\s*<code[^>]*>person:/);
      // Every act that is noted has its words.
      expect(html).not.toMatch(/<td title="[^"]*"><code/);
    }
  });

  it('is read page by page, newest first', async () => {
    const all = await list('?limit=100');
    const read: AuditEntry[] = [];
    for (let query: string | null = '?limit=3'; query; ) {
      const page: AuditPageBody = (await administrator.get<AuditPageBody>(`/api/v1/audit${query}`)).body;
      read.push(...page.items);
      query = page.nextCursor && `?limit=3&cursor=${page.nextCursor}`;
    }
    expect(read).toEqual(all);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => all.length - index));
  });

  it('has an entry only when what it tells has happened, and in the order of many at once', async () => {
    const before = (await latest())?.seq ?? 0;
    const nobody = await administrator.send('PUT', '/api/v1/people/nobody/roles/steward');
    const last = await administrator.delete(`/api/v1/people/${administrator.person.id}/roles/administrator`);
    expect([nobody.status, last.status]).toEqual([404, 409]);
    expect((await latest())?.seq).toBe(before);
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        ben.post('/api/v1/me/tokens', { name: `n ${index}`, scopes: ['read'] }),
      ),
    );
    expect((await latest())?.seq).toBe(before + 12);
    expect(await verify()).toMatchObject({ head: { seq: before + 12 }, broken: null });
  });

  describe('when someone writes in the database', () => {
    const run = (text: string, params: GraphParams = {}) =>
      server.app.get(Graph).write((tx) => tx.run(writeQuery('test/tamper', text), params));

    /** Makes the change, looks, and puts everything back. */
    async function brokenBy(change: string, back: string): Promise<Verification['broken']> {
      await run(change);
      const { broken } = await verify();
      await run(back);
      expect((await verify()).broken).toBeNull();
      return broken;
    }

    it('is found sound before, and its end can be noted as a witness', async () => {
      const { head, broken } = await verify();
      expect(broken).toBeNull();
      expect(await verify(`${head.seq}:${head.hash}`)).toEqual({ head, broken: null });
    });

    it('shows the first entry whose text was changed', async () => {
      const actor = (await list('?limit=100')).find(({ seq }) => seq === 2)?.actorKey;
      expect(
        await brokenBy(
          `MATCH (e:AuditEntry {seq: 2}) SET e.actorKey = 'person:somebody' RETURN e.seq AS seq`,
          `MATCH (e:AuditEntry {seq: 2}) SET e.actorKey = '${actor}' RETURN e.seq AS seq`,
        ),
      ).toEqual({ seq: 2, reason: 'changed' });
    });

    it('shows the first entry that is gone', async () => {
      expect(
        await brokenBy(
          'MATCH (e:AuditEntry {seq: 3}) SET e.seq = 3000003 RETURN e.seq AS seq',
          'MATCH (e:AuditEntry {seq: 3000003}) SET e.seq = 3 RETURN e.seq AS seq',
        ),
      ).toEqual({ seq: 3, reason: 'missing' });
    });

    it('shows that its end was cut off, even when the end was made to fit, if that was witnessed', async () => {
      const { head } = await verify();
      const witness = `${head.seq}:${head.hash}`;
      const [previous] = await list(`?limit=1&cursor=${head.seq}`);
      const { seq = 0, hash = '' } = previous ?? {};
      await run(`MATCH (c:AuditChain {key: 'chain'}) SET c.seq = $seq, c.hash = $hash RETURN c.seq AS seq`, {
        seq,
        hash,
      });
      expect((await verify()).broken).toEqual({ seq, reason: 'cut' });
      await run('MATCH (e:AuditEntry {seq: $seq}) DETACH DELETE e RETURN 1 AS gone', { seq: head.seq });
      expect((await verify()).broken).toBeNull();
      expect((await verify(witness)).broken).toEqual({ seq: head.seq, reason: 'cut' });
    });
  });
});
