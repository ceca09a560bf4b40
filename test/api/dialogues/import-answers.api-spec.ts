import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ImportAnswers, type ResultsView, type StatementView } from '../../../libs/dialogues/index.js';
import { type Person, SYSTEM } from '../../../libs/platform/access/actor.js';
import { type TestClient, TestServer } from '../test-server.js';
import { approved, convened, facilitator, stopClock, WHILE } from './dialogue-maker.js';

describe('bringing in answers that were given elsewhere', () => {
  let server: TestServer;
  let convener: TestClient;
  let people: TestClient[];
  let first: StatementView;
  let second: StatementView;

  const given = (choice: 'agree' | 'disagree', at: string = WHILE.deliberating) =>
    people.map(({ person }) => ({ statementId: first.id, personId: person.id, choice, at }));
  const importAnswers = (answers: ReturnType<typeof given>, actor = SYSTEM) =>
    server.app.get(ImportAnswers).execute(actor, first.dialogueId, answers);
  const results = async () => {
    const { body } = await convener.get<ResultsView>(`/api/v1/dialogues/${first.dialogueId}/results`);
    return body.statements;
  };

  beforeAll(async () => {
    server = await TestServer.start();
    stopClock(server, WHILE.planned);
    convener = await facilitator(server, 'Rosa Quispe');
    people = [];
    for (const name of ['Ana', 'Ben', 'Cho', 'Dan', 'Eva', 'Fay'])
      people.push(await server.member(name, { country: 'KEN' }));
  });

  beforeEach(async () => {
    stopClock(server, WHILE.gathering);
    const dialogue = await convened(convener);
    first = await approved(convener, convener, dialogue.id, 'Water is measured where all can see it.');
    second = await approved(convener, convener, dialogue.id, 'Who uses less pays less.');
    stopClock(server, WHILE.followingUp);
  });

  afterAll(() => {
    jest.restoreAllMocks();
    return server.stop();
  });

  it('counts them, with the countries of those who gave them', async () => {
    expect(await importAnswers(given('agree'))).toBe(6);
    const [counted] = (await results()).filter(({ id }) => id === first.id);
    expect(counted).toMatchObject({ answers: 6, counts: { agree: 6, disagree: 0, pass: 0 } });
    expect(counted?.byCountry.groups).toMatchObject([{ key: 'country:KEN', answers: 6 }]);
  });

  it('leaves answers that are there as they are, and changes nothing the second time', async () => {
    expect(await importAnswers(given('disagree').slice(0, 1))).toBe(1);
    expect(await importAnswers(given('agree'))).toBe(5);
    expect(await importAnswers(given('agree'))).toBe(0);
    const [counted] = (await results()).filter(({ id }) => id === first.id);
    expect(counted).toMatchObject({ counts: { agree: 5, disagree: 1, pass: 0 } });
  });

  it('refuses all of them for one that was given at another time, or to another statement', async () => {
    const late = [...given('agree').slice(1), ...given('agree', WHILE.deciding).slice(0, 1)];
    await expect(importAnswers(late)).rejects.toMatchObject({ code: 'dialogues/no-answers-now' });
    const unknown = given('agree').map((one) => ({ ...one, statementId: second.dialogueId }));
    await expect(importAnswers(unknown)).rejects.toMatchObject({ code: 'platform/not-found' });
    expect((await results()).map(({ answers }) => answers)).toEqual([0, 0]);
  });

  it('is for Minga itself', async () => {
    const { id, name } = convener.person;
    const roles = ['member', 'facilitator', 'steward'];
    const actor: Person = { id, name, roles, locale: 'en', via: 'session', scopes: 'all' };
    await expect(importAnswers(given('agree'), actor)).rejects.toMatchObject({ code: 'access/forbidden' });
  });
});
