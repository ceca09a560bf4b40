import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DialogueView, StatementView } from '../../../libs/dialogues/index.js';
import type { SearchView } from '../../../libs/explore/index.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { expectClientInSync } from '../client-in-sync.js';
import { LiveClient } from '../live-client.js';
import type { TestClient, TestServer } from '../test-server.js';
import {
  answer,
  approved,
  convened,
  facilitator,
  moderate,
  type ProblemBody,
  propose,
  startServer,
  stopClock,
  takeRole,
  WHILE,
} from './dialogue-maker.js';

interface StatementList {
  items: StatementView[];
  nextCursor: string | null;
}

describe('statements of a dialogue', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let amina: TestClient;
  let dialogue: DialogueView;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez');
    amina = await server.member('Amina Mohamud');
  });

  beforeEach(async () => {
    stopClock(server, WHILE.gathering);
    dialogue = await convened(rosa, { about: ['country:PER'] });
  });

  afterAll(() => server.stop());

  const list = (client: TestClient, query = '') =>
    client.get<StatementList>(`/api/v1/dialogues/${dialogue.id}/statements${query}`);
  const textsOf = async (client: TestClient, query = '') =>
    (await list(client, query)).body.items.map(({ text }) => text);
  const codeOf = (refused: { body: unknown }) => (refused.body as ProblemBody).code;

  it('are let in though they say the same again, with a hint to who proposes and who decides', async () => {
    const first = await approved(jose, rosa, dialogue.id, 'Meters come first.');
    const again = await propose(amina, dialogue.id, 'METERS  come first');
    expect(again.body).toMatchObject({ status: 'waiting', sameAs: { id: first.id, text: first.text } });
    const third = await propose(jose, dialogue.id, 'Who pays for repairs?');
    expect(third.body.sameAs).toBeNull();
    const fourth = await propose(jose, dialogue.id, 'who pays for repairs');
    // What waits is nobody's business but that of those who decide.
    expect(fourth.body.sameAs).toBeNull();
    const waiting = (await list(rosa, '?status=waiting')).body.items;
    expect(waiting.map(({ sameAs }) => sameAs?.id ?? null)).toEqual([third.body.id, null, first.id]);
    const page = await amina.form(`/dialogues/${dialogue.id}/statements`, {
      text: 'Meters come first',
      lang: '',
      clientKey: newId(),
    });
    expect(page.headers.get('location')).toBe(`/dialogues/${dialogue.id}/statements?show=mine`);
    const mine = await amina.get<string>(`/dialogues/${dialogue.id}/statements?show=mine`);
    expect(mine.body).toContain('Somebody has said this already, in the same words:');
    expect(mine.body).toContain(`#statement-${first.id}`);
  });

  it('wait for a moderator, seen by nobody else but their author', async () => {
    const proposed = await propose(jose, dialogue.id, '  Water users should   set the price. ');
    expect(proposed.status).toBe(201);
    expect(proposed.body).toMatchObject({
      text: 'Water users should set the price.',
      status: 'waiting',
      author: { id: jose.person.id },
      answers: 0,
      counts: null,
    });
    expect(await textsOf(amina)).toEqual([]);
    const around = await amina.get(`/api/v1/graph/neighbours?key=${dialogue.key}`);
    expect(around.status).toBe(200);
    expect(around.text).not.toContain('set the price');
    expect(await textsOf(jose, '?status=mine')).toEqual(['Water users should set the price.']);
    expect(await textsOf(amina, '?status=mine')).toEqual([]);
    expect(await textsOf(rosa, '?status=waiting')).toEqual(['Water users should set the price.']);
    expect((await list(jose, '?status=waiting')).status).toBe(403);
    expect((await list(server.visitor(), '?status=mine')).status).toBe(401);
    expect((await moderate(jose, proposed.body, { decision: 'approve' })).status).toBe(403);
    const done = await moderate(rosa, proposed.body, { decision: 'approve' });
    expect(done.body).toMatchObject({ status: 'approved', reason: null });
    expect(await textsOf(server.visitor())).toEqual(['Water users should set the price.']);
  });

  it('are refused with a reason that only their author and moderators read', async () => {
    const { body } = await propose(jose, dialogue.id, 'Ministers are fools.');
    const bare = await moderate(rosa, body, { decision: 'refuse' });
    expect((bare.body as unknown as ProblemBody).errors).toMatchObject([
      { field: 'reason', code: 'field/required' },
    ]);
    const reason = 'This is about people, not about water.';
    expect((await moderate(rosa, body, { decision: 'refuse', reason })).body).toMatchObject({
      ...{ status: 'refused', reason },
    });
    expect((await list(jose, '?status=mine')).body.items).toMatchObject([{ status: 'refused', reason }]);
    expect((await list(rosa, '?status=refused')).body.items).toMatchObject([{ reason }]);
    expect((await list(amina)).text).not.toContain('fools');
    stopClock(server, WHILE.deliberating);
    expect((await answer(amina, body, 'agree')).status).toBe(404);
  });

  it('have at most 280 characters of plain text', async () => {
    expect((await propose(jose, dialogue.id, 'x'.repeat(280))).status).toBe(201);
    for (const text of ['x'.repeat(281), '  ', 'no']) {
      expect((await propose(jose, dialogue.id, text)).status).toBe(400);
    }
    expect((await propose(server.visitor(), dialogue.id, 'From outside.')).status).toBe(401);
    expect((await propose(jose, 'nothing', 'To nobody.')).status).toBe(404);
  });

  it('are taken while gathering or deliberating is open, to the millisecond', async () => {
    const at = async (time: string) => {
      stopClock(server, time);
      return propose(jose, dialogue.id, `At ${time}`);
    };
    expect(codeOf(await at(WHILE.planned))).toBe('dialogues/no-statements-now');
    expect((await at('2027-03-20T16:59:59.999Z')).status).toBe(201);
    const late = await at('2027-03-20T17:00:00.000Z');
    expect([late.status, codeOf(late)]).toEqual([409, 'dialogues/no-statements-now']);
  });

  it('are made once of the same message sent twice', async () => {
    const path = `/api/v1/dialogues/${dialogue.id}/statements`;
    const body = { text: 'Sent over a bad line.', clientKey: newId() };
    const first = await jose.post<StatementView>(path, body);
    const again = await jose.post<StatementView>(path, body);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  });

  it('belong to one dialogue', async () => {
    const { body } = await propose(jose, dialogue.id, 'Water is a right.');
    const other = await convened(rosa);
    const elsewhere = { ...body, dialogueId: other.id };
    expect((await moderate(rosa, elsewhere, { decision: 'approve' })).status).toBe(404);
  });

  it('are not moderated by a convener who lost the role, but by the co-convener', async () => {
    const ana = await facilitator(server, 'Ana Torres');
    dialogue = await convened(ana, { coConveners: [amina.person.id] });
    const { body } = await propose(jose, dialogue.id, 'Water is a right.');
    await takeRole(server, ana, 'facilitator');
    const refused = await moderate(ana, body, { decision: 'approve' });
    expect([refused.status, codeOf(refused)]).toEqual([403, 'dialogues/convener-without-role']);
    expect(codeOf(await list(ana, '?status=waiting'))).toBe('dialogues/convener-without-role');
    expect((await moderate(amina, body, { decision: 'approve' })).status).toBe(200);
  });

  it('are found once approved, and no longer once refused', async () => {
    const find = async () => {
      await server.settled();
      const found = await amina.get<SearchView>('/api/v1/search?q=aquifer+treaties&type=statement');
      return found.body.hits.map(({ key }) => key);
    };
    const { body } = await propose(jose, dialogue.id, 'Aquifer treaties need a registry.');
    expect(await find()).toEqual([]);
    await moderate(rosa, body, { decision: 'approve' });
    expect(await find()).toEqual([`statement:${body.id}`]);
    await moderate(rosa, body, { decision: 'refuse', reason: 'Said already.' });
    expect(await find()).toEqual([]);
  });

  it('are told to the room: how many wait, and the words only of what is approved', async () => {
    const room = `dialogue:${dialogue.id}`;
    await expectClientInSync<DialogueView>({
      client: amina,
      room,
      fetch: async () => (await amina.get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`)).body,
      action: async () => {
        await approved(jose, rosa, dialogue.id, 'One.');
        await propose(jose, dialogue.id, 'Two waits.');
      },
      reduce: (state, { data }) => ({ ...state, statements: data.statements as DialogueView['statements'] }),
    });
    const live = await LiveClient.connect(server.visitor());
    expect(await live.join(room, 0)).toMatchObject({ ok: true });
    const heard = await live.eventsUntil(room, 4);
    live.close();
    expect(heard.map(({ type }) => type)).toEqual([
      'dialogues.dialogue-convened',
      'dialogues.statement-proposed',
      'dialogues.statement-approved',
      'dialogues.statement-proposed',
    ]);
    expect(JSON.stringify(heard)).toContain('One.');
    expect(JSON.stringify(heard)).not.toContain('Two waits.');
  });
});
