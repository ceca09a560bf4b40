import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

const HOSTILE = `"><script>alert(1)</script><img src=x onerror="alert(2)"> '{{7*7}}'`;

/** What somebody types to tell a whole experience. */
const TYPED = {
  title: 'Rain walls on the slope',
  summary: 'Two villages built stone lines; one kept them up.',
  whatWorked: 'Each household looks after **its own** line.',
  whatDidNot: 'Lines without owners washed out in the second year.',
  modality: 'bilateral',
  themes: ['irrigation', 'watershed-management'],
  'countries.0.country': 'BFA',
  'countries.0.role': 'provider',
  'countries.2.country': 'NER',
  'countries.2.role': 'recipient',
  'actors.1.name': 'Union of the Slope',
  'actors.1.type': 'community-organisation',
  'actors.1.country': 'NER',
  'results.0.what': 'Millet yield',
  'results.0.value': '640 kg/ha',
  'results.0.baseline': '410 kg/ha',
  'results.0.confidence': 'low',
  'targets.0.code': '6.4',
  'targets.1.code': '13 Climate Action',
  startYear: '2019',
  endYear: '2021',
  amount: '52000',
  currency: 'eur',
  priceYear: '2019',
};

describe('the pages of cases, with scripts off', () => {
  let server: TestServer;
  let rosa: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await server.member('Rosa Quispe');
    await rosa.post('/api/v1/cases', buildCaseBody({ publish: true }));
  });

  afterAll(() => server.stop());

  const write = async (typed: Record<string, string | string[]>) =>
    expectSeeOther(await fillIn(rosa, '/cases/new', '/cases/new', { do: 'save', ...typed }));

  it('let one write a case, publish it, find it and compare it', async () => {
    const url = await write(TYPED);
    const draft = await openPage(rosa, url);
    expect(draft).toContain('This is a draft');
    expect(draft).toContain('<strong>its own</strong>');
    expect(draft).toContain('Union of the Slope');
    expect(draft).toContain('52,000 EUR (2019)');
    expect(draft).toContain('/sdgs/6#target-6.4');
    await openPage(server.visitor(), url, 404);
    expect(expectSeeOther(await fillIn(rosa, url, `${url}/publish`, {}))).toBe(url);
    await server.settled();

    const found = await openPage(server.visitor(), '/search?q=rain+walls&type=case');
    expect(found).toContain(`href="${url}"`);
    expect(await openPage(server.visitor(), '/cases?q=slope')).toContain(`href="${url}"`);
    expect(await openPage(server.visitor(), '/cases?country=NER&theme=water')).toContain(`href="${url}"`);
    expect(await openPage(server.visitor(), '/cases?country=PER')).not.toContain(`href="${url}"`);
    const comparable = await openPage(server.visitor(), `${url}/comparable`);
    expect(comparable).toContain('Water turns on a board at the gate');
    expect(await openPage(server.visitor(), url)).toContain('Comparable experiences');
  });

  it('put cases side by side, marking what they share and saying what is not reported', async () => {
    const bare = await rosa.post<CaseView>(
      '/api/v1/cases',
      buildCaseBody({ publish: true, context: null, title: 'Bare' }),
    );
    const full = await rosa.post<CaseView>(
      '/api/v1/cases',
      buildCaseBody({ publish: true, scale: 'local', title: 'Full' }),
    );
    const page = `/cases/${full.body.id}/comparable?with=${bare.body.id}&with=${bare.body.id}`;
    const html = await openPage(server.visitor(), page);
    const table = /<table.*<\/table>/s.exec(html)?.[0] ?? '';
    expect(table.match(/<th scope="col"/g)).toHaveLength(2);
    expect(table).toContain('class="is-shared"');
    expect(table).toContain('Not filled in yet.');
    expect(html).toMatch(new RegExp(`value="${bare.body.id}" checked`));
    await openPage(server.visitor(), `/cases/${full.body.id}/comparable?with=nothing`, 404);
  });

  it('give the form back with what was typed and with what is wrong, row by row', async () => {
    const answer = await fillIn(rosa, '/cases/new', '/cases/new', {
      ...TYPED,
      do: 'publish',
      title: HOSTILE,
      whatDidNot: '',
      endYear: '1950',
      'countries.1.country': 'XXX',
      'targets.0.code': '99.9',
    });
    const html = expectPage(answer, '/cases/new', 400);
    const fields = formFields(html, '/cases/new');
    expect(fields).toMatchObject({ title: HOSTILE, whatWorked: TYPED.whatWorked, endYear: '1950' });
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('href="#endYear"');
    expect(html).toContain('class="error-summary"');
    expect(html).toMatch(/value="irrigation" checked/);

    const { endYear: _, ...rest } = TYPED;
    const unknown = await fillIn(rosa, '/cases/new', '/cases/new', {
      ...rest,
      'countries.1.country': 'XXX',
      'targets.0.code': '99.9',
    });
    const refused = expectPage(unknown, '/cases/new', 400);
    expect(refused).toContain('href="#countries.1.country"');
    expect(refused).toContain('href="#targets.0.code"');
  });

  it('keep a draft that lacks something, and say what before it is published', async () => {
    const url = await write({ title: 'Only a title' });
    const answer = await fillIn(rosa, `${url}/edit`, `${url}/edit`, { do: 'publish', summary: 'In short.' });
    const html = expectPage(answer, url, 400);
    expect(html).toContain('href="#whatDidNot"');
    expect(formFields(html, `${url}/edit`)).toMatchObject({ summary: 'In short.', version: '2' });
    expect(await openPage(rosa, '/cases/mine')).toContain('Only a title');
  });

  it('add rows to the form without losing anything', async () => {
    const answer = await fillIn(rosa, '/cases/new', '/cases/new', { ...TYPED, do: 'add-countries' });
    const html = expectPage(answer, '/cases/new');
    expect(html.match(/name="countries\.\d+\.country"/g)).toHaveLength(6);
    const fields = formFields(html, '/cases/new');
    expect(fields).toMatchObject({
      'countries.0.country': 'BFA',
      'countries.1.country': 'NER',
      title: TYPED.title,
    });
    expect(fields).toMatchObject({
      'actors.0.name': 'Union of the Slope',
      'results.0.baseline': '410 kg/ha',
    });
  });

  it('change a case, keep its versions, and overwrite nothing that somebody else wrote', async () => {
    const url = await write({ ...TYPED, do: 'publish' });
    const form = await openPage(rosa, `${url}/edit`);
    const before = { ...formFields(form, `${url}/edit`), themes: TYPED.themes };
    const note = 'The third year';
    const changed = await rosa.form(`${url}/edit`, {
      ...before,
      whatWorked: 'Each household looks after it.',
      note,
    });
    expect(expectSeeOther(changed)).toBe(url);
    const html = await openPage(rosa, url);
    expect(html).toContain('Version 2');
    expect(html).toContain('Union of the Slope');
    const versions = await openPage(server.visitor(), `${url}/versions`);
    expect(versions).toContain(note);
    expect(versions).toMatch(/<del>[^<]*own/);

    const late = expectPage(await rosa.form(`${url}/edit`, { ...before, title: 'Mine' }), url, 409);
    expect(late).toContain('Another version was saved while you were writing');
    expect(formFields(late, `${url}/edit`).title).toBe('Mine');
  });

  it('let only its contributor change a case', async () => {
    const url = await write({ ...TYPED, do: 'publish' });
    const li = await server.member('Li Wei');
    expect(await openPage(li, url)).not.toContain(`${url}/edit`);
    await openPage(li, `${url}/edit`, 403);
    await openPage(server.visitor(), `${url}/edit`, 401);
    expect((await li.form(`${url}/edit`, { title: 'Taken over', version: '1' })).status).toBe(403);
    expect((await li.form(`${url}/publish`, {})).status).toBe(403);
  });

  it('show what people typed as text, wherever it stands', async () => {
    const typed = { ...TYPED, title: HOSTILE, summary: HOSTILE, whatWorked: HOSTILE, whatDidNot: HOSTILE };
    const url = await write({
      ...typed,
      do: 'publish',
      context: HOSTILE,
      otherInputs: HOSTILE,
      'actors.1.name': HOSTILE,
      'results.0.what': HOSTILE,
      'results.0.how': HOSTILE,
    });
    await server.settled();
    const paths = [
      url,
      `${url}/edit`,
      `${url}/versions`,
      `${url}/comparable`,
      '/cases',
      '/cases/mine',
      '/cases?q=alert',
    ];
    for (const path of paths) {
      const html = await openPage(rosa, path);
      expect({ path, holds: /<script>alert|<img src=x/.test(html) }).toEqual({ path, holds: false });
    }
  });

  it('refuse what was made by hand', async () => {
    const visitor = server.visitor();
    await openPage(visitor, '/cases?cursor=%27%7D%29', 400);
    await openPage(visitor, '/cases?country=PER&country=KEN', 400);
    await openPage(visitor, '/cases?q=x&offset=-1', 400);
    await openPage(visitor, '/cases/nothing', 404);
    await openPage(visitor, '/cases/nothing/comparable', 404);
    await openPage(visitor, `/cases/${'x'.repeat(250)}`, 404);
    expect(await openPage(visitor, '/cases?country=XXX')).toContain('No case fits');
    await openPage(visitor, '/cases?q=%F0%9F%92%A7');
    await openPage(visitor, `/cases?q=${'canal%20'.repeat(1000)}`);
  });

  it('speak every language', async () => {
    const url = await write({ ...TYPED, do: 'publish' });
    for (const locale of ['en', 'fr', 'es', 'pt', 'ar', 'zh', 'ru']) {
      for (const path of [
        '/cases',
        '/cases/new',
        url,
        `${url}/edit`,
        `${url}/versions`,
        `${url}/comparable`,
        '/cases/mine',
      ]) {
        const html = await openPage(rosa, `${path}?lang=${locale}`);
        expect(html).toContain(`<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}"`);
      }
    }
  });
});
