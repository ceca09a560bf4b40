import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { inMinutes, sessionBody } from '../learning/session-maker.js';
import { administratorOf } from '../platform/administrator.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, formFields, openPage } from './web-pages.js';

type Typed = Record<string, string | string[]>;

interface Form {
  page: string;
  /** What stands in the form besides its text fields. */
  rest?: Typed;
  field: string;
  first: string;
  second: string;
  /** Parts as the first window saves them besides, and how readers read them. */
  besides?: { typed: Typed; shown: [string, string] };
}

const DAY = 86_400_000;

describe('a form that was made from an earlier version', () => {
  let server: TestServer;
  let rosa: TestClient;
  let forms: Record<string, Form>;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await administratorOf(server);
    for (const role of ['facilitator', 'steward', 'administrator'] as const)
      await server.app.get(GrantRole).execute(SYSTEM, rosa.person.id, role);
    const make = async (path: string, body: object) => {
      const answer = await rosa.post<{ id: string; code: string }>(path, body);
      if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
      return answer.body;
    };
    const now = server.app.get(Clock).now().getTime();
    const opens = { opensAt: new Date(now - DAY).toISOString(), closesAt: new Date(now + DAY).toISOString() };
    const item = await make('/api/v1/cases', buildCaseBody({ publish: true }));
    const dialogue = await make('/api/v1/dialogues', {
      question: 'How should we share what we know of water?',
      phases: [{ phase: 'gathering', ...opens }],
    });
    const times = { startsAt: inMinutes(server, 60), endsAt: inMinutes(server, 150) };
    const session = await make('/api/v1/sessions', sessionBody(server, times));
    const theme = await make('/api/v1/themes', { names: { en: 'Fog harvesting' } });
    const post = await make('/api/v1/threads', {
      ...{ about: `person:${rosa.person.id}`, title: 'Who pays for gates?', body: 'Nobody.' },
    });
    forms = {
      'a case': {
        page: `/cases/${item.id}/edit`,
        rest: { themes: ['irrigation', 'co-governance'], do: 'save' },
        ...{ field: 'summary', first: 'Nine associations', second: 'Ten associations' },
        besides: { typed: { scale: 'local' }, shown: ['Scale', 'Local'] },
      },
      'a session': {
        page: `/sessions/${session.id}/edit`,
        rest: {
          about: ['country:PER', 'sdg:6'],
          facilitators: `person:${rosa.person.id}`,
          languages: ['es', 'en'],
          do: 'save',
        },
        ...{ field: 'purpose', first: 'To learn of gates', second: 'To learn of wells' },
        besides: { typed: { places: '25' }, shown: ['Places', '25'] },
      },
      'a dialogue': {
        page: `/dialogues/${dialogue.id}/edit`,
        rest: { do: 'save' },
        ...{ field: 'background', first: 'Of gates', second: 'Of wells' },
      },
      'a theme': {
        page: `/themes/${theme.code}/edit`,
        ...{ field: 'names.en', first: 'Fog nets', second: 'Dew nets' },
        besides: { typed: { sdgs: '6' }, shown: ['Goals it serves', '6 '] },
      },
      'one’s own profile': {
        page: '/settings',
        ...{ field: 'bio', first: 'I mend gates', second: 'I dig wells' },
        besides: { typed: { country: 'PER' }, shown: ['Country', 'Peru'] },
      },
      'a post': {
        page: `/threads/${post.id}/posts/1/edit`,
        ...{ field: 'body', first: 'Rosa pays', second: 'Nobody pays' },
      },
    };
  });

  afterAll(() => server.stop());

  const KINDS = ['a case', 'a session', 'a dialogue', 'a theme', 'one’s own profile', 'a post'];

  it.each(KINDS)('keeps both texts of %s, and saves over what was shown', async (what) => {
    const { page, rest = {}, field, first, second, besides } = forms[what] as Form;
    const fields = { ...formFields(await openPage(rosa, page), page), ...rest };
    expectSeeOther(await rosa.form(page, { ...fields, [field]: first, ...besides?.typed }));
    const outdated = { ...fields, [field]: second };
    const html = expectPage(await rosa.form(page, outdated), page, 409);
    // What was typed stands in the form, what is saved by now beside it.
    const comesBack = formFields(html, page);
    expect(comesBack[field]).toBe(second);
    expect(html.replace(/<form.*?<\/form>/gs, '')).toContain(first);
    if (besides) {
      const saved = /<section[^>]*id="saved-now".*?<\/section>/s.exec(html)?.[0] ?? '';
      for (const shown of besides.shown) expect(saved).toContain(shown);
      expect(saved.match(/<h3>/g)).toHaveLength(2);
    }
    expect((await openPage(rosa, page)).includes(second)).toBe(false);
    // Sent again, it is meant: whoever sends it has seen what it replaces.
    expectSeeOther(await rosa.form(page, { ...comesBack, ...rest, [field]: second }));
    expect(formFields(await openPage(rosa, page), page)[field]).toBe(second);
  });

  it.each(KINDS)('is sent by a double click of %s without a word about it', async (what) => {
    const { page, rest = {}, field } = forms[what] as Form;
    const fields = { ...formFields(await openPage(rosa, page), page), ...rest, [field]: `Twice, ${what}` };
    const answers = await Promise.all([rosa.form(page, fields), rosa.form(page, fields)]);
    expect(new Set(answers.map(expectSeeOther)).size).toBe(1);
  });

  it('keeps the report on a commitment beside the one that came meanwhile', async () => {
    const times = { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 95) };
    const session = await rosa.post<{ id: string }>('/api/v1/sessions', sessionBody(server, times));
    const dueOn = new Date(server.app.get(Clock).now().getTime() + 30 * DAY).toISOString().slice(0, 10);
    const promised = { text: 'Oil the gates.', ownerKey: `person:${rosa.person.id}`, dueOn };
    const outcome = { lessons: [{ text: 'Gates want oil.' }], commitments: [promised] };
    await rosa.post(`/api/v1/sessions/${session.body.id}/close`, outcome);
    const list = await rosa.get<{ items: { url: string }[] }>(
      `/api/v1/commitments?answers=session:${session.body.id}`,
    );
    const { url = '' } = list.body.items[0] ?? {};
    const action = `${url}/report`;
    const fields = formFields(await openPage(rosa, url), action);
    const first = { ...fields, state: 'partly', note: 'Half of the gates.' };
    const answers = await Promise.all([rosa.form(action, first), rosa.form(action, first)]);
    expect(new Set(answers.map(expectSeeOther)).size).toBe(1);
    const second = { ...fields, state: 'kept', note: 'All of the gates.' };
    const html = expectPage(await rosa.form(action, second), action, 409);
    expect(html).toContain('Half of the gates.');
    const comesBack = formFields(html, action);
    expect(comesBack.note).toBe('All of the gates.');
    expectSeeOther(await rosa.form(action, { ...comesBack, state: 'kept' }));
    const shown = await openPage(rosa, url);
    expect(['Half of the gates.', 'All of the gates.'].map((note) => shown.includes(note))).toEqual([
      true,
      true,
    ]);
  });
});
