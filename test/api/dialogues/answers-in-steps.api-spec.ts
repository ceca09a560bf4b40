import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AnswerView, DialogueView, ResultsView, StatementView } from '../../../libs/dialogues/index.js';
import { LiveClient } from '../live-client.js';
import type { TestClient, TestServer } from '../test-server.js';
import { answer, approved, convened, facilitator, startServer, stopClock, WHILE } from './dialogue-maker.js';

type Counts = { agree: number; disagree: number; pass: number } | null;

describe('what is shown of answers', () => {
  let server: TestServer;
  let rosa: TestClient;
  let crowd: TestClient[];
  let dialogue: DialogueView;
  let statement: StatementView;
  let listening: LiveClient;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    crowd = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        server.member('Someone', { country: index < 6 ? 'PER' : 'KEN' }),
      ),
    );
  }, 120_000);

  beforeEach(async () => {
    stopClock(server, WHILE.deliberating);
    dialogue = await convened(rosa);
    statement = await approved(rosa, rosa, dialogue.id, 'Gates should be made where they are used.');
    listening = await LiveClient.connect(server.visitor());
    await listening.join(`dialogue:${dialogue.id}`);
  });

  afterAll(() => server.stop());

  const say = (index: number, choice: string) =>
    answer<AnswerView>(crowd[index] as TestClient, statement, choice);
  const results = async (reader = server.visitor()) => {
    const shown = await reader.get<ResultsView>(`/api/v1/dialogues/${dialogue.id}/results`);
    const [first] = shown.body.statements;
    if (!first) throw new Error('nothing is shown');
    return first;
  };
  const changed = () => listening.received.event.filter(({ type }) => type === 'dialogues.answers-changed');
  const countsHeard = () => changed().map(({ data }) => data.counts as Counts);

  /** Everything that anyone can read of the counts now: it has to be the same everywhere. */
  const countsEverywhere = async (own: AnswerView): Promise<Counts> => {
    await listening.until(() => changed().at(-1)?.data.answers === own.answers);
    const polled = await results();
    const list = await rosa.get<{ items: StatementView[] }>(`/api/v1/dialogues/${dialogue.id}/statements`);
    const late = await LiveClient.connect(server.visitor());
    await late.join(`dialogue:${dialogue.id}`, 0);
    const replayed = late.received.event.filter(({ type }) => type === 'dialogues.answers-changed').at(-1);
    late.close();
    const seen = [own, polled, list.body.items[0], changed().at(-1)?.data, replayed?.data];
    expect(seen.map((one) => one?.answers)).toEqual(seen.map(() => own.answers));
    expect(seen.map((one) => one?.counts)).toEqual(seen.map(() => own.counts));
    return own.counts;
  };

  it('moves on only when five more people have answered, alike for all who look and listen', async () => {
    const seen: Counts[] = [];
    for (let index = 0; index < 12; index++)
      seen.push(await countsEverywhere((await say(index, index % 2 ? 'agree' : 'pass')).body));
    const five = { agree: 2, disagree: 0, pass: 3 };
    const ten = { agree: 5, disagree: 0, pass: 5 };
    expect(seen).toEqual([...Array(4).fill(null), ...Array(5).fill(five), ...Array(3).fill(ten)]);
    expect(await results()).toMatchObject({ answers: 12, counts: ten });
    const page = await server.visitor().get<string>(`/dialogues/${dialogue.id}/results`);
    expect(page.body).toContain('These figures are of 10 of 12 answers.');
  });

  it('does not tell whose mind has changed, however often', async () => {
    for (let index = 0; index < 5; index++) await say(index, 'agree');
    const before = { agree: 5, disagree: 0, pass: 0 };
    for (let time = 0; time < 12; time++) await say(0, time % 2 ? 'agree' : 'disagree');
    await say(0, 'disagree');
    for (const index of [1, 2, 3]) await say(index, 'pass');
    expect((await results()).counts).toEqual(before);
    // The fifth whose answer is another one than what is shown.
    await say(4, 'disagree');
    expect((await results()).counts).toEqual({ agree: 0, disagree: 2, pass: 3 });
    await listening.until(() => countsHeard().at(-1)?.agree === 0);
    const figures = new Set(countsHeard().map((counts) => JSON.stringify(counts)));
    expect(figures.size).toBe(3);
  });

  it('counts nobody as changed who thinks again and goes back', async () => {
    for (let index = 0; index < 5; index++) await say(index, 'agree');
    for (const index of [0, 1, 2, 3]) await say(index, 'pass');
    for (const index of [0, 1, 2, 3]) await say(index, 'agree');
    await say(5, 'disagree');
    expect(await results()).toMatchObject({ answers: 6, counts: { agree: 5, disagree: 0, pass: 0 } });
  });

  it('is divided into groups once, when nobody can answer any more', async () => {
    for (let index = 0; index < 10; index++) await say(index, 'agree');
    const open = await server.visitor().get<ResultsView>(`/api/v1/dialogues/${dialogue.id}/results`);
    expect(open.body.groupsFrom).toBe(dialogue.phases[1]?.closesAt);
    const divisions = ['byCountry', 'byActorType', 'byRegion', 'byIncomeGroup'] as const;
    for (const division of divisions)
      expect(open.body.statements[0]?.[division]).toEqual({ groups: [], hiddenGroups: 0 });
    stopClock(server, WHILE.deciding);
    const over = await server.visitor().get<ResultsView>(`/api/v1/dialogues/${dialogue.id}/results`);
    expect(over.body.groupsFrom).toBeNull();
    expect((await results()).byActorType.groups).toMatchObject([{ key: null, answers: 10 }]);
  });
});
