import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadView } from '../../../libs/discussions/index.js';
import { type TestClient, TestServer } from '../test-server.js';
import { openPage } from './web-pages.js';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror="alert(2)"> '{{7*7}}'`;

describe('the pages of the community', () => {
  let server: TestServer;
  let amina: TestClient;
  let thread: ThreadView;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud', { country: 'KEN' });
    const started = await amina.post<ThreadView>('/api/v1/threads', {
      about: 'country:KEN',
      title: 'Who pays for gate maintenance?',
      body: 'Our spare parts were **late** too.',
    });
    thread = started.body;
    await server.settled();
  });

  afterAll(() => server.stop());

  const forAll = () => [
    '/',
    '/about',
    '/threads',
    `/threads/${thread.id}`,
    `/threads/${thread.id}/posts/1/history`,
    `/people/${amina.person.id}`,
    '/register',
    '/sign-in',
    '/forgot',
    '/forgot?sent=1',
    '/reset?token=abc',
    '/become-administrator?token=abc',
  ];

  const forMembers = () => [
    '/',
    '/threads?mine=1',
    '/threads/new',
    '/threads/new?q=kenya',
    '/threads/new?about=country:KEN',
    `/threads/${thread.id}`,
    `/threads/${thread.id}/reply/1`,
    `/threads/${thread.id}/posts/1/edit`,
    `/people/${amina.person.id}`,
    '/settings',
    '/settings/sessions',
    '/settings/drafts',
    '/settings/tokens',
    '/become-administrator?token=abc',
  ];

  it('answer visitors in every language', async () => {
    for (const locale of ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']) {
      for (const path of forAll()) {
        const html = await openPage(
          server.visitor(),
          `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`,
        );
        expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      }
    }
  });

  it('answer members in English and in Arabic', async () => {
    for (const locale of ['en', 'ar']) {
      for (const path of forMembers()) {
        await openPage(amina, `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
      }
    }
  });

  it('ask visitors to sign in where one must, and lead back there', async () => {
    for (const path of [
      '/threads/new?about=country:KEN',
      `/threads/${thread.id}/reply/1`,
      '/settings/tokens',
    ]) {
      const html = await openPage(server.visitor(), path, 401);
      expect(html).toContain(`href="/sign-in?back=${encodeURIComponent(path)}"`);
    }
  });

  it('say that there is nothing where there is nothing', async () => {
    for (const path of [
      '/nowhere',
      '/threads/nothing',
      `/threads/${thread.id}/posts/99/history`,
      '/people/nobody',
      `/threads/${thread.id}/reply/99`,
    ]) {
      await openPage(amina, path, 404);
    }
    await openPage(amina, '/threads/new?about=case:nothing', 400);
    await openPage(amina, '/threads?cursor=bad', 400);
  });

  it('tell robots where not to go', async () => {
    const { text, headers } = await server.visitor().get<string>('/robots.txt');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(text).toContain('Disallow: /settings');
  });

  it('show what people typed as text, wherever it stands', async () => {
    const mallory = await server.member('Mallory');
    const { id } = mallory.person;
    await mallory.patch('/api/v1/me', { name: HOSTILE.slice(0, 70), bio: HOSTILE, organisation: HOSTILE });
    const started = await mallory.post<ThreadView>('/api/v1/threads', {
      about: `person:${id}`,
      title: HOSTILE,
      body: HOSTILE,
    });
    expect(started.status).toBe(201);
    const { url } = started.body;
    await mallory.patch(`/api/v1/threads/${started.body.id}/posts/1`, {
      body: `${HOSTILE} again`,
      version: 1,
    });
    await mallory.post('/api/v1/me/tokens', { name: HOSTILE.slice(0, 70), scopes: ['read'] });
    await server.settled();
    const query = encodeURIComponent(HOSTILE);
    for (const path of [
      '/',
      '/threads',
      '/threads?mine=1',
      url,
      `${url}/reply/1?quote=1`,
      `${url}/posts/1/edit`,
      `${url}/posts/1/history`,
      `/people/${id}`,
      `/threads/new?about=person:${id}`,
      `/threads/new?q=${query}`,
      '/settings',
      '/settings/sessions',
      '/settings/tokens',
      `/sign-in?back=${query}`,
      `/reset?token=${query}`,
      `/become-administrator?token=${query}`,
      `/nowhere?${query}`,
    ]) {
      const answer = await mallory.get<string>(path);
      expect({ path, holds: /<script>alert|<img src=x/.test(answer.text) }).toEqual({ path, holds: false });
      expect(answer.text).toMatch(/^<!doctype html>|^$/);
    }
  });

  it('stay light: a thread of twenty posts', async () => {
    for (let number = 2; number <= 20; number++) {
      await amina.post(`/api/v1/threads/${thread.id}/posts`, { body: `Post ${number} about gates.` });
    }
    const { headers } = await amina.get<string>(`/threads/${thread.id}`, { 'accept-encoding': 'br' });
    expect(headers.get('content-encoding')).toBe('br');
    const html = await openPage(server.visitor(), `/threads/${thread.id}`);
    expect(html.match(/<article/g)).toHaveLength(20);
    expect(html.length).toBeLessThan(40_000);
  });
});
