import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { DialogueView, OutcomeView, StatementView } from '../../../libs/dialogues/index.js';
import type { SearchView } from '../../../libs/explore/index.js';
import { Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { Mailer } from '../../../libs/platform/mail/mailer.js';
import { proveAddress } from '../identity/mailed-link.js';
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

describe('closing a dialogue', () => {
  let server: TestServer;
  let rosa: TestClient;
  let jose: TestClient;
  let leila: TestClient;
  let pedro: TestClient;
  let bystander: TestClient;
  let unproved: TestClient;
  let dialogue: DialogueView;
  let statement: StatementView;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    jose = await server.member('José Ramírez', { locale: 'es' });
    leila = await server.member('Leila Haddad', { locale: 'ar' });
    pedro = await server.member('Pedro Souza', { locale: 'pt' });
    bystander = await server.member('By Stander');
    for (const person of [rosa, jose, leila, pedro, bystander]) await proveAddress(server, person);
    unproved = await server.member('Wei Chen');
  });

  beforeEach(async () => {
    stopClock(server, WHILE.deliberating);
    dialogue = await convened(rosa, { about: ['country:PER', 'theme:irrigation'] });
    statement = await approved(jose, rosa, dialogue.id, 'Gates should be made where they are used.');
    await answer(leila, statement, 'agree');
    stopClock(server, WHILE.deciding);
  });

  afterAll(() => server.stop());

  const OUTCOME = { agreed: 'Gates are made **locally**.', agreedBy: 'The four ministries' };
  const close = (client: TestClient, body: object, id = dialogue.id) =>
    client.post<OutcomeView>(`/api/v1/dialogues/${id}/close`, body);
  const codeOf = (refused: { body: unknown }) => (refused.body as ProblemBody).code;
  const fieldsOf = (refused: { body: unknown }) =>
    (refused.body as ProblemBody).errors?.map(({ field, code }) => [field, code]);

  it('needs an outcome: what was agreed, and by whom', async () => {
    expect(fieldsOf(await close(rosa, {}))).toEqual([['agreed', 'field/required']]);
    expect(fieldsOf(await close(rosa, { agreed: 'Gates.' }))).toEqual([['agreedBy', 'field/required']]);
    const still = await rosa.get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(still.body).toMatchObject({ closedAt: null, state: 'deciding', permissions: { close: true } });
    expect((await rosa.get(`/api/v1/dialogues/${dialogue.id}/outcome`)).status).toBe(404);
  });

  it('leaves an outcome from which every step can be walked back', async () => {
    const answerOfClose = await close(rosa, {
      ...OUTCOME,
      parties: [`person:${jose.person.id}`],
      dissent: 'Leila would rather buy them.',
      statements: [statement.id],
      reviewOn: '2028-03-01',
      commitments: [
        { text: 'Draw up a plan of the gate.', ownerKey: `person:${jose.person.id}`, dueOn: '2027-06-01' },
      ],
    });
    expect(answerOfClose.status).toBe(201);
    const outcome = answerOfClose.body;
    expect(outcome).toMatchObject({
      url: `/dialogues/${dialogue.id}/outcome`,
      agreedHtml: '<p dir="auto">Gates are made <strong>locally</strong>.</p>\n',
      agreedBy: 'The four ministries',
      parties: [{ key: `person:${jose.person.id}` }],
      statements: [{ id: statement.id }],
      commitments: [{ text: 'Draw up a plan of the gate.', state: 'open', owner: { title: 'José Ramírez' } }],
      reviewOn: '2028-03-01',
      closedBy: { id: rosa.person.id },
    });
    const [commitment] = outcome.commitments;
    const walk = readQuery<{ from: string }, { outcome: string; commitment: string }>(
      'test/walk-the-trace',
      `MATCH (s:Entity {key: $from})<-[:DRAWS_ON]-(o:Outcome)-[:LED_TO]->(c:Commitment)
       MATCH (c)-[:ANSWERS]->(d:Dialogue)<-[:CAME_OUT_OF]-(o)
       RETURN o.key AS outcome, c.key AS commitment`,
    );
    const trace = await server.app.get(Graph).read(walk, { from: `statement:${statement.id}` });
    expect(trace).toEqual([{ outcome: outcome.key, commitment: commitment?.key }]);
    const shown = await server.visitor().get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(shown.body).toMatchObject({ state: 'closed', outcomeUrl: outcome.url });
    await server.settled();
    const found = await bystander.get<SearchView>('/api/v1/search?q=locally&type=dialogue');
    expect(found.body.hits.map(({ key }) => key)).toContain(dialogue.key);
  });

  it('ends what may be done in it, and is done once', async () => {
    const both = await Promise.all([close(rosa, OUTCOME), close(rosa, OUTCOME)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[1]?.body).toEqual(both[0]?.body);
    const again = await close(rosa, { ...OUTCOME, agreed: 'Something else.' });
    expect([again.status, codeOf(again)]).toEqual([409, 'dialogues/dialogue-closed']);
    stopClock(server, WHILE.deliberating);
    expect(codeOf(await propose(jose, dialogue.id, 'One more.'))).toBe('dialogues/no-statements-now');
    expect(codeOf(await answer(jose, statement, 'agree'))).toBe('dialogues/no-answers-now');
    expect(codeOf(await moderate(rosa, statement, { decision: 'refuse', reason: 'x' }))).toBe(
      'dialogues/dialogue-closed',
    );
    const edit = await rosa.patch(`/api/v1/dialogues/${dialogue.id}`, { version: 1, background: 'x' });
    expect(codeOf(edit)).toBe('dialogues/dialogue-closed');
    stopClock(server, WHILE.followingUp);
    const shown = await rosa.get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(shown.body.state).toBe('following-up');
  });

  it('waits for the phase of deciding, to the millisecond', async () => {
    stopClock(server, '2027-03-20T23:59:59.999Z');
    const early = await close(rosa, OUTCOME);
    expect([early.status, codeOf(early)]).toEqual([409, 'dialogues/no-outcome-yet']);
    stopClock(server, '2027-03-21T00:00:00.000Z');
    expect((await close(rosa, OUTCOME)).status).toBe(201);
  });

  it('draws on approved statements of the dialogue only, and names who is there', async () => {
    const other = await convened(rosa);
    stopClock(server, WHILE.deliberating);
    const foreign = await approved(jose, rosa, other.id, 'Said elsewhere.');
    const waiting = await propose(jose, dialogue.id, 'Nobody has looked at this.');
    stopClock(server, WHILE.deciding);
    const refused = await close(rosa, {
      ...OUTCOME,
      statements: [foreign.id, statement.id, waiting.body.id],
    });
    expect(fieldsOf(refused)).toEqual([
      ['statements.0', 'dialogues/unknown-statement'],
      ['statements.2', 'dialogues/unknown-statement'],
    ]);
    expect(fieldsOf(await close(rosa, { ...OUTCOME, parties: ['person:nobody', 'country:PER'] }))).toEqual([
      ['parties.0', 'dialogues/links-to-nothing'],
      ['parties.1', 'dialogues/wrong-kind-of-link'],
    ]);
  });

  it('changes nothing when one of its commitments cannot be', async () => {
    const commitments = [{ text: 'Nobody does it.', ownerKey: 'person:nobody', dueOn: '2027-06-01' }];
    expect((await close(rosa, { ...OUTCOME, commitments })).status).toBe(400);
    const still = await rosa.get<DialogueView>(`/api/v1/dialogues/${dialogue.id}`);
    expect(still.body.closedAt).toBeNull();
    expect((await rosa.get(`/api/v1/dialogues/${dialogue.id}/outcome`)).status).toBe(404);
  });

  it('is for conveners and stewards; a convener who lost the role is told so, a co-convener goes on', async () => {
    const other = await facilitator(server, 'Other Facilitator');
    expect((await close(other, OUTCOME)).status).toBe(403);
    expect((await close(jose, OUTCOME)).status).toBe(403);
    expect((await close(server.visitor(), OUTCOME)).status).toBe(401);
    const ana = await facilitator(server, 'Ana Torres');
    const shared = await convened(ana, { coConveners: [jose.person.id] });
    await takeRole(server, ana, 'facilitator');
    const refused = await close(ana, OUTCOME, shared.id);
    expect([refused.status, codeOf(refused)]).toEqual([403, 'dialogues/convener-without-role']);
    expect((await close(jose, OUTCOME, shared.id)).status).toBe(201);
  });

  it('mails the outcome once to everyone who took part, in their language', async () => {
    const threads = await pedro.get<{ items: { id: string }[] }>(`/api/v1/threads?about=${dialogue.key}`);
    await pedro.post(`/api/v1/threads/${threads.body.items[0]?.id}/posts`, { body: 'From the river.' });
    stopClock(server, WHILE.deliberating);
    await answer(unproved, statement, 'agree');
    stopClock(server, WHILE.deciding);
    await server.app.get(JobRunner).runAll();
    const before = server.mails().length;
    await close(rosa, { ...OUTCOME, agreed: 'Gates are made in each valley.' });
    const failing = jest.spyOn(server.app.get(Mailer), 'send').mockRejectedValueOnce(new Error('no line'));
    await server.app.get(JobRunner).runAll();
    failing.mockRestore();
    expect(server.mails().length - before).toBe(3);
    await server.app.get(JobRunner).runAll();
    await server.app.get(JobRunner).runAll();
    const mails = server.mails().slice(before);
    const to = mails.map((mail) => /^To: (.+)$/m.exec(mail)?.[1]).sort();
    expect(to).toEqual([jose, leila, pedro, rosa].map(({ person }) => person.email).sort());
    expect(to).not.toContain(bystander.person.email);
    const mailTo = ({ person }: TestClient) =>
      mails.find((mail) => mail.includes(`To: ${person.email}`)) ?? '';
    expect(mailTo(rosa)).toMatch(/Subject: Outcome: How should countries/);
    expect(mailTo(jose)).toMatch(/Subject: Resultado: /);
    expect(mailTo(rosa).replace(/=\r?\n/g, '')).toContain(`/dialogues/${dialogue.id}/outcome`);
  });
});
