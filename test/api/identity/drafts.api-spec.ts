import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForgetFormDrafts } from '../../../libs/identity/form-drafts/forget-form-drafts.job.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { type TestClient, TestServer } from '../test-server.js';

interface Summary {
  key: string;
  title: string;
  page: string;
}

const DAY = 86_400_000;
const addressOf = (key: string) => `/api/v1/me/drafts/${key}`;
const draftOf = (title: string, rest: object = {}) => ({
  form: '/cases/new',
  page: '/cases/new?lang=fr',
  lang: 'fr',
  fields: [
    ['title', title],
    ['themes', 'water'],
    ['themes', 'irrigation'],
  ],
  ...rest,
});

describe('unfinished texts', () => {
  let server: TestServer;
  let rosa: TestClient;

  beforeAll(async () => {
    server = await TestServer.start({ RATE_LIMITS: 'off' });
    rosa = await server.member('Rosa Quispe');
  });

  afterAll(() => server.stop());

  const save = (owner: TestClient, key: string, draft: object) =>
    owner.put<{ version: number; code: string }>(addressOf(key), draft);
  const list = async (owner: TestClient) =>
    (await owner.get<{ items: Summary[] }>('/api/v1/me/drafts')).body.items;

  it('come back as they were typed, to their writer alone', async () => {
    const key = newId();
    expect((await save(rosa, key, draftOf('quolltext of Rosa'))).body).toEqual({ version: 1 });
    expect((await rosa.get(addressOf(key))).body).toMatchObject({
      ...draftOf('quolltext of Rosa'),
      key,
      title: 'quolltext of Rosa',
    });
    expect(await list(rosa)).toMatchObject([{ key, page: '/cases/new?lang=fr' }]);
    expect((await rosa.get('/settings/drafts')).text).toContain('quolltext of Rosa');

    const other = await server.member('Li Wei');
    expect((await other.get(addressOf(key))).status).toBe(404);
    expect(await list(other)).toEqual([]);
    expect((await save(other, key, draftOf('of Li'))).body).toEqual({ version: 1 });
    await other.send('DELETE', addressOf(key));
    expect((await rosa.get<{ title: string }>(addressOf(key))).body.title).toBe('quolltext of Rosa');
    await server.settled();
    for (const path of ['/api/v1/search?q=quolltext', '/settings/drafts', `/people/${rosa.person.id}`])
      expect((await other.get(path)).text).not.toContain('quolltext of');
    expect((await server.visitor().get(addressOf(key))).status).toBe(401);
  });

  it('are never written over by a device that has not seen the newest', async () => {
    const key = newId();
    await save(rosa, key, draftOf('first'));
    expect((await save(rosa, key, draftOf('second', { version: 1 }))).body.version).toBe(2);
    expect((await save(rosa, key, draftOf('second', { version: 1 }))).body.version).toBe(2);
    for (const version of [1, undefined]) {
      const late = await save(rosa, key, draftOf('late', { version }));
      expect([late.status, late.body.code]).toEqual([409, 'identity/draft-changed-meanwhile']);
    }
    expect((await rosa.get<{ title: string }>(addressOf(key))).body.title).toBe('second');
    const both = await Promise.all(['a', 'b'].map((text) => save(rosa, key, draftOf(text, { version: 2 }))));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['a password', { fields: [['newPassword', 'x']] }],
    ['a token', { fields: [['_csrf', 'x']] }],
    ['more than 100 kB', { fields: [['context', 'ж'.repeat(60_000)]] }],
    ['nothing', { fields: [] }],
    ['a page elsewhere', { page: '//evil.example' }],
    ['a page that is a script', { page: 'javascript:alert(1)' }],
    ['a form elsewhere', { form: '/\\evil.example' }],
  ])('do not hold %s', async (_what, wrong) => {
    const key = newId();
    expect((await save(rosa, key, draftOf('x', wrong))).status).toBe(400);
    expect((await rosa.get(addressOf(key))).status).toBe(404);
  });

  it('are 40 at most: the oldest goes', async () => {
    const writer = await server.member('Oumou Sidibe');
    const keys: string[] = [];
    for (let count = 0; count < 42; count++) {
      keys.push(newId());
      await save(writer, keys.at(-1) ?? '', draftOf(`text ${count}`));
    }
    expect((await list(writer)).map(({ key }) => key)).toEqual(keys.slice(2).reverse());
  });

  it('go when they are discarded, and after 30 days', async () => {
    const writer = await server.member('Hana Sato');
    const [one, other] = [newId(), newId()];
    await save(writer, one, draftOf('one'));
    await save(writer, other, draftOf('other'));
    expect((await writer.send('DELETE', addressOf(one))).status).toBe(204);
    expect((await list(writer)).map(({ key }) => key)).toEqual([other]);
    const forget = server.app.get(ForgetFormDrafts);
    await forget.run(new Date(Date.now() + 29 * DAY));
    expect(await list(writer)).toHaveLength(1);
    await forget.run(new Date(Date.now() + 31 * DAY));
    expect(await list(writer)).toEqual([]);
  });
});
