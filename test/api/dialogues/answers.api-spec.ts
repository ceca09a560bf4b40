import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerView, DialogueView, ResultsView, StatementView } from '../../../libs/dialogues/index.js';
import { EventLog } from '../../../libs/platform/events/event-log.js';
import type { TestClient, TestServer } from '../test-server.js';
import {
  answer,
  approved,
  convened,
  facilitator,
  moderate,
  type ProblemBody,
  startServer,
  stopClock,
  WHILE,
} from './dialogue-maker.js';

const CHOICES = ['agree', 'disagree', 'pass'];

describe('answering statements', () => {
  let server: TestServer;
  let rosa: TestClient;
  let crowd: TestClient[];
  let dialogue: DialogueView;
  let statement: StatementView;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    const homes = [...Array(7).fill('PER'), ...Array(6).fill('KEN'), ...Array(3).fill('BOL')];
    crowd = await Promise.all(homes.map((country) => server.member('Someone', { country })));
    const others = Array.from({ length: 34 }, () => server.member('Someone', { country: 'IND' }));
    crowd.push(...(await Promise.all(others)));
  }, 120_000);

  beforeEach(async () => {
    stopClock(server, WHILE.deliberating);
    dialogue = await convened(rosa);
    statement = await approved(rosa, rosa, dialogue.id, 'Gates should be made where they are used.');
  });

  afterAll(() => server.stop());

  const results = async (): Promise<ResultsView['statements'][number]> => {
    const shown = await server.visitor().get<ResultsView>(`/api/v1/dialogues/${dialogue.id}/results`);
    expect(shown.status).toBe(200);
    const [first] = shown.body.statements;
    if (!first) throw new Error('nothing is shown');
    return first;
  };
  const answerOf = (index: number, choice: string, of = statement) =>
    answer<AnswerView>(crowd[index] as TestClient, of, choice);
  const next = async (client: TestClient) => {
    const path = `/api/v1/dialogues/${dialogue.id}/statements?next=1`;
    return (await client.get<{ items: StatementView[] }>(path)).body.items;
  };

  it('counts each person once, and shows them their own answer', async () => {
    const first = await answerOf(0, 'agree');
    expect([first.status, first.body]).toEqual([
      200,
      { statementId: statement.id, ownAnswer: 'agree', answers: 1, counts: null },
    ]);
    const path = `/api/v1/dialogues/${dialogue.id}/statements`;
    const own = await crowd[0]?.get<{ items: StatementView[] }>(path);
    expect(own?.body.items).toMatchObject([{ ownAnswer: 'agree', answers: 1 }]);
    const other = await crowd[1]?.get<{ items: StatementView[] }>(path);
    expect(other?.body.items).toMatchObject([{ ownAnswer: null, answers: 1 }]);
  });

  it('counts an answer changed a hundred times once, as it was last', async () => {
    for (const index of [1, 2, 3, 4]) await answerOf(index, 'disagree');
    for (let time = 0; time < 100; time++) await answerOf(0, CHOICES[time % 3] ?? '');
    expect(await results()).toMatchObject({ answers: 5, counts: { agree: 1, disagree: 4, pass: 0 } });
  });

  it('counts an answer once that comes many times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, time) => answerOf(0, CHOICES[time % 3] ?? '')),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect((await results()).answers).toBe(1);
  });

  it('loses none of fifty that come at once', async () => {
    const answers = await Promise.all(crowd.map((_, index) => answerOf(index, CHOICES[index % 3] ?? '')));
    expect(answers).toHaveLength(50);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await results()).toMatchObject({ answers: 50, counts: { agree: 17, disagree: 17, pass: 16 } });
  });

  it('takes no answer a millisecond late, nor before deliberating opens', async () => {
    stopClock(server, '2027-03-20T16:59:59.999Z');
    expect((await answerOf(0, 'agree')).status).toBe(200);
    for (const time of ['2027-03-20T17:00:00.000Z', '2027-03-07T23:59:59.999Z']) {
      stopClock(server, time);
      const late = await answerOf(1, 'agree');
      expect([late.status, (late.body as unknown as ProblemBody).code]).toEqual([
        409,
        'dialogues/no-answers-now',
      ]);
    }
    const changed = await answerOf(0, 'disagree');
    expect(changed.status).toBe(409);
    expect((await results()).answers).toBe(1);
  });

  it('refuses visitors, other words and statements that are not asked', async () => {
    expect((await answer(server.visitor(), statement, 'agree')).status).toBe(401);
    expect((await answerOf(0, 'perhaps')).status).toBe(400);
    expect((await answerOf(0, 'agree', { ...statement, id: 'nothing' })).status).toBe(404);
    await moderate(rosa, statement, { decision: 'refuse', reason: 'Said already.' });
    expect((await answerOf(0, 'agree')).status).toBe(404);
  });

  it('asks what has the fewest answers first, and nothing that is answered', async () => {
    const second = await approved(rosa, rosa, dialogue.id, 'Repairs should be paid together.');
    const third = await approved(rosa, rosa, dialogue.id, 'Meters come first.');
    for (const index of [1, 2]) await answerOf(index, 'agree');
    await answerOf(1, 'agree', second);
    const [first] = crowd;
    expect((await next(first as TestClient)).map(({ id }) => id)).toEqual([
      third.id,
      second.id,
      statement.id,
    ]);
    await answerOf(0, 'pass', third);
    expect((await next(first as TestClient)).map(({ id }) => id)).toEqual([second.id, statement.id]);
    expect(await next(server.visitor())).toEqual([]);
    stopClock(server, WHILE.deciding);
    expect(await next(first as TestClient)).toEqual([]);
  });

  it('shows nothing of fewer than five, and counts who answered', async () => {
    for (const index of [0, 1, 2, 3]) await answerOf(index, 'agree');
    expect(await results()).toMatchObject({ answers: 4, counts: null });
    await answerOf(4, 'pass');
    expect(await results()).toMatchObject({
      counts: { agree: 4, disagree: 0, pass: 1 },
      byCountry: { groups: [] },
    });
    stopClock(server, WHILE.deciding);
    expect(await results()).toMatchObject({
      counts: { agree: 4, disagree: 0, pass: 1 },
      byCountry: {
        groups: [{ key: 'country:PER', title: 'Peru', answers: 5, counts: { agree: 4, pass: 1 } }],
        hiddenGroups: 0,
      },
      byRegion: { groups: [{ key: 'region:419', answers: 5 }] },
      byIncomeGroup: { groups: [{ key: 'income:UMC', answers: 5 }] },
    });
  });

  it('gives no small group away by subtraction', async () => {
    // Seven of Peru, six of Kenya, three of Bolivia: Bolivia is too few, and one more group has to go with it.
    for (let index = 0; index < 16; index++) await answerOf(index, 'agree');
    stopClock(server, WHILE.deciding);
    const { answers, byCountry, byRegion, byIncomeGroup } = await results();
    expect(answers).toBe(16);
    const keysOf = ({ groups }: typeof byCountry) => groups.map(({ key }) => key);
    expect(keysOf(byCountry)).not.toContain('country:BOL');
    expect(byCountry.hiddenGroups).toBeGreaterThanOrEqual(2);
    const shown = [byCountry, byRegion, byIncomeGroup].flatMap(keysOf);
    // Latin America (ten) less Peru (seven) would be Bolivia, and so would all (sixteen) less Peru and Kenya.
    expect(shown.includes('country:PER') && shown.includes('region:419')).toBe(false);
    expect(shown.includes('country:PER') && shown.includes('region:202')).toBe(false);
  });

  const workFor = (organisationType: string | null, ...indexes: number[]) =>
    Promise.all(indexes.map((index) => crowd[index]?.patch('/api/v1/me', { organisationType })));

  it('divides them by the kind of organisation that people work for', async () => {
    await workFor('ngo', 0, 1, 2, 3, 4, 5, 6);
    await workFor('government', 7, 8, 9, 10, 11);
    for (const index of [0, 1, 2, 3, 4, 7, 8, 9, 10, 11])
      await answerOf(index, index < 7 ? 'agree' : 'disagree');
    stopClock(server, WHILE.deciding);
    const { byActorType, byCountry } = await results();
    expect(byActorType).toMatchObject({
      groups: [
        { key: 'actor-type:government', title: 'Government', counts: { disagree: 5 } },
        { key: 'actor-type:ngo', title: 'Non-governmental organisation', counts: { agree: 5 } },
      ],
      hiddenGroups: 0,
    });
    expect(byCountry.groups.map(({ key }) => key)).toEqual(['country:KEN', 'country:PER']);
    const page = await server.visitor().get<string>(`/dialogues/${dialogue.id}/results`);
    expect(page.body).toContain('By kind of organisation');
    await workFor('media', 0);
    expect((await results()).byActorType.groups[1]).toMatchObject({ key: 'actor-type:ngo', answers: 5 });
  });

  it('gives nobody away where countries and kinds of organisations cross', async () => {
    // Two of Peru in government would be: government (eight) and Peru (seven), less all (thirteen).
    await workFor('ngo', 0, 1, 2, 3, 4);
    await workFor('government', 5, 6, 7, 8, 9, 10, 11, 12);
    for (let index = 0; index < 13; index++) await answerOf(index, 'agree');
    stopClock(server, WHILE.deciding);
    const { byActorType, byCountry } = await results();
    const shown = [...byActorType.groups, ...byCountry.groups].map(({ key }) => key);
    expect(shown.includes('actor-type:government') && shown.includes('country:PER')).toBe(false);
    expect(shown.includes('actor-type:government') && shown.includes('country:KEN')).toBe(false);
    expect(shown.length).toBeGreaterThan(0);
    await workFor(null, ...Array.from({ length: 13 }, (_, index) => index));
  });

  it('keeps where people lived when they answered', async () => {
    for (let index = 0; index < 5; index++) await answerOf(index, 'agree');
    await crowd[0]?.patch('/api/v1/me', { country: 'KEN' });
    stopClock(server, WHILE.deciding);
    expect((await results()).byCountry.groups).toMatchObject([{ key: 'country:PER', answers: 5 }]);
    await crowd[0]?.patch('/api/v1/me', { country: 'PER' });
  });

  it('tells the room the counts of now, and never who answered what', async () => {
    for (let index = 0; index < 5; index++) await answerOf(index, 'agree');
    await answerOf(4, 'agree');
    const room = `dialogue:${dialogue.id}`;
    const replay = await server.app.get(EventLog).replay(room, 0);
    const events = 'events' in replay ? replay.events : [];
    const changes = events.filter(({ type }) => type === 'dialogues.answers-changed');
    expect(changes.map(({ data }) => [data.answers, data.counts])).toEqual([
      ...Array(5).fill([5, { agree: 5, disagree: 0, pass: 0 }]),
    ]);
    for (const { person } of crowd.slice(0, 5)) expect(JSON.stringify(changes)).not.toContain(person.id);
    const linked = await server.visitor().get(`/api/v1/graph/neighbours?key=${statement.key}`);
    expect(linked.text).toContain(rosa.person.id);
    for (const { person } of crowd.slice(0, 5)) expect(linked.text).not.toContain(person.id);
  });
});
