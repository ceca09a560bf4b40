import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

describe('discussions, with scripts off', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  let thread: ThreadView;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
  });

  beforeEach(async () => {
    const started = await amina.post<ThreadView>('/api/v1/threads', {
      about: 'country:KEN',
      title: 'Who pays for gate maintenance?',
      body: 'Our spare parts were **late** too.',
    });
    thread = started.body;
  });

  afterAll(() => server.stop());

  const replyFrom = (client: TestClient, body: string) =>
    fillIn(client, `/threads/${thread.id}`, `/threads/${thread.id}/posts`, { body });

  it('are started about something that was found by name', async () => {
    await server.settled();
    const found = await openPage(jose, '/threads/new?q=Peru');
    expect(found).toContain('href="/threads/new?about=country%3APER"');
    const path = '/threads/new?about=country%3APER';
    const preview = await fillIn(jose, path, '/threads', {
      title: 'Who measures?',
      body: 'A **gate**',
      preview: '1',
    });
    const shown = expectPage(preview, '/threads');
    expect(shown).toContain('<p dir="auto">A <strong>gate</strong></p>');
    expect(formFields(shown, '/threads')).toMatchObject({
      title: 'Who measures?',
      body: 'A **gate**',
      about: 'country:PER',
    });
    const refused = expectPage(
      await fillIn(jose, path, '/threads', { title: '', body: 'Kept' }),
      '/threads',
      400,
    );
    expect(formFields(refused, '/threads').body).toBe('Kept');
    expect(refused).toMatch(/<a href="#title">Your question: [^<]+<\/a>/);
    const started = await jose.form('/threads', {
      ...formFields(refused, '/threads'),
      title: 'Who measures?',
    });
    const url = expectSeeOther(started);
    const html = await openPage(server.visitor(), url);
    expect(html).toContain('Who measures?');
    expect(html).toContain('Peru');
    const send = async (title: string) =>
      expectSeeOther(await jose.form('/threads', { ...formFields(refused, '/threads'), title }));
    expect(await send('Who measures?')).toBe(url);
    expect(await send('Who counts?')).not.toBe(url);
  });

  it('let a visitor register, come back and answer', async () => {
    const visitor = server.visitor();
    const page = await openPage(visitor, `/threads/${thread.id}`);
    expect(page).not.toContain('data-composer');
    const register = /href="(\/register\?back=[^"]*threads[^"]*)"/.exec(page)?.[1] ?? '';
    const registered = await fillIn(visitor, register, '/register', {
      name: 'Rosa Quispe',
      email: `rosa${thread.id}@example.org`,
      password: 'seven canals under one moon',
    });
    expect(expectSeeOther(registered)).toBe(`/threads/${thread.id}`);
    const answered = await replyFrom(visitor, 'The *users* do.');
    expect(expectSeeOther(answered)).toBe(`/threads/${thread.id}#post-2`);
    const html = await openPage(visitor, `/threads/${thread.id}`);
    expect(html).toContain('<p dir="auto">The <em>users</em> do.</p>');
    const edit = `/threads/${thread.id}/posts/2/edit`;
    expect(expectSeeOther(await fillIn(visitor, edit, edit, { body: 'The users do, mostly.' }))).toBe(
      `/threads/${thread.id}#post-2`,
    );
    const history = await openPage(visitor, `/threads/${thread.id}/posts/2/history`);
    expect(history).toContain('<ins>');
    expect(history).toContain('<del>');
  });

  it('tell in which language a reply is written', async () => {
    for (const body of [
      'Cerramos las compuertas y los vecinos están de acuerdo.',
      'أغلقنا البوابات قبل الموسم.',
    ])
      await replyFrom(jose, body);
    const posts = await jose.get<{ items: { lang: string | null }[] }>(`/api/v1/threads/${thread.id}/posts`);
    expect(posts.body.items.slice(1).map(({ lang }) => lang)).toEqual(['es', 'ar']);
    expect(await openPage(jose, `/threads/${thread.id}`)).toContain('lang="ar"');
  });

  it('show a preview, and give back what cannot be taken', async () => {
    const previewed = await fillIn(jose, `/threads/${thread.id}`, `/threads/${thread.id}/posts`, {
      body: '**Hello** <b>',
      preview: '1',
    });
    const page = expectPage(previewed, 'preview');
    expect(page).toContain('<p dir="auto"><strong>Hello</strong> &lt;b&gt;</p>');
    expect(formFields(page, `/threads/${thread.id}/posts`).body).toBe('**Hello** <b>');
    const empty = expectPage(await replyFrom(jose, '   '), 'reply', 400);
    expect(empty).toContain('<a href="#body">');
    const long = expectPage(await replyFrom(jose, 'long '.repeat(9000)), 'reply', 400);
    expect(formFields(long, `/threads/${thread.id}/posts`).body).toContain('long long');
  });

  it('quote and answer one post on a page of its own', async () => {
    const action = `/threads/${thread.id}/posts`;
    const page = await openPage(jose, `/threads/${thread.id}/reply/1?quote=1`);
    expect(formFields(page, action)).toMatchObject({
      replyTo: '1',
      body: '> Our spare parts were **late** too.\n\n',
    });
    expectSeeOther(await jose.form(action, { ...formFields(page, action), body: 'Same here.' }));
    expectSeeOther(await jose.form(action, { ...formFields(page, action), body: 'Same here.' }));
    const html = await openPage(jose, `/threads/${thread.id}`);
    expect(html).toContain('in reply to Amina Mohamud');
    expect(html.match(/<article/g)).toHaveLength(2);
  });

  it('overwrite nothing that was changed meanwhile', async () => {
    const edit = `/threads/${thread.id}/posts/1/edit`;
    const fields = formFields(await openPage(amina, edit), edit);
    expectSeeOther(await amina.form(edit, { ...fields, body: 'From the other tab' }));
    const page = expectPage(await amina.form(edit, { ...fields, body: 'From this tab' }), edit, 409);
    expect(page).toContain('<p dir="auto">From the other tab</p>');
    expect(formFields(page, edit)).toMatchObject({ body: 'From this tab', version: '2' });
    expectSeeOther(await amina.form(edit, formFields(page, edit)));
    await openPage(jose, edit, 403);
  });

  it('page through a long discussion, and lead to each post on its page', async () => {
    for (let number = 2; number <= 23; number++) {
      await amina.post(`/api/v1/threads/${thread.id}/posts`, { body: `Post ${number}` });
    }
    const first = await openPage(jose, `/threads/${thread.id}`);
    expect(first.match(/<article/g)).toHaveLength(20);
    expect(first).toContain(`href="/threads/${thread.id}?after=20"`);
    expect(first).toContain(`href="/threads/${thread.id}?after=20#post-23"`);
    const second = await openPage(jose, `/threads/${thread.id}?after=20`);
    expect(second).toContain('Posts 21–23 of 23');
    expect(expectSeeOther(await replyFrom(jose, 'The last'))).toBe(`/threads/${thread.id}?after=20#post-24`);
    expect(await openPage(jose, `/threads/${thread.id}?after=7`)).toContain('<span>posts 8–24</span>');
    expect(expectSeeOther(await jose.get<string>(`/threads/${thread.id}?after=500`))).toBe(
      `/threads/${thread.id}?after=20#post-24`,
    );
  });

  it('answer alike with a slash at the end', async () => {
    for (const path of [
      '/threads/',
      `/threads/${thread.id}/?after=7`,
      '/search/?q=water',
      '/cases/',
      '/people/',
    ])
      expect([path, (await jose.get<string>(path)).status]).toEqual([
        path,
        (await jose.get<string>(path.replace(/\/(?=$|\?)/, ''))).status,
      ]);
    expect((await jose.get<string>('/search/?q=water')).status).toBe(200);
  });

  it('are closed with a reason, and opened again', async () => {
    const close = `/threads/${thread.id}/close`;
    expect(
      expectPage(await fillIn(amina, `/threads/${thread.id}`, close, { reason: '' }), close, 400),
    ).toContain('<a href="#reason">');
    expectSeeOther(await fillIn(amina, `/threads/${thread.id}`, close, { reason: 'Answered in post 1' }));
    const html = await openPage(jose, `/threads/${thread.id}`);
    expect(html).toContain('This discussion is closed: Answered in post 1');
    const refused = await jose.get<string>(`/threads/${thread.id}/reply/1?quote=1`);
    expect(refused.status).toBe(409);
    expect(refused.text).toContain('This discussion is closed and takes no more posts.');
    expect(refused.text).toContain('> Our spare parts');
    expect(html).not.toContain('data-composer');
    const late = expectPage(
      await jose.form(`/threads/${thread.id}/posts`, { body: 'Too late' }),
      'late',
      409,
    );
    expect(formFields(late, `/threads/${thread.id}/posts`).body).toBe('Too late');
    expectPage(await jose.form(`/threads/${thread.id}/reopen`, {}), 'reopen', 403);
    expectSeeOther(await amina.form(`/threads/${thread.id}/reopen`, {}));
    expect(await openPage(jose, `/threads/${thread.id}`)).toContain('data-composer');
  });

  it('give islands a post as the page draws it', async () => {
    const page = await openPage(jose, `/threads/${thread.id}`);
    const { text } = await jose.get<string>(`/threads/${thread.id}/posts/1/fragment`);
    expect(text).toMatch(/^<article class="post opening" id="post-1"/);
    expect(page).toContain(text);
    expect((await jose.get(`/threads/${thread.id}/posts/9/fragment`)).status).toBe(404);
    const preview = await jose.form('/preview', { body: '*so*' });
    expect(preview.text).toBe('<p dir="auto"><em>so</em></p>\n');
    expect((await server.visitor().form('/preview', { body: 'x' })).status).toBe(401);
  });

  it('gather on the page of who wrote in them, and on their home page', async () => {
    await replyFrom(jose, 'I did.');
    await amina.post(`/api/v1/threads/${thread.id}/posts`, { body: 'And then?' });
    const home = await openPage(jose, '/');
    expect(home).toContain('1 new post since yours');
    expect(home).toContain(`href="/threads/${thread.id}#post-3"`);
    expect(await openPage(server.visitor(), `/people/${jose.person.id}`)).toContain(
      `href="/threads/${thread.id}"`,
    );
  });
});
