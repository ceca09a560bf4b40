import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { type Answer, TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, formFields, openPage } from './web-pages.js';

const TYPED = {
  title: 'Rain walls on the slope',
  whatWorked: 'Each household looks after its "own" line.\nIn two villages.',
  'countries.0.country': 'BFA',
  'targets.0.code': '6.4',
  themes: ['irrigation', 'water'],
};

/** Sends a form as a browser sends one from a page of this site. */
async function sendFrom(
  client: TestClient,
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' },
): Promise<Answer<string>> {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of [values].flat()) body.append(name, value);
  }
  // Only what stands in the form counts, as for a browser.
  const { csrfToken } = client;
  client.csrfToken = '';
  const answer = await client.send<string>('POST', path, body.toString(), {
    'content-type': 'application/x-www-form-urlencoded',
    ...headers,
  });
  client.csrfToken = csrfToken;
  return answer;
}

/** All values of the form with this action, repeated ones as well. */
function hiddenValues(html: string, action: string, name: string): string[] {
  const form = [...html.matchAll(/<form[^>]*>.*?<\/form>/gs)].map(([text]) => text);
  const found = form.find((text) => text.includes(`action="${action}"`)) ?? '';
  return [...found.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(
    ([, value = '']) => value,
  );
}

describe('forms that are refused before their page can say so', () => {
  let server: TestServer;
  let rosa: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await server.member('Rosa Quispe');
  });

  afterAll(() => server.stop());

  const filled = async (client: TestClient, path = '/cases/new') => ({
    ...formFields(await openPage(client, path), path),
    ...TYPED,
  });

  it('come back when the token is from another session, with all that was typed, to be sent again', async () => {
    const fields = await filled(rosa);
    const refused = await sendFrom(rosa, '/cases/new', { ...fields, _csrf: 'stale', do: 'save' });
    const html = expectPage(refused, '/cases/new', 403);
    expect(html).toContain('What you wrote');
    expect(formFields(html, '/cases/new')).toMatchObject({
      title: TYPED.title,
      whatWorked: TYPED.whatWorked,
    });
    expect(hiddenValues(html, '/cases/new', 'themes')).toEqual(TYPED.themes);
    const kept = { ...formFields(html, '/cases/new'), themes: TYPED.themes };
    // Back to the form, which stands as it was left.
    const again = expectPage(await sendFrom(rosa, '/cases/new', { ...kept, do: 'look' }), '/cases/new');
    expect(formFields(again, '/cases/new')).toMatchObject({
      title: TYPED.title,
      'countries.0.country': 'BFA',
    });
    expect(again).toMatch(/value="irrigation" checked/);
    const url = expectSeeOther(await sendFrom(rosa, '/cases/new', { ...kept, do: 'save' }));
    const { body } = await rosa.get<CaseView>(`/api/v1${url}`);
    expect(body).toMatchObject({ title: TYPED.title, whatWorked: TYPED.whatWorked });
    expect(body.themes).toHaveLength(2);
  });

  it('come along through signing in when the session has ended, even after a wrong password', async () => {
    const writer = await server.member('Ana Ruiz');
    const fields = await filled(writer);
    expectSeeOther(await writer.form('/sign-out', {}));
    const refused = await sendFrom(writer, '/cases/new', { ...fields, do: 'save' });
    const asked = expectPage(refused, '/cases/new', 401);
    expect(asked).toContain('You have been signed out');
    const { email } = writer.person;
    const signIn = (html: string, password: string) =>
      sendFrom(writer, '/sign-in', { ...formFields(html, '/sign-in'), email, password });
    const wrong = expectPage(await signIn(asked, 'not the password at all'), '/sign-in', 401);
    const html = expectPage(await signIn(wrong, TEST_PASSWORD), '/sign-in');
    expect(html).toContain('Signed in as Ana Ruiz');
    expect(html).not.toContain(TEST_PASSWORD);
    const kept = { ...formFields(html, '/cases/new'), do: 'save', themes: TYPED.themes };
    const url = expectSeeOther(await sendFrom(writer, '/cases/new', kept));
    expect((await writer.get<CaseView>(`/api/v1${url}`)).status).toBe(200);
  });

  it('come back when there were too many', async () => {
    const limited = await TestServer.start({ RATE_LIMITS: 'on' });
    try {
      const writer = await limited.member('Li Wei');
      const fields = await filled(writer);
      let answer = await sendFrom(writer, '/cases/new', { ...fields, do: 'look' });
      for (let count = 0; answer.status === 200 && count < 400; count++) {
        answer = await sendFrom(writer, '/cases/new', { ...fields, do: 'look' });
      }
      const html = expectPage(answer, '/cases/new', 429);
      expect(formFields(html, '/cases/new')).toMatchObject({ title: TYPED.title });
    } finally {
      await limited.stop();
    }
  });

  it('say by a cookie that the draft of a form is done with, only once it was carried out', async () => {
    const fields = { ...(await filled(rosa)), _draft: '01hzy0000000000000000drft0' };
    const cookieOf = ({ headers }: Answer) =>
      headers.getSetCookie().filter((cookie) => cookie.startsWith('minga_sent='));
    const kept = `/api/v1/me/drafts/${fields._draft}`;
    const draft = { form: '/cases/new', page: '/cases/new', lang: 'en', fields: [['title', 'Walls']] };
    expect((await rosa.put(kept, draft)).status).toBe(200);
    const refused = await sendFrom(rosa, '/cases/new', { ...fields, amount: '15 lakh', do: 'save' });
    expect([refused.status, cookieOf(refused)]).toEqual([400, []]);
    expect(cookieOf(await sendFrom(rosa, '/cases/new', { ...fields, do: 'look' }))).toEqual([]);
    expect((await rosa.get(kept)).status).toBe(200);
    const made = await sendFrom(rosa, '/cases/new', { ...fields, _draft: 'a;b=c', do: 'save' });
    expect([made.status, cookieOf(made)]).toEqual([303, []]);
    const saved = await sendFrom(rosa, '/cases/new', { ...fields, title: 'Another', do: 'save' });
    expect([saved.status, cookieOf(saved)]).toEqual([
      303,
      [
        expect.stringMatching(
          /^minga_sent=01hzy0000000000000000drft0; Max-Age=60; Path=\/; SameSite=Strict$/,
        ),
      ],
    ]);
    expect((await rosa.get(kept)).status).toBe(404);
  });

  it('show the text when what they belonged to is gone, without offering to send it', async () => {
    const text = 'A reply to nobody, of several words.';
    const fields = { body: text, _csrf: rosa.csrfToken };
    const html = expectPage(
      await sendFrom(rosa, '/threads/nowhere/posts', fields),
      '/threads/nowhere/posts',
      404,
    );
    expect(html).toContain(text);
    expect(html).not.toContain('Send again');
  });

  it('keep a thread about what is gone, for something else', async () => {
    const other = await rosa.post<CaseView>(
      '/api/v1/cases',
      buildCaseBody({ publish: true, title: 'Gates' }),
    );
    await server.settled();
    const fields = { about: 'case:gone', title: 'Who repairs?', body: 'Several **words**.', lang: 'fr' };
    const gone = await sendFrom(rosa, '/threads', { ...fields, _csrf: rosa.csrfToken });
    const html = expectPage(gone, '/threads', 400);
    expect(html).toContain('Your text is kept');
    const kept = formFields(html, '/threads');
    expect(kept).toMatchObject({ title: 'Who repairs?', body: 'Several **words**.', lang: 'fr' });
    const found = expectPage(
      await sendFrom(rosa, '/threads', { ...kept, q: 'Gates', do: 'find' }),
      '/threads',
    );
    expect(found).toContain(`value="case:${other.body.id}"`);
    const form = await sendFrom(rosa, '/threads', {
      ...formFields(found, '/threads'),
      about: `case:${other.body.id}`,
      do: 'look',
    });
    expect(formFields(expectPage(form, '/threads'), '/threads')).toMatchObject({
      about: `case:${other.body.id}`,
      title: 'Who repairs?',
      body: 'Several **words**.',
    });
  });

  it('never take up what another site sent, nor anything secret', async () => {
    const fields = { ...(await filled(rosa)), _csrf: 'stale', do: 'save' };
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { origin: 'https://elsewhere.example' },
      {},
    ]) {
      const answer = await sendFrom(rosa, '/cases/new', fields, headers as Record<string, string>);
      const html = expectPage(answer, '/cases/new', 403);
      expect(html).not.toContain(TYPED.title);
    }
    const own = await sendFrom(rosa, '/cases/new', fields, { origin: server.url });
    expect(expectPage(own, '/cases/new', 403)).toContain(TYPED.title);
    const secret = await sendFrom(rosa, '/settings/password', {
      _csrf: 'stale',
      current: 'my old password here',
      password: 'my new password here',
    });
    expect(expectPage(secret, '/settings/password', 403)).not.toContain('password here');
  });

  it('take no made-up form through signing in', async () => {
    const { email } = rosa.person;
    const bad = [
      'x',
      '{}',
      JSON.stringify({ action: '//elsewhere.example', entries: [['title', 'Words']] }),
      JSON.stringify({ action: 'https://elsewhere.example/x', entries: [['title', 'Words']] }),
      JSON.stringify({ action: '/cases/new', entries: [['title', { toString: 1 }]] }),
    ];
    for (const _kept of bad) {
      const client = server.visitor();
      const answer = await sendFrom(client, '/sign-in', {
        email,
        password: TEST_PASSWORD,
        _kept,
        back: '/cases',
      });
      expect(expectSeeOther(answer)).toBe('/cases');
    }
  });
});
