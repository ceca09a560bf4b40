import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView } from '../../../libs/cases/index.js';
import type { SessionView } from '../../../libs/learning/index.js';
import { withRole } from '../learning/session-maker.js';
import { type TestClient, TestServer } from '../test-server.js';
import { expectPage, expectSeeOther, fillIn, formFields, openPage } from './web-pages.js';

const NARROW = '\u202f';

describe('numbers in forms', () => {
  let server: TestServer;
  let rosa: TestClient;
  let ana: TestClient;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await server.member('Rosa Quispe');
    ana = await withRole(server, 'Ana Ruiz');
  });

  afterAll(() => server.stop());

  const send = (lang: string, typed: Record<string, string>) =>
    fillIn(rosa, `/cases/new?lang=${lang}`, '/cases/new', { title: 'Canals', do: 'save', ...typed });

  const save = async (lang: string, typed: Record<string, string>) => {
    const url = expectSeeOther(await send(lang, typed));
    const { body } = await rosa.get<CaseView>(`/api/v1${url}`);
    return { url, inputs: body.inputs, startYear: body.startYear };
  };

  it.each([
    ['es', '1.500.000', 1_500_000],
    ['es', '2.000.000,50', 2_000_000.5],
    ['pt', '1.500', 1500],
    ['fr', '1 500 000,50', 1_500_000.5],
    ['ru', `1${NARROW}500${NARROW}000,50`, 1_500_000.5],
    ['en', '1,500,000.50', 1_500_000.5],
    ['en', '15,00,000', 1_500_000],
    ['zh', '１，５００', 1500],
    ['ar', '١٬٥٠٠٬٠٠٠', 1_500_000],
    ['ar', '١٫٥', 1.5],
  ])('on a page in %s, money is read as %s', async (lang, amount, expected) => {
    const { url, inputs } = await save(lang, {
      amount,
      currency: 'USD',
      expertDays: '1,5',
      peopleHosted: '1200',
    });
    expect(inputs).toMatchObject({ money: { amount: expected }, expertDays: 1.5, peopleHosted: 1200 });
    // What comes back into the form is read as the same again.
    const edit = `${url}/edit`;
    expectSeeOther(await fillIn(rosa, `${edit}?lang=${lang}`, edit, { do: 'save' }));
    const { body } = await rosa.get<CaseView>(`/api/v1${url}`);
    expect(body.inputs).toEqual(inputs);
  });

  it('counts people as Spanish groups thousands, and says what was understood', async () => {
    const { url, inputs } = await save('es', { peopleHosted: '1.200', startYear: '2.019' });
    expect(inputs).toMatchObject({ peopleHosted: 1200 });
    const more = await fillIn(rosa, `${url}/edit?lang=es`, `${url}/edit`, {
      peopleHosted: '15.000',
      do: 'add-countries',
    });
    const html = expectPage(more, `${url}/edit`, 200);
    expect(html).toContain(`Se entiende como 15${NARROW}000`);
    expect(formFields(html, `${url}/edit`).peopleHosted).toBe('15.000');
  });

  it.each([
    ['es', '1,500', '1500 o 1,50'],
    ['en', '1.500', '1.50 or 1500'],
  ])(
    'on a page in %s, %s is asked back with both readings and stays as typed',
    async (lang, amount, readings) => {
      const html = expectPage(await send(lang, { amount, currency: 'USD' }), '/cases/new', 400);
      const [, list = ''] = /id="amount-error".*?<\/span>([^<]*)</s.exec(html) ?? [];
      for (const reading of readings.split(/ or | o /)) expect(list).toContain(reading);
      expect(formFields(html, '/cases/new').amount).toBe(amount);
      expect(html).toContain('href="#amount"');
    },
  );

  it.each([
    '15 lakh',
    '1.5 million',
    '1,5 M',
    '$1,500',
    '1e6',
    '-5',
    'Infinity',
    '99999999999999999',
    '1.234,567',
  ])('leaves %s as typed and asks for it in digits', async (amount) => {
    for (const lang of ['en', 'es', 'ar']) {
      const html = expectPage(await send(lang, { amount, currency: 'USD' }), '/cases/new', 400);
      expect(formFields(html, '/cases/new').amount).toBe(amount);
      expect(html).toContain('id="amount-error"');
      // Not that something is missing.
      expect(html).not.toContain('Fill this in');
    }
  });

  it('never cuts a count of people to a whole one', async () => {
    const html = expectPage(await send('es', { peopleHosted: '2,5' }), '/cases/new', 400);
    expect(html).toContain('Escriba un número entero');
  });

  it('does not drop the year of a price that was not told', async () => {
    const html = expectPage(await send('en', { priceYear: '2019' }), '/cases/new', 400);
    expect(formFields(html, '/cases/new').priceYear).toBe('2019');
  });

  it('reads a form in the language of its page, whatever was chosen meanwhile', async () => {
    const fields = formFields(await openPage(rosa, '/cases/new?lang=es'), '/cases/new');
    expectSeeOther(await rosa.form('/language', { to: 'en' }));
    const typed = { ...fields, title: 'Canales', amount: '1.500', currency: 'USD', do: 'save' };
    const url = expectSeeOther(await rosa.form('/cases/new', typed));
    const { body } = await rosa.get<CaseView>(`/api/v1${url}`);
    expect(body.inputs?.money?.amount).toBe(1500);
  });

  it('reads places, minutes and days typed without a calendar', async () => {
    const path = '/sessions/new?lang=es&about=theme:water';
    const typed = {
      title: 'Turnos de agua',
      purpose: 'Aprender de los turnos',
      languages: 'es',
      timeZone: 'America/Lima',
      startsAt: '4/5/2099 14:00',
      endsAt: '2099-05-04T16:00',
      places: '1.200',
      'agenda.0.title': 'Saludo',
      'agenda.0.minutes': '15',
      do: 'save',
    };
    const about = { about: 'theme:water' };
    const url = expectSeeOther(await fillIn(ana, path, '/sessions/new', { ...typed, ...about }));
    const { body } = await ana.get<SessionView>(`/api/v1${url}`);
    expect(body).toMatchObject({ places: 1200, startsAt: '2099-05-04T14:00', agenda: [{ minutes: 15 }] });
    const refused = await fillIn(ana, '/sessions/new?lang=en&about=theme:water', '/sessions/new', {
      ...typed,
      ...about,
      'agenda.0.minutes': '1.5',
      places: '10.5',
    });
    const html = expectPage(refused, '/sessions/new', 400);
    expect(html).toContain('Did you mean 2099-05-04T14:00 or 2099-04-05T14:00?');
    expect(html).toMatch(/id="places-error".*?Write a whole number/s);
    expect(html).toMatch(/id="agenda.0.minutes-error".*?Write a whole number/s);
    // What no calendar wrote would vanish in a calendar.
    expect(html).toMatch(/name="startsAt" type="text" value="4\/5\/2099 14:00"/);
  });

  it('takes numbers only from programs, and says so', async () => {
    const body = { lang: 'en', title: 'Canals' };
    for (const amount of ['1,500', '1500', null, true]) {
      const inputs = { money: { amount, currency: 'USD' } };
      const answer = await rosa.post<{ errors: object[] }>('/api/v1/cases', { ...body, inputs });
      expect(answer.status).toBe(400);
      const code = amount === null ? 'field/required' : 'field/wrong-type';
      expect(answer.body.errors).toEqual([expect.objectContaining({ field: 'inputs.money.amount', code })]);
    }
    const inputs = { money: { amount: 10.005, currency: 'USD' }, peopleHosted: 1.5 };
    const answer = await rosa.post<{ errors: { field: string }[] }>('/api/v1/cases', { ...body, inputs });
    expect(answer.body.errors.map(({ field }) => field)).toEqual([
      'inputs.money.amount',
      'inputs.peopleHosted',
    ]);
    for (const limit of ['1e1', '0x5', ' 5', '5.0', '']) {
      const list = await rosa.get(`/api/v1/cases?limit=${encodeURIComponent(limit)}`);
      expect({ limit, status: list.status }).toEqual({ limit, status: 400 });
    }
  });
});
