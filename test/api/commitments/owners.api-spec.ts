import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EnsureActor } from '../../../libs/atlas/index.js';
import type { CommitmentDetailView } from '../../../libs/commitments/index.js';
import { DisableAccount, GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { expectClientInSync } from '../client-in-sync.js';
import { decodeQuotedPrintable, proveAddress } from '../identity/mailed-link.js';
import { type TestClient, TestServer } from '../test-server.js';
import { formFields } from '../web/web-pages.js';
import { dayFromNow, makeCommitments, moveDays, moveToNoon, startThread } from './commitment-maker.js';

describe('owners of commitments', () => {
  let server: TestServer;
  let maker: TestClient;
  let owner: TestClient;
  let next: TestClient;
  let facilitator: TestClient;
  let answers: string;

  beforeAll(async () => {
    server = await TestServer.start();
    moveToNoon(server);
    const administrator = await server.member('Esi Mensah');
    await server.app.get(GrantRole).execute(SYSTEM, administrator.person.id, 'administrator');
    facilitator = await server.member('Chipo Moyo');
    await server.app.get(GrantRole).execute(SYSTEM, facilitator.person.id, 'facilitator');
  });

  beforeEach(async () => {
    [maker, owner, next] = (await Promise.all(
      ['Amina Mohamud', 'Rosa Huanca', 'Bela Kovacs'].map((name) => server.member(name)),
    )) as [TestClient, TestClient, TestClient];
    for (const client of [maker, owner, next]) await proveAddress(server, client);
    answers = await startThread(maker);
  });

  afterAll(() => server.stop());

  const keyOf = ({ person }: TestClient) => `person:${person.id}`;
  const make = async (dueOn = dayFromNow(server, 2), ownerKey = keyOf(owner)) => {
    const commitments = [{ text: 'Translate the manual', ownerKey, dueOn }];
    const [made] = await makeCommitments(server, maker, { answers, about: [], commitments });
    return made?.id ?? '';
  };
  const disable = ({ person }: TestClient) => server.app.get(DisableAccount).disable(SYSTEM, person.id);
  const enable = ({ person }: TestClient) => server.app.get(DisableAccount).enable(SYSTEM, person.id);
  const handOver = (by: TestClient, id: string, ownerKey: string, insteadOf: string | null = keyOf(owner)) =>
    by.send<CommitmentDetailView & { code: string }>(
      'PUT',
      `/api/v1/commitments/${id}/owner`,
      JSON.stringify({ ownerKey, insteadOf }),
      { 'content-type': 'application/json' },
    );
  const show = async (client: TestClient, id: string) =>
    (await client.get<CommitmentDetailView>(`/api/v1/commitments/${id}`)).body;
  const mailsTo = ({ person }: TestClient, id: string) =>
    server
      .mails()
      .map(decodeQuotedPrintable)
      .filter((mail) => mail.includes(`To: ${person.email}`) && mail.includes(`/commitments/${id}`)).length;
  const afterDays = async (days: number) => {
    moveDays(server, days);
    await server.app.get(JobRunner).runAll();
    await server.app.get(JobRunner).runAll();
  };

  it('are people who can act: nobody whose account is disabled', async () => {
    await disable(owner);
    await expect(make()).rejects.toMatchObject({
      code: 'commitments/owner-disabled',
      fields: [{ field: 'commitments.0.ownerKey', code: 'commitments/owner-disabled' }],
    });
    const id = await make(undefined, keyOf(next));
    const refused = await handOver(maker, id, keyOf(owner), keyOf(next));
    expect([refused.status, refused.body.code]).toEqual([400, 'commitments/owner-disabled']);
  });

  it('can be replaced by whoever wrote it down, a facilitator or a steward, and nobody else', async () => {
    const id = await make();
    for (const client of [owner, next, server.visitor()])
      expect([401, 403]).toContain((await handOver(client, id, keyOf(next))).status);
    expect((await handOver(maker, id, keyOf(next))).body.owner).toMatchObject({ key: keyOf(next) });
    const union = { name: 'Union of Irrigators', source: keyOf(maker) };
    const ensureActor = server.app.get(EnsureActor);
    const actor = await server.app.get(Graph).write((tx) => ensureActor.execute(tx, union));
    expect((await handOver(facilitator, id, actor.key, keyOf(next))).body.owner?.key).toBe(actor.key);
    expect((await handOver(maker, id, 'person:nobody', actor.key)).status).toBe(400);
    const unseen = await handOver(maker, id, keyOf(owner), keyOf(next));
    expect([unseen.status, unseen.body.code]).toEqual([409, 'commitments/owner-changed-meanwhile']);
    expect((await show(maker, id)).owner?.key).toBe(actor.key);
  });

  it('are known to be disabled only to those who can replace them', async () => {
    const id = await make();
    await disable(owner);
    expect((await show(maker, id)).ownerIsDisabled).toBe(true);
    expect((await show(facilitator, id)).ownerIsDisabled).toBe(true);
    for (const reader of [server.visitor(), next])
      expect((await show(reader, id)).ownerIsDisabled).toBeNull();
    await expectClientInSync<CommitmentDetailView>({
      client: maker,
      room: `commitment:${id}`,
      fetch: () => show(maker, id),
      reduce: (state, { type, data }) =>
        type === 'commitments.owner-changed'
          ? { ...state, owner: data.owner as CommitmentDetailView['owner'], ownerIsDisabled: false }
          : state,
      action: () => handOver(maker, id, keyOf(next)),
    });
  });

  it('are chosen on a page that works without scripts', async () => {
    const id = await make();
    await disable(owner);
    await server.settled();
    const page = await maker.get<string>(`/commitments/${id}`);
    expect(page.body).toContain('The account of whoever promised it is disabled.');
    const path = `/commitments/${id}/owner`;
    const form = await maker.get<string>(path);
    const fields = formFields(form.body, path);
    const found = await maker.form(path, { ...fields, 'ownerKey.q': 'Bela Kovacs', do: 'find' });
    expect(found.text).toContain('Bela Kovacs');
    const none = await maker.form(path, { ...fields, do: 'save' });
    expect(none.status).toBe(400);
    const saved = await maker.form(path, { ...fields, ownerKey: keyOf(next), do: 'save' });
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `/commitments/${id}`]);
    expect((await show(maker, id)).owner?.key).toBe(keyOf(next));
  });

  it('who are disabled are not asked: whoever wrote it down is', async () => {
    const id = await make();
    await disable(owner);
    await afterDays(2);
    expect([mailsTo(owner, id), mailsTo(maker, id)]).toEqual([0, 1]);
    await handOver(maker, id, keyOf(next));
    await afterDays(7);
    expect([mailsTo(next, id), mailsTo(maker, id)]).toEqual([1, 1]);
  });

  it('leave their reminder to the next who can act, when nobody can', async () => {
    const id = await make();
    await disable(owner);
    await disable(maker);
    await afterDays(2);
    expect([mailsTo(owner, id), mailsTo(maker, id)]).toEqual([0, 0]);
    await enable(maker);
    await afterDays(1);
    expect([mailsTo(owner, id), mailsTo(maker, id)]).toEqual([0, 1]);
    await afterDays(1);
    expect(mailsTo(maker, id)).toBe(1);
  });
});
