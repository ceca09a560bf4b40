import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActorView } from '../../../libs/atlas/index.js';
import type { CaseView } from '../../../libs/cases/index.js';
import { OperationRunner } from '../../../libs/platform/operations/operation-runner.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

describe('the pages of the atlas, the graph and the search', () => {
  let server: TestServer;
  let rosa: TestClient;
  let visitor: TestClient;
  let item: CaseView;
  let actor: string;

  beforeAll(async () => {
    server = await TestServer.start();
    visitor = server.visitor();
    rosa = await server.member('Rosa Quispe', { country: 'KGZ' });
    const actors = [{ name: 'Toktogul Water Users', type: 'community-organisation', country: 'KGZ' }];
    item = (await rosa.post<CaseView>('/api/v1/cases', buildCaseBody({ publish: true, actors }))).body;
    actor = item.actors[0]?.url ?? '';
    await rosa.post('/api/v1/threads', {
      about: 'theme:irrigation',
      title: 'Boards or phones?',
      body: 'Which?',
    });
    await server.settled();
  });

  afterAll(() => server.stop());

  const forAll = () => [
    '/search',
    '/search?q=water',
    '/search?q=zzzz',
    '/explore',
    '/explore?a=kyrgyzstan&b=irrigation',
    '/explore/path?from=country:KGZ&to=sdg:6',
    '/explore/around?key=theme:irrigation',
    '/countries',
    '/countries/KGZ',
    '/regions/143',
    '/groups',
    '/groups/ldc?on=2001-05-01',
    '/sdgs',
    '/sdgs/6',
    '/themes',
    '/themes/irrigation',
    '/actors',
    '/actors?country=KGZ',
    actor,
    '/api/docs',
  ];

  it('answer everyone in every language', async () => {
    for (const locale of ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']) {
      for (const path of forAll()) {
        const html = await openPage(visitor, `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`);
        expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      }
    }
  });

  it('lead from each place to its cases, threads and organisations', async () => {
    for (const path of ['/countries/KGZ', '/sdgs/6', '/themes/irrigation', '/themes/water', actor]) {
      const html = await openPage(visitor, path);
      expect({ path, leads: html.includes(`href="${item.url}"`) }).toEqual({ path, leads: true });
      expect(html).toMatch(/href="\/threads\/new\?about=/);
    }
    expect(await openPage(visitor, '/themes/irrigation')).toContain('Boards or phones?');
    expect(await openPage(visitor, '/threads?about=theme:irrigation')).toContain('Boards or phones?');
    expect(await openPage(visitor, '/threads?about=theme:health')).not.toContain('Boards or phones?');
    expect(await openPage(visitor, '/countries/KGZ')).toContain('Toktogul Water Users');
    expect(await openPage(visitor, '/countries/kg')).toContain('Kyrgyzstan');
    expect(await openPage(visitor, '/sdgs/6')).toContain('id="target-6.4"');
  });

  it('list the countries of a group, and those with cases', async () => {
    const all = await openPage(visitor, '/countries?group=lldc');
    expect(all).toContain('/countries/KGZ"');
    expect(all).toContain('/countries/NPL"');
    expect(all).not.toContain('/countries/PER"');
    const some = await openPage(visitor, '/countries?group=lldc&with=cases');
    expect(some).toContain('/countries/TJK"');
    expect(some).not.toContain('/countries/NPL"');
  });

  it('tell who belonged to a group on the day asked for', async () => {
    expect(await openPage(visitor, '/groups/ldc?on=1980-01-01')).toContain('/countries/BWA"');
    expect(await openPage(visitor, '/groups/ldc')).not.toContain('/countries/BWA"');
    await openPage(visitor, '/groups/ldc?on=2001-02-30', 400);
  });

  it('show how two things are connected, and who says so', async () => {
    const choice = await openPage(visitor, '/explore?a=kyrgyzstan&b=irrigation');
    const walk = formFields(choice, '/explore/path');
    expect(walk).toEqual({});
    expect(choice).toContain('value="country:KGZ" checked');
    expect(choice).toContain('value="theme:irrigation" checked');
    const html = await openPage(visitor, '/explore/path?from=country:KGZ&to=theme:irrigation');
    expect(html).toContain('2 steps apart');
    expect(html).toContain(item.title);
    expect(html).toContain(`href="/people/${rosa.person.id}"`);
    expect(await openPage(visitor, '/explore?a=zzzz&b=irrigation')).toContain('Nothing is called “zzzz”.');
    expect(expectSeeOther(await visitor.get<string>('/explore?modality=bilateral'))).toBe(
      '/cases?modality=bilateral',
    );
  });

  it('find with typos forgiven, by filters that can be taken away', async () => {
    const html = await openPage(visitor, '/search?q=watre&theme=irrigation');
    expect(html).toContain('Nothing was found for “watre”, so “water” was used.');
    expect(html).toContain(`href="${item.url}"`);
    expect(html).toContain('<mark>Water</mark>');
    expect(html).toMatch(/class="chip removable" href="\/search\?q=watre"/);
    const none = await openPage(visitor, '/search?q=zzzz&type=case');
    expect(none).toContain('Nothing found for “zzzz”');
    expect(none).toContain('href="/search?q=zzzz"');
  });

  it('suggest while one types, as a fragment of links', async () => {
    const { status, text } = await visitor.get<string>('/search/suggest?q=irri&lang=fr');
    expect(status).toBe(200);
    expect(text).toMatch(/^<ul><li><a href="\/themes\/irrigation">/);
    expect(text).toContain('Thème');
    const arabic = await visitor.get<string>('/search/suggest?q=irri&lang=ar');
    expect(arabic.text).toContain('الري');
    expect((await visitor.get<string>('/search/suggest?q=')).text).toBe('');
  });

  it('take whatever is typed as words', async () => {
    const typed = [
      `"><script>alert(1)</script>`,
      "' OR 1=1 --",
      '💧🌾',
      '*',
      '"unclosed',
      'NEAR(a b)',
      'x'.repeat(10_000),
    ];
    for (const words of typed) {
      const q = encodeURIComponent(words);
      for (const path of [
        `/search?q=${q}`,
        `/cases?q=${q}`,
        `/explore?a=${q}&b=irrigation`,
        `/actors?q=${q.slice(0, 150)}`,
      ]) {
        const html = await openPage(visitor, path);
        expect(html).not.toContain('<script>alert');
      }
      const fragment = await visitor.get<string>(`/search/suggest?q=${q}`);
      expect({ words, status: fragment.status }).toEqual({ words, status: 200 });
      expect(fragment.text).not.toContain('<script>');
    }
  });

  it('say that there is nothing where there is nothing, and refuse what was made by hand', async () => {
    for (const path of [
      '/countries/ZZZ',
      '/regions/999',
      '/groups/nothing',
      '/sdgs/18',
      '/themes/nothing',
      '/themes/%27%29%20DETACH',
      '/actors/nothing',
      '/explore/path?from=country:KGZ&to=country:ZZZ',
      '/explore/around?key=case:nothing',
    ]) {
      await openPage(visitor, path, 404);
    }
    for (const path of [
      '/search?offset=-1',
      '/search?sort=random',
      '/actors?cursor=bad',
      '/actors?country=ZZZ',
      '/countries?with=magic',
      '/explore/path?from=KGZ&to=PER',
      '/explore/around',
    ]) {
      await openPage(visitor, path, 400);
    }
  });

  it('let an administrator name, move, add and remove themes', async () => {
    await openPage(visitor, '/themes/new', 401);
    await openPage(rosa, '/themes/new', 403);
    await openPage(rosa, '/themes/irrigation/edit', 403);
    expect(await openPage(rosa, '/themes/irrigation')).not.toContain('/themes/irrigation/edit');
    const li = await server.member('Li Wei');
    const args = { email: li.person.email, role: 'administrator' };
    await server.app.get(OperationRunner).run('identity.grant-role', args, () => undefined);

    expect(await openPage(li, '/themes')).toContain('href="/themes/new"');
    const names = { 'names.en': 'Fog nets', 'names.ar': 'شباك الضباب', parent: 'water', sdgs: ['6', '13'] };
    const added = expectSeeOther(await fillIn(li, '/themes/new', '/themes/new', names));
    expect(added).toBe('/themes/fog-nets');
    expect(await openPage(visitor, `${added}?lang=ar`)).toContain('شباك الضباب');
    const again = expectPage(await fillIn(li, '/themes/new', '/themes/new', names), '/themes/new', 409);
    expect(formFields(again, '/themes/new')['names.en']).toBe('Fog nets');
    const nameless = await fillIn(li, '/themes/new', '/themes/new', { 'names.fr': 'Filets' });
    expect(expectPage(nameless, '/themes/new', 400)).toContain('href="#names.en"');

    const moved = await fillIn(li, `${added}/edit`, `${added}/edit`, {
      'names.en': 'Fog harvesting',
      parent: 'climate',
    });
    expect(expectSeeOther(moved)).toBe(added);
    expect(await openPage(visitor, '/themes/climate')).toContain('Fog harvesting');
    const circle = await fillIn(li, '/themes/climate/edit', '/themes/climate/edit', { parent: 'fog-nets' });
    expect(expectPage(circle, '/themes/climate/edit', 400)).toContain('href="#parent"');
    const used = await li.form('/themes/irrigation/remove', {});
    expectPage(used, '/themes/irrigation/remove', 409);
    expect(expectSeeOther(await li.form(`${added}/remove`, {}))).toBe('/themes');
    await openPage(visitor, added, 404);
  });

  it('describe every operation of the API, with a call to copy', async () => {
    const document = await visitor.get<{ paths: Record<string, object> }>('/api/openapi.json');
    const html = await openPage(visitor, '/api/docs');
    const count = Object.values(document.body.paths).flatMap((methods) => Object.keys(methods)).length;
    expect(html.match(/<details class="operation fold"/g)).toHaveLength(count);
    expect(html.match(/<pre dir="ltr"><code>curl/g)).toHaveLength(count + 1);
    expect(html).toContain('authorization: Bearer TOKEN');
  });

  it('show the names of organisations as text', async () => {
    const name = '<img src=x><script>alert(1)</script> Ltd';
    const added = await rosa.post<ActorView>('/api/v1/actors', { name, country: 'KGZ' });
    await server.settled();
    for (const path of [
      added.body.url,
      '/actors',
      '/countries/KGZ',
      '/explore/around?key=country:KGZ',
      '/search?q=alert',
    ]) {
      expect(await openPage(visitor, path)).not.toMatch(/<img|<script>/);
    }
  });
});
