import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { inMinutes, sessionBody } from '../learning/session-maker.js';
import { administratorOf } from '../platform/administrator.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import { expectSeeOther, formFields, openPage } from './web-pages.js';

type Typed = Record<string, string | string[]>;

/** A form, and what two different people, or one on two days, would write into it. */
interface Written {
  page: string;
  action: string;
  first: Typed;
  second: Typed;
}

const DAY = 86_400_000;

describe('a form to which the browser goes back', () => {
  let server: TestServer;
  let rosa: TestClient;
  let forms: Record<string, Written>;
  let threadId: string;
  let sessionId: string;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await administratorOf(server);
    for (const role of ['facilitator', 'steward', 'administrator'] as const)
      await server.app.get(GrantRole).execute(SYSTEM, rosa.person.id, role);
    const make = async (path: string, body: object) => {
      const answer = await rosa.post<{ id: string }>(path, body);
      if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
      return answer.body.id;
    };
    const about = `person:${rosa.person.id}`;
    threadId = await make('/api/v1/threads', { about, title: 'Who pays for the gates?', body: 'Nobody.' });
    const now = server.app.get(Clock).now().getTime();
    const open = { opensAt: new Date(now - DAY).toISOString(), closesAt: new Date(now + DAY).toISOString() };
    const question = 'How should we share what we know of water?';
    const dialogueId = await make('/api/v1/dialogues', {
      question,
      phases: [{ phase: 'gathering', ...open }],
    });
    sessionId = await make(
      '/api/v1/sessions',
      sessionBody(server, { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 95) }),
    );
    const [day, evening] = [inMinutes(server, 2 * 24 * 60), inMinutes(server, 2 * 24 * 60 + 90)];
    const session = {
      ...{ purpose: 'To learn.', format: 'peer-assist', about: 'sdg:6', languages: 'en', timeZone: 'UTC' },
      ...{ startsAt: day, endsAt: evening, do: 'save' },
    };
    const phases = { 'phases.gathering.opens': day, 'phases.gathering.closes': evening, timeZone: 'UTC' };
    forms = {
      'a case': {
        ...{ page: '/cases/new', action: '/cases/new' },
        first: { title: 'Gates by turns', do: 'save' },
        second: { title: 'Wells by lot', do: 'save' },
      },
      'a thread': {
        ...{ page: `/threads/new?about=${about}`, action: '/threads' },
        first: { title: 'Who mends gates?', body: 'We do.' },
        second: { title: 'Who digs wells?', body: 'They do.' },
      },
      'a reply': {
        ...{ page: `/threads/${threadId}/reply/1`, action: `/threads/${threadId}/posts` },
        first: { body: 'Ours stuck.' },
        second: { body: 'Theirs broke.' },
      },
      'a reply on the page of the thread': {
        ...{ page: `/threads/${threadId}`, action: `/threads/${threadId}/posts` },
        first: { body: 'It rained.' },
        second: { body: 'It snowed.' },
      },
      'a dialogue': {
        ...{ page: '/dialogues/new', action: '/dialogues/new' },
        first: { question: 'Who should pay for the gates?', do: 'save', ...phases },
        second: { question: 'Who should pay for the wells?', do: 'save', ...phases },
      },
      'a statement': {
        ...{ page: `/dialogues/${dialogueId}`, action: `/dialogues/${dialogueId}/statements` },
        first: { text: 'Data should be open.', lang: 'en' },
        second: { text: 'Data should be paid for.', lang: 'en' },
      },
      'a session': {
        ...{ page: '/sessions/new', action: '/sessions/new' },
        first: { title: 'Gates, one by one', ...session },
        second: { title: 'Wells, one by one', ...session },
      },
      'a note': {
        ...{ page: `/sessions/${sessionId}/room`, action: `/sessions/${sessionId}/room/notes` },
        first: { text: 'Gates need oil.' },
        second: { text: 'Wells need rope.' },
      },
      'a theme': {
        ...{ page: '/themes/new', action: '/themes/new' },
        first: { 'names.en': 'Fog harvesting' },
        second: { 'names.en': 'Dew harvesting' },
      },
    };
  });

  afterAll(() => server.stop());

  /** The form as it stands, hidden fields and all, as the browser restores it. */
  async function restored(what: string) {
    const { page, action, ...written } = forms[what] as Written;
    const fields = formFields(await openPage(rosa, page), action);
    expect(fields.clientKey).toMatch(/^[0-9a-z]{26}$/);
    const send = (typed: Typed) => rosa.form(action, { ...fields, ...typed });
    return { send, ...written };
  }

  const KINDS = [
    'a case',
    'a thread',
    'a reply',
    'a reply on the page of the thread',
    'a dialogue',
    'a statement',
    'a session',
    'a note',
    'a theme',
  ];
  /** After these the browser is led to a list. */
  const LISTED: Record<string, () => Promise<string>> = {
    'a statement': () =>
      listed(
        `${(forms['a statement'] as Written).page.replace('/dialogues', '/api/v1/dialogues')}/statements?status=mine`,
      ),
    'a note': () => listed(`/api/v1/sessions/${sessionId}/notes`),
  };
  const listed = async (path: string) => (await rosa.get(path)).text;

  it.each(KINDS)('makes %s once however often it is pressed, and another of other words', async (what) => {
    const { send, first, second } = await restored(what);
    const pressed: Answer<string>[] = await Promise.all([send(first), send(first)]);
    const places = [...pressed, await send(first)].map(expectSeeOther);
    expect(new Set(places).size).toBe(1);
    const other = expectSeeOther(await send(second));
    const list = LISTED[what];
    if (!list) {
      expect(other).not.toBe(places[0]);
      return;
    }
    const [text] = Object.values(first) as [string];
    const [otherText] = Object.values(second) as [string];
    const shown = await list();
    expect([shown.split(text).length - 1, shown.split(otherText).length - 1]).toEqual([1, 1]);
  });

  it('shows what was written second where the first is not', async () => {
    const { send, first, second } = await restored('a case');
    const [one, two] = [
      expectSeeOther(await send(first)),
      expectSeeOther(await send({ ...second, summary: 'By lot.' })),
    ];
    expect(await openPage(rosa, one)).not.toContain('Wells by lot');
    expect(await openPage(rosa, two)).toContain('Wells by lot');
  });

  it('gives whoever presses twice the same token, and another for another name', async () => {
    const fields = formFields(await openPage(rosa, '/settings/tokens'), '/settings/tokens');
    const secretIn = ({ text }: Answer<string>) => /<code class="secret">([^<]+)</.exec(text)?.[1];
    const send = (name: string) => rosa.form('/settings/tokens', { ...fields, name, scopes: 'read' });
    const [one, two] = await Promise.all([send('a script'), send('a script')]);
    expect(secretIn(one)).toMatch(/^minga_/);
    expect(secretIn(two)).toBe(secretIn(one));
    expect(secretIn(await send('another script'))).not.toBe(secretIn(one));
  });

  it('signs whoever registers with a double click in', async () => {
    const visitor = server.visitor();
    const fields = formFields(await openPage(visitor, '/register'), '/register');
    const typed = { name: 'Dua Perera', email: 'dua@example.org', password: 'seven canals under one moon' };
    const answers = await Promise.all([1, 2].map(() => visitor.form('/register', { ...fields, ...typed })));
    expect(new Set(answers.map(expectSeeOther)).size).toBe(1);
    expect((await visitor.get('/api/v1/me')).text).toContain('"Dua Perera"');
    const again = await server.visitor().form('/register', { ...typed });
    expect(again.status).toBe(409);
  });

  it('bears a made-up key as if it bore none', async () => {
    const { send, first } = await restored('a case');
    expectSeeOther(await send({ ...first, title: 'With a key of mine', clientKey: 'mine' }));
  });
});
