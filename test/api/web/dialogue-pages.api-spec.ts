import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import type { DialogueView, StatementView } from '../../../libs/dialogues/index.js';
import { MailOutcome } from '../../../libs/dialogues/index.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import {
  answer,
  approved,
  convened,
  facilitator,
  propose,
  startServer,
  stopClock,
  WHILE,
} from '../dialogues/dialogue-maker.js';
import type { TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror="alert(2)"> '{{7*7}}'`;
const QUESTION = 'How should basin councils share water in dry years?';

/** Four phases by the clocks of Lima, five hours behind UTC. */
const TYPED = {
  question: QUESTION,
  background: 'Eleven councils, **one** river.',
  timeZone: 'America/Lima',
  lang: 'en',
  'phases.gathering.opens': '2027-02-28T19:00',
  'phases.gathering.closes': '2027-03-07T19:00',
  'phases.deliberating.opens': '2027-03-07T19:00',
  'phases.deliberating.closes': '2027-03-20T12:00',
  'phases.deciding.opens': '2027-03-20T19:00',
  'phases.deciding.closes': '2027-03-31T19:00',
};

/** Whoever opens a page sees no key of the catalogue instead of words. */
async function open(client: TestClient, path: string, status = 200): Promise<string> {
  const html = await openPage(client, path, status);
  expect(html.replace(/<[^>]*>/g, ' ')).not.toMatch(/dialogue-pages\.|threads\.subject|commitments\.state/);
  return html;
}

describe('the pages of dialogues, with scripts off', () => {
  let server: TestServer;
  let rosa: TestClient;
  let amina: TestClient;
  let evidence: CaseView;

  beforeAll(async () => {
    server = await startServer();
    rosa = await facilitator(server, 'Rosa Quispe');
    amina = await server.member('Amina Mohamud', { country: 'KEN' });
    evidence = (await rosa.post<CaseView>('/api/v1/cases', buildCaseBody({ publish: true }))).body;
    await server.settled();
  });

  afterEach(() => {
    jest.restoreAllMocks();
  });
  afterAll(() => server.stop());

  const conveneByForm = async (typed: Record<string, string | string[]> = {}) =>
    expectSeeOther(
      await fillIn(rosa, '/dialogues/new', '/dialogues/new', { ...TYPED, do: 'save', ...typed }),
    );

  it('lead from a question over statements and answers to an outcome that is mailed', async () => {
    stopClock(server, WHILE.gathering);
    const url = await conveneByForm({ about: ['country:PER', 'theme:irrigation'], evidence: evidence.key });
    const asGathered = await open(amina, url);
    for (const text of [QUESTION, '<strong>one</strong>', 'Peru', evidence.title, 'Propose statements.'])
      expect(asGathered).toContain(text);
    expect(asGathered).toContain('aria-current="step"');
    expect(asGathered).not.toContain('name="choice"');

    const proposal = { text: 'Households come before fields.', lang: 'en' };
    const proposed = await fillIn(amina, url, `${url}/statements`, proposal);
    expect(expectSeeOther(proposed)).toBe(`${url}?proposed=1#propose`);
    expect(await open(amina, `${url}?proposed=1`)).toContain(
      'A moderator reads it before it is put to everyone',
    );
    expectSeeOther(
      await fillIn(amina, url, `${url}/statements`, { ...proposal, text: 'Two things, at once.' }),
    );
    expect(await open(amina, `${url}/statements?show=mine`)).toContain('Waiting for a moderator');
    await open(amina, `${url}/statements?show=waiting`, 403);

    const waiting = `${url}/statements?show=waiting`;
    const queue = await open(rosa, waiting);
    const [second = '', first = ''] = [...queue.matchAll(/id="statement-([^"]+)"/g)].map(([, id]) => id);
    const decide = (id: string, typed: Record<string, string>) =>
      fillIn(rosa, waiting, `${url}/statements/${id}/moderate`, typed);
    const unreasoned = await decide(second, { decision: 'refuse', reason: '' });
    expect(expectPage(unreasoned, waiting, 400)).toContain(`<a href="#reason-${second}">`);
    expectSeeOther(await decide(second, { decision: 'refuse', reason: 'Please propose two.' }));
    expectSeeOther(await decide(first, { decision: 'approve' }));
    expect(await open(amina, `${url}/statements?show=mine`)).toContain('Refused: Please propose two.');

    stopClock(server, WHILE.deliberating);
    const asked = await open(amina, url);
    expect(asked).toContain('0 of 1');
    const action = `${url}/statements/${first}/answer`;
    const answered = await amina.form(action, { ...formFields(asked, action), choice: 'agree' });
    const next = expectSeeOther(answered);
    expect(next).toBe(`${url}?answered=${first}#answer`);
    const kept = await open(amina, next.split('#', 1)[0] ?? '');
    expect(kept).toContain('Kept: you agree with');
    expect(kept).toContain('You have answered everything');
    const again = await open(amina, `${url}?statement=${first}`);
    expect(again).toContain('You agreed. Choose again to change it.');
    expectSeeOther(await amina.form(action, { ...formFields(again, action), choice: 'pass' }));
    expect(await open(amina, url)).toContain('You passed');
    expect(await open(server.visitor(), `${url}/results`)).toContain('One answer so far: shown from 5 on.');
    await open(rosa, `${url}/close`, 409);

    stopClock(server, WHILE.deciding);
    expectPage(await amina.form(action, { choice: 'agree' }), action, 409);
    expect(await open(rosa, url)).toContain(`href="${url}/close"`);
    const close = `${url}/close`;
    const empty = expectPage(await fillIn(rosa, close, close, { agreed: '', do: 'close' }), close, 400);
    expect(empty).toContain('<a href="#agreed">');
    expect(empty).toContain('<a href="#agreedBy">');
    const found = expectPage(
      await rosa.form(close, {
        ...formFields(empty, close),
        agreed: 'Kept',
        'parties.q': 'Amina',
        do: 'find',
      }),
      close,
    );
    expect(found).toContain(`value="person:${amina.person.id}"`);
    expect(formFields(found, close).agreed).toBe('Kept');
    const closing = {
      ...formFields(found, close),
      agreed: 'Households come **first**.',
      parties: `person:${amina.person.id}`,
      dissent: 'The mill sees it otherwise.',
      statements: first,
      'commitments.1.text': 'Publish the levels each week',
      'commitments.1.ownerKey': `person:${rosa.person.id}`,
      'commitments.1.dueOn': '2027-06-01',
      reviewOn: '2027-09-01',
      do: 'close',
    };
    const undated = expectPage(await rosa.form(close, { ...closing, 'commitments.1.dueOn': '' }), close, 400);
    expect(undated).toContain('<a href="#commitments.0.dueOn">');
    const outcome = expectSeeOther(await rosa.form(close, closing));
    expect(outcome).toBe(`${url}/outcome`);
    // A double click leads on as well; a second outcome is refused.
    expect(expectSeeOther(await rosa.form(close, closing))).toBe(outcome);
    expectPage(await rosa.form(close, { ...closing, agreed: 'Mills come first.' }), close, 409);

    const published = await open(server.visitor(), outcome);
    for (const text of ['<strong>first</strong>', 'Amina Mohamud', 'The mill sees it otherwise.'])
      expect(published).toContain(text);
    for (const text of [
      'Publish the levels each week',
      'due on June 1, 2027',
      'Households come before fields.',
    ])
      expect(published).toContain(text);
    expect(published).toMatch(/class="print-only"[^>]*>http[^<]*\/outcome</);
    expect(expectSeeOther(await rosa.get<string>(close))).toBe(outcome);
    expect(await open(amina, url)).toContain('Read the outcome');
    expect(await open(amina, '/dialogues')).toContain(`href="${outcome}"`);
    await server.app.get(MailOutcome).execute(url.split('/').at(-1) ?? '');
    expect(server.mails().join('\n')).toContain(amina.person.email);
  });

  it('find what a dialogue is about by name, and keep what was typed', async () => {
    stopClock(server, WHILE.planned);
    const form = await open(rosa, '/dialogues/new?about=country:PER');
    expect(form).toMatch(/value="country:PER"[^>]*checked/);
    const searched = await rosa.form('/dialogues/new', {
      ...formFields(form, '/dialogues/new'),
      ...TYPED,
      about: 'country:PER',
      'about.q': 'Kenya',
      'evidence.q': evidence.title,
      'coConveners.q': 'nobody of that name',
      do: 'find',
    });
    const page = expectPage(searched, '/dialogues/new');
    expect(page).toMatch(/value="country:PER"[^>]*checked/);
    expect(page).toContain('value="country:KEN"');
    expect(page).toContain(`value="${evidence.key}"`);
    expect(page).toContain('Nothing was found for “nobody of that name”.');
    expect(formFields(page, '/dialogues/new')).toMatchObject({
      question: QUESTION,
      timeZone: 'America/Lima',
    });
  });

  it('say what is wrong with the days, beside the field and at the top', async () => {
    const typed = { ...TYPED, 'phases.gathering.closes': '2027-02-01T10:00', 'phases.deciding.closes': '' };
    const path = '/dialogues/new';
    const page = expectPage(
      await fillIn(rosa, path, path, { ...typed, question: 'Why', do: 'save' }),
      path,
      400,
    );
    expect(page).toContain('<a href="#question">');
    expect(page).toContain('<a href="#phases.deciding.closes">');
    const mended = { ...typed, 'phases.deciding.closes': TYPED['phases.deciding.closes'], do: 'save' };
    const backwards = expectPage(await fillIn(rosa, path, path, mended), path, 400);
    expect(backwards).toContain(
      '<a href="#phases.gathering.closes">Phases: This phase ends before it begins',
    );
    const none = await fillIn(rosa, path, path, { question: QUESTION, do: 'save' });
    expect(expectPage(none, path, 400)).toContain('<a href="#phases">');
  });

  it('overwrite nothing that was changed meanwhile', async () => {
    stopClock(server, WHILE.planned);
    const url = await conveneByForm();
    const edit = `${url}/edit`;
    const fields = formFields(await open(rosa, edit), edit);
    expect(fields).toMatchObject(TYPED);
    expectSeeOther(await rosa.form(edit, { ...fields, background: 'From the other tab', do: 'save' }));
    const outdated = await rosa.form(edit, { ...fields, background: 'From this tab', do: 'save' });
    expect(formFields(expectPage(outdated, edit, 409), edit).background).toBe('From this tab');
    await open(amina, edit, 403);
    await open(amina, '/dialogues/new', 403);
    await open(server.visitor(), '/dialogues/new', 401);
  });

  it('give the island the card that asks, as the page draws it', async () => {
    stopClock(server, WHILE.deliberating);
    const dialogue = await convened(rosa);
    const meters = await approved(amina, rosa, dialogue.id, 'Meters help.');
    const page = await open(amina, dialogue.url);
    const fragment = await amina.get<string>(`${dialogue.url}/answer/fragment`);
    expect(fragment.text).toMatch(/^<section class="card answer-card" id="answer"/);
    expect(page).toContain(fragment.text);
    await answer(amina, meters, 'agree');
    const after = await amina.get<string>(`${dialogue.url}/answer/fragment?answered=${meters.id}`);
    const [, line = 'no line'] = after.text.split('</section>');
    expect(line).toContain('You agree');
    expect(await open(amina, dialogue.url)).toContain(line);
    expect((await server.visitor().get(`${dialogue.url}/answer/fragment`)).status).toBe(401);
  });

  describe('of one with many answers', () => {
    let dialogue: DialogueView;
    let statement: StatementView;

    beforeAll(async () => {
      stopClock(server, WHILE.deliberating);
      dialogue = await convened(rosa, { about: ['country:PER'], evidence: [evidence.key] });
      statement = await approved(amina, rosa, dialogue.id, 'Water should be metered.');
      for (let index = 0; index < 6; index++) {
        const person = await server.member('Person of Peru', { country: 'PER' });
        await answer(person, statement, index < 4 ? 'agree' : 'disagree');
      }
      for (let index = 0; index < 9; index++) {
        await answer(await server.member('Person of Kenya', { country: 'KEN' }), statement, 'agree');
      }
    });

    it('show the results as bars, and as a table to be heard', async () => {
      const early = await open(server.visitor(), `${dialogue.url}/results`);
      expect(early).toContain('once nobody can answer any more');
      expect(early).not.toContain('<th scope="row">Peru');
      stopClock(server, WHILE.deciding);
      const html = await open(server.visitor(), `${dialogue.url}/results`);
      expect(html).toContain('Water should be metered.');
      expect(html).toContain('<svg class="choice-bar"');
      expect(html).toMatch(/<th scope="row">Peru.*?<td class="figure">4<\/td><td class="figure">2<\/td>/s);
      expect(html).toContain('Fewer than 5 answers stay hidden');
    });

    it('answer in every language', async () => {
      stopClock(server, WHILE.deliberating);
      await propose(amina, dialogue.id, 'One more for the moderator.');
      const { url } = dialogue;
      for (const locale of ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']) {
        for (const path of ['/dialogues', '/dialogues/new', url, `${url}/edit`, `${url}/statements`]) {
          await open(rosa, `${path}?lang=${locale}`);
        }
        for (const show of ['mine', 'waiting', 'refused']) {
          await open(rosa, `${url}/statements?show=${show}&lang=${locale}`);
        }
        await open(server.visitor(), `${url}/results?lang=${locale}`);
      }
      stopClock(server, WHILE.deciding);
      for (const locale of ['en', 'ar']) await open(rosa, `${url}/close?lang=${locale}`);
    });

    it('lead to the dialogue from what it touches', async () => {
      stopClock(server, WHILE.deliberating);
      for (const path of ['/', '/countries/PER', evidence.url, `/people/${rosa.person.id}`]) {
        expect({ path, leads: (await openPage(amina, path)).includes(`href="${dialogue.url}"`) }).toEqual({
          path,
          leads: true,
        });
      }
      expect(await open(amina, '/dialogues?about=country:PER')).toContain(`href="${dialogue.url}"`);
    });
  });

  it('show what people typed as text, and answer odd input with a page', async () => {
    stopClock(server, WHILE.deliberating);
    const dialogue = await convened(rosa, { question: HOSTILE, background: HOSTILE });
    const { url } = dialogue;
    await approved(amina, rosa, dialogue.id, HOSTILE);
    const answered = await open(amina, url);
    const holds = /<script>alert|<img src=x/;
    for (const path of [url, `${url}/edit`, `${url}/statements`, `${url}/results`, '/dialogues']) {
      expect({ path, holds: holds.test(await open(rosa, path)) }).toEqual({ path, holds: false });
    }
    const [action = ''] =
      /\/dialogues\/[^"]*\/answer(?=")/.exec(answered.replace(/data-[a-z]+="[^"]*"/g, '')) ?? [];
    expectPage(await amina.form(action, { choice: 'perhaps' }), action, 400);
    expectPage(await amina.form(`${url}/statements/nothing/answer`, { choice: 'agree' }), url, 404);
    expectPage(await amina.form(`${url}/statements`, { text: 'x'.repeat(281) }), url, 400);
    const refused = await rosa.form('/dialogues/new', {
      ...{ question: HOSTILE, about: ['nonsense', HOSTILE, 'person:x'], 'about.q': HOSTILE, do: 'find' },
      ...{
        timeZone: HOSTILE,
        'phases.gathering.opens': HOSTILE,
        'phases.gathering.closes': '2027-02-30T10:00',
      },
    });
    expect(holds.test(expectPage(refused, '/dialogues/new'))).toBe(false);
    const sent = await rosa.form('/dialogues/new', {
      ...{ question: QUESTION, about: ['nonsense', 'person:x'], timeZone: HOSTILE, do: 'save' },
      ...{ 'phases.gathering.opens': HOSTILE, 'phases.gathering.closes': '2027-02-30T10:00' },
    });
    expect(holds.test(expectPage(sent, '/dialogues/new', 400))).toBe(false);
    for (const path of ['/dialogues/nothing', '/dialogues/nothing/results', `${url}/outcome`]) {
      await open(rosa, path, 404);
    }
    await open(rosa, '/dialogues?about=nonsense', 400);
    await open(rosa, `${url}?answered=nothing&statement=nothing`);
  });
});
