import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Account, AddPerson, MailPerson, personKey } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { type TestClient, TestServer } from '../test-server.js';
import { mailedToken, proveAddress } from './mailed-link.js';

interface ProblemBody {
  code: string;
  errors?: { field: string; code: string }[];
}

describe('the organisation that a person works for', () => {
  let server: TestServer;
  let steward: TestClient;
  let rosa: TestClient;
  let union: string;

  const addActor = async (name: string, type: string | null, country: string | null) =>
    (await steward.post<{ key: string }>('/api/v1/actors', { name, type, country })).body.key;
  const change = (fields: object) => rosa.patch<Account & ProblemBody>('/api/v1/me', fields);

  beforeAll(async () => {
    server = await TestServer.start();
    steward = await server.member('Priya Raghavan');
    union = await addActor('Unión Río Seco', 'community-organisation', 'PER');
    await addActor('Ministry of Water', 'government', 'KEN');
    await addActor('Ministry of Water', null, 'PER');
  });

  beforeEach(async () => {
    rosa = await server.member('Rosa Quispe', { country: 'PER' });
  });

  afterAll(() => server.stop());

  it('is linked where the atlas knows the name, and its kind follows', async () => {
    const { body } = await change({ organisation: 'UNION RIO SECO', organisationType: 'ngo' });
    expect(body).toMatchObject({
      organisation: 'UNION RIO SECO',
      organisationType: 'community-organisation',
      worksFor: { key: union, title: 'Unión Río Seco' },
    });
    const person = await server.visitor().get<Account>(`/api/v1/people/${rosa.person.id}`);
    expect(person.body).toMatchObject({
      worksFor: { key: union },
      organisationType: 'community-organisation',
    });
    const near = await server.visitor().get(`/api/v1/graph/neighbours?key=${union}`);
    expect(near.text).toContain(personKey(rosa.person.id));
    expect(near.text).toContain('WORKS_FOR');
    const page = await server.visitor().get<string>(`/actors/${union.slice('actor:'.length)}`);
    expect(page.body).toContain(`/people/${rosa.person.id}`);
  });

  it('is the one at home where several bear the name, which need not say its kind', async () => {
    const { body } = await change({ organisation: 'Ministry of Water', organisationType: 'government' });
    expect(body.worksFor?.key).toMatch(/^actor:/);
    expect(body.organisationType).toBe('government');
    const kenyan = await change({ country: 'KEN', organisation: 'Ministry of water' });
    expect(kenyan.body.worksFor?.key).not.toBe(body.worksFor?.key);
    await change({ country: 'BOL', organisation: 'ministry of water' });
    expect((await change({})).body.worksFor).toBeNull();
  });

  it('stays words where nobody knows it, and adds nothing to the atlas', async () => {
    const { body } = await change({ organisation: 'My Own Think Tank', organisationType: 'think-tank' });
    expect(body).toMatchObject({ worksFor: null, organisationType: 'think-tank' });
    const found = await server.visitor().get<{ items: unknown[] }>('/api/v1/actors?q=My%20Own');
    expect(found.body.items).toEqual([]);
  });

  it('can be chosen and left, and other changes leave it alone', async () => {
    expect((await change({ worksFor: union })).body).toMatchObject({ organisation: 'Unión Río Seco' });
    expect((await change({ bio: 'Regante.' })).body.worksFor?.key).toBe(union);
    const left = await change({ worksFor: null });
    expect(left.body).toMatchObject({ worksFor: null, organisation: 'Unión Río Seco' });
    expect((await change({ organisation: 'Unión Río Seco' })).body.worksFor).toBeNull();
  });

  it.each([
    [{ organisationType: 'club' }, 'organisationType', 'field/unknown-choice'],
    [{ worksFor: 'actor:none' }, 'worksFor', 'identity/unknown-organisation'],
    [{ worksFor: 'case:none' }, 'worksFor', 'field/not-valid'],
  ])('refuses %j', async (fields, field, code) => {
    const refused = await change(fields);
    expect(refused.status).toBe(400);
    expect(refused.body.errors).toMatchObject([{ field, code }]);
  });

  it('is linked from the settings without scripts', async () => {
    await rosa.form('/settings', {
      ...{ name: 'Rosa Quispe', locale: 'en', country: 'PER', bio: '', organisation: 'Unión Río' },
      organisationType: 'ngo',
    });
    const offered = await rosa.get<string>('/settings');
    expect(offered.body).toContain(`value="${union}"`);
    expect((await rosa.form('/settings/organisation', { worksFor: union })).status).toBe(303);
    expect((await rosa.get<{ person: Account }>('/api/v1/me')).body.person.worksFor?.key).toBe(union);
    await rosa.form('/settings/organisation', {});
    expect((await rosa.get<{ person: Account }>('/api/v1/me')).body.person.worksFor).toBeNull();
  });
});

describe('mail to a person', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await TestServer.start();
  });

  afterAll(() => server.stop());

  const mail = (personId: string, about: 'account' | 'community') =>
    server.app
      .get(MailPerson)
      .execute(personId, about, ({ name }) => ({ subject: `To ${name}`, text: `About ${about}` }));
  const mailsWith = (words: string) => server.mails().filter((text) => text.includes(words)).length;

  it('about the community goes to proved addresses only', async () => {
    const rosa = await server.member('Rosa Quispe');
    expect(await mail(rosa.person.id, 'community')).toBe(false);
    expect(await mail(rosa.person.id, 'account')).toBe(true);
    expect([mailsWith('About community'), mailsWith('About account')]).toEqual([0, 1]);
    await proveAddress(server, rosa);
    expect(await mail(rosa.person.id, 'community')).toBe(true);
    expect(mailsWith('About community')).toBe(1);
  });

  it('never goes to an invented address, whatever it is about', async () => {
    const email = 'nobody@example.org';
    const invented = { name: 'Nobody', email, locale: 'en', invented: true };
    const { id } = await server.app.get(AddPerson).execute(SYSTEM, invented);
    expect([await mail(id, 'community'), await mail(id, 'account')]).toEqual([false, false]);
    await server.visitor().post('/api/v1/auth/request-password-reset', { email });
    const amina = await server.member('Amina Benali');
    await server.visitor().post('/api/v1/auth/request-password-reset', { email: amina.person.email });
    await mailedToken(server, amina.person.email, 'reset');
    expect(mailsWith(email)).toBe(0);
  });

  it('does not go to nobody', async () => {
    expect(await mail('nobody', 'account')).toBe(false);
  });
});
