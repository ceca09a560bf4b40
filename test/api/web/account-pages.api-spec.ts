import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CreateAdministratorLink } from '../../../libs/identity/index.js';
import { mailedToken } from '../identity/mailed-link.js';
import { TEST_PASSWORD, type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

describe('accounts, with scripts off', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });

  afterAll(() => server.stop());

  const localeOf = async (client: TestClient) =>
    (await client.get<{ person: { locale: string } }>('/api/v1/me')).body.person.locale;

  const register = async (client: TestClient, name: string, email: string) => {
    const registered = await fillIn(client, '/register?back=/threads', '/register', {
      name,
      email,
      password: TEST_PASSWORD,
      country: 'PER',
    });
    expect(expectSeeOther(registered)).toBe('/threads');
    const home = await openPage(client, '/');
    client.csrfToken = formFields(home, '/sign-out')._csrf ?? '';
  };

  it('lets one register, sign out and sign in, each time coming back', async () => {
    const rosa = server.visitor();
    await register(rosa, 'Rosa Quispe', 'rosa@example.org');
    expect(await openPage(rosa, '/')).toContain('Welcome, Rosa Quispe');
    expect(expectSeeOther(await rosa.form('/sign-out', {}))).toBe('/');
    rosa.csrfToken = '';
    expect(await openPage(rosa, '/')).not.toContain('Rosa Quispe');
    const back = '/threads?mine=1';
    const signedIn = await fillIn(rosa, `/sign-in?back=${encodeURIComponent(back)}`, '/sign-in', {
      email: 'rosa@example.org',
      password: TEST_PASSWORD,
    });
    expect(expectSeeOther(signedIn)).toBe(back);
    expect(expectSeeOther(await rosa.get<string>('/sign-in?back=/threads'))).toBe('/threads');
  });

  it('never leads off this site', async () => {
    const client = server.visitor();
    await register(client, 'Li Wei', 'li@example.org');
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example']) {
      const query = encodeURIComponent(back);
      for (const path of [`/sign-in?back=${query}`, `/register?back=${query}`])
        expect(expectSeeOther(await client.get<string>(path))).toBe('/');
      expect(expectSeeOther(await client.form('/language', { to: 'en', back }))).toBe('/');
      const signedIn = await server
        .visitor()
        .form('/sign-in', { email: 'li@example.org', password: TEST_PASSWORD, back });
      expect(expectSeeOther(signedIn)).toBe('/');
    }
  });

  it('gives back what was typed, except the password, with what is wrong', async () => {
    const answer = await server.visitor().form('/register', {
      name: 'Ana <b>',
      email: 'not an address',
      password: 'short',
      back: '/threads',
    });
    const html = expectPage(answer, '/register', 400);
    expect(formFields(html, '/register')).toMatchObject({
      name: 'Ana <b>',
      email: 'not an address',
      password: '',
      back: '/threads',
    });
    expect(html).toContain('<a href="#email">E-mail address: This is not an e-mail address.</a>');
    expect(html).toMatch(/<input id="password"[^>]*aria-invalid="true"/);
    const taken = await fillIn(server.visitor(), '/register', '/register', {
      name: 'Rosa',
      email: 'rosa@example.org',
      password: TEST_PASSWORD,
    });
    expect(expectPage(taken, '/register', 409)).toContain('already registered');
    const wrong = await server
      .visitor()
      .form('/sign-in', { email: 'rosa@example.org', password: 'guessed it' });
    expect(formFields(expectPage(wrong, '/sign-in', 401), '/sign-in').email).toBe('rosa@example.org');
  });

  it('sets a new password by the link in a mail', async () => {
    const client = server.visitor();
    await register(client, 'José Ramírez', 'jose@example.org');
    expect(
      expectSeeOther(await fillIn(server.visitor(), '/forgot', '/forgot', { email: 'jose@example.org' })),
    ).toBe('/forgot?sent=1');
    expect(expectSeeOther(await server.visitor().form('/forgot', { email: 'nobody@example.org' }))).toBe(
      '/forgot?sent=1',
    );
    const link = `/reset?token=${await mailedToken(server, 'jose@example.org', 'reset')}`;
    const weak = await fillIn(server.visitor(), link, '/reset', { password: 'password' });
    expectPage(weak, '/reset', 400);
    const done = await fillIn(server.visitor(), link, '/reset', {
      password: 'five gates and a green valley',
    });
    expect(expectSeeOther(done)).toBe('/sign-in?reset=1');
    expect(
      (await fillIn(server.visitor(), link, '/reset', { password: 'another long password' })).status,
    ).toBe(400);
    const signedIn = await server
      .visitor()
      .form('/sign-in', { email: 'jose@example.org', password: 'five gates and a green valley' });
    expect(expectSeeOther(signedIn)).toBe('/');
  });

  it('confirms an address by the link in a mail, and says so whenever it is opened again', async () => {
    const client = server.visitor();
    await register(client, 'Fatou Ndiaye', 'fatou@example.org');
    expect(await openPage(client, '/settings')).toContain('Please confirm your e-mail address');
    const link = `/verify?token=${await mailedToken(server, 'fatou@example.org', 'verify')}`;
    // A reader of mail that is signed in nowhere may open it first.
    const opened = await openPage(server.visitor(), link);
    expect(opened).toContain('Press the button to confirm that fatou@example.org is yours');
    expect(opened).not.toContain('Fatou Ndiaye');
    expect(await openPage(client, '/settings')).toContain('Please confirm your e-mail address');
    expect(expectSeeOther(await fillIn(server.visitor(), link, '/verify', {}))).toBe(link);
    expect(await openPage(server.visitor(), link)).toContain('Your e-mail address is confirmed');
    expect(await openPage(client, link)).toContain('Your e-mail address is confirmed');
    expectPage(await client.form('/verify', { token: 'x'.repeat(43) }), '/verify', 400);
    expect(await openPage(client, '/verify', 400)).toContain('This link did not work');
    expect(await openPage(client, '/settings')).not.toContain('Please confirm your e-mail address');
  });

  it('saves the profile, in the language that was chosen', async () => {
    const client = await server.member('Nusrat Jahan', { country: 'BGD' });
    const saved = await fillIn(client, '/settings', '/settings', {
      name: 'Nusrat J.',
      country: 'NPL',
      organisation: 'Kilima',
      bio: 'Canals',
      locale: 'fr',
    });
    const page = expectSeeOther(saved);
    expect(saved.headers.get('set-cookie')).toContain('minga_locale=fr');
    const html = await openPage(client, page);
    expect(html).toContain('<html lang="fr"');
    expect(formFields(html, '/settings')).toMatchObject({
      name: 'Nusrat J.',
      country: 'NPL',
      organisation: 'Kilima',
      bio: 'Canals',
      locale: 'fr',
    });
    const refused = await client.form('/settings', {
      name: '',
      country: '',
      organisation: 'x'.repeat(200),
      bio: 'Kept',
      locale: 'fr',
    });
    const again = expectPage(refused, '/settings', 400);
    expect(formFields(again, '/settings').bio).toBe('Kept');
    expect(again).toMatch(/<input id="name"[^>]*aria-invalid="true"/);
  });

  it('remembers the language on this device and for the person', async () => {
    const client = await server.member('Wanjiru Kamau');
    const answer = await fillIn(client, '/about?lang=fr', '/language', { to: 'ar' });
    expect(expectSeeOther(answer)).toBe('/about');
    expect(answer.headers.get('set-cookie')).toMatch(/minga_locale=ar; Max-Age=31536000; Path=\//);
    expect(await openPage(client, '/about')).toContain('<html lang="ar" dir="rtl"');
    expect(await localeOf(client)).toBe('ar');
    const unknown = await client.form('/language', { to: 'xx', back: '/about' });
    expect([expectSeeOther(unknown), unknown.headers.get('set-cookie')]).toEqual(['/about', null]);
  });

  it('comes back from choosing a language to the same page, in that language', async () => {
    const visitor = server.visitor();
    for (const [path, back] of [
      ['/cases?lang=ar', '/cases'],
      ['/search?q=a%26b&lang=ar&type=case', '/search?q=a%26b&type=case'],
      ['/search?lang=ar&q=%E6%B0%B4+lang%3Dfr', '/search?q=%E6%B0%B4+lang%3Dfr'],
      ['/threads?language=es', '/threads?language=es'],
    ] as const) {
      const answer = await fillIn(visitor, path, '/language', { to: 'es' });
      expect(expectSeeOther(answer)).toBe(back);
      expect(await openPage(visitor, back)).toContain('<html lang="es"');
    }
  });

  it('changes no language by a link, nor by a form made elsewhere', async () => {
    const client = await server.member('Tendai Moyo');
    for (const visitor of [server.visitor(), client]) {
      const followed = await visitor.get<string>('/language?to=ar&back=/about');
      expect([followed.status, followed.headers.get('set-cookie')]).toEqual([404, null]);
    }
    const elsewhere = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' };
    expect((await server.visitor().post('/language', { to: 'ar' }, elsewhere)).status).toBe(403);
    const forging = server.visitor().with({ cookie: client.cookieHeader });
    expect((await forging.form('/language', { to: 'ar' })).status).toBe(403);
    expect(await localeOf(client)).toBe('en');
  });

  it('speaks the language of the profile to whoever signs in, on whatever device, and after signing out', async () => {
    const { person } = await server.member('Chen Jing', { locale: 'zh' });
    const device = server.visitor();
    await device.form('/language', { to: 'pt' });
    expect(await openPage(device, '/about')).toContain('<html lang="pt"');
    await device.form('/sign-in', { email: person.email, password: TEST_PASSWORD });
    const html = await openPage(device, '/about');
    expect(html).toContain('<html lang="zh"');
    device.csrfToken = formFields(html, '/sign-out')._csrf ?? '';
    await device.form('/sign-out', {});
    device.csrfToken = '';
    expect(await openPage(device, '/about')).toContain('<html lang="zh"');
    expect(await openPage(device, '/about?lang=ru')).toContain('<html lang="ru"');
  });

  it('shows a token once, and withdraws it', async () => {
    const client = await server.member('Priya Raghavan');
    const refused = await client.form('/settings/tokens', { name: 'export' });
    expect(formFields(expectPage(refused, '/settings/tokens', 400), '/settings/tokens').name).toBe('export');
    const made = await client.form('/settings/tokens', { name: 'export', scopes: ['read', 'write'] });
    const html = expectPage(made, '/settings/tokens');
    expect(made.headers.get('cache-control')).toBe('no-store');
    const token = /<code class="secret">([^<]+)<\/code>/.exec(html)?.[1] ?? '';
    const program = server.visitor().with({ authorization: `Bearer ${token}` });
    expect((await program.get('/api/v1/me')).status).toBe(200);
    const list = await openPage(client, '/settings/tokens');
    expect(list).not.toContain(token);
    const action = /action="(\/settings\/tokens\/[^"]+\/withdraw)"/.exec(list)?.[1] ?? '';
    expect(expectSeeOther(await client.form(action, {}))).toBe('/settings/tokens?done=token-withdrawn');
    expect((await program.get('/api/v1/me')).status).toBe(401);
  });

  it('lists where one is signed in, and signs out elsewhere', async () => {
    const phone = await server.member('Diego Salazar');
    const desk = server.visitor();
    await desk.form('/sign-in', { email: phone.person.email, password: TEST_PASSWORD });
    const list = await openPage(phone, '/settings/sessions');
    const action = /action="(\/settings\/sessions\/[^"]+\/end)"/.exec(list)?.[1] ?? '';
    expect(expectSeeOther(await phone.form(action, {}))).toBe('/settings/sessions?done=session-ended');
    expect(await openPage(desk, '/')).not.toContain('Diego Salazar');
    expect(await openPage(phone, '/')).toContain('Diego Salazar');
  });

  it('makes the first administrator by the link of the first start, once', async () => {
    const link = new URL((await server.app.get(CreateAdministratorLink).execute()) ?? '').href.replace(
      /^https?:\/\/[^/]+/,
      '',
    );
    const visitor = server.visitor();
    expect(await openPage(visitor, link)).toContain(`/register?back=${encodeURIComponent(link)}`);
    const client = await server.member('Ana Operator');
    const done = await fillIn(client, link, '/become-administrator', {});
    expect(expectSeeOther(done)).toBe(`/people/${client.person.id}`);
    // More rights came with a new session, and so with another token.
    client.csrfToken = formFields(await openPage(client, '/'), '/sign-out')._csrf ?? '';
    expect(await openPage(client, `/people/${client.person.id}`)).toContain('Administrator');
    expectPage(await fillIn(client, link, '/become-administrator', {}), link, 400);
  });

  it('shows whoever is signed in also where there is nothing, and in their language', async () => {
    const client = await server.member('Oumar Diallo', { locale: 'fr' });
    for (const path of ['/nothing/here', '/cases/none', '/%zz', '/people/none']) {
      const html = (await client.get<string>(path, { accept: 'text/html' })).text;
      expect(html).toContain('Oumar Diallo');
      expect(html).toContain('<html lang="fr"');
      expect(html).toContain('action="/sign-out"');
      expect((await server.visitor().get<string>(path)).text).toContain('class="tool sign-in"');
    }
  });

  it('reminds of the address that is not confirmed, on every page, until it is', async () => {
    const client = await server.member('Lin Tran');
    for (const path of ['/', '/cases', '/about', '/nothing'])
      expect((await client.get<string>(path)).text).toContain('Please confirm your e-mail address');
    const token = await mailedToken(server, client.person.email, 'verify');
    await client.form('/verify', { token });
    for (const path of ['/', '/nothing'])
      expect((await client.get<string>(path)).text).not.toContain('Please confirm your e-mail address');
    expect(await openPage(server.visitor(), '/')).not.toContain('Please confirm your e-mail address');
  });

  it('takes no form without the token of its session', async () => {
    const client = await server.member('Mere Tuivaga');
    client.csrfToken = '';
    const forged = await client.form('/settings', { name: 'Taken over', locale: 'en' });
    expectPage(forged, '/settings', 403);
  });
});
