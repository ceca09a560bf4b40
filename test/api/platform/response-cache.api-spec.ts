import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { Graph, writeQuery } from '../../../libs/platform/graph/graph.js';
import { type TestClient, TestServer } from '../test-server.js';

const renameQuietly = writeQuery<{ id: string }, { id: string }>(
  'test/rename-quietly',
  "MATCH (t:Thread {id: $id}) SET t.title = 'Renamed without a word' RETURN t.id AS id",
);

/** Answers for visitors are kept: nobody may notice but by the speed. */
describe('answers kept for visitors', () => {
  let server: TestServer;
  let member: TestClient;
  let visitor: TestClient;
  let thread: string;

  beforeAll(async () => {
    server = await TestServer.start();
    member = await server.member('Rosa Quispe');
    visitor = server.visitor();
    const started = await member.post<{ id: string }>('/api/v1/threads', {
      about: 'country:PER',
      title: 'Who cleans the canals?',
      body: 'We take turns, and it is not enough.',
    });
    thread = started.body.id;
  });
  afterAll(() => server.stop());

  const reply = (body: string) => member.post(`/api/v1/threads/${thread}/posts`, { body });

  it('show each reply to a visitor as soon as it is acknowledged', async () => {
    for (let number = 2; number < 12; number++) {
      await visitor.get(`/threads/${thread}`);
      await visitor.get('/api/v1/threads');
      await reply(`Reply number ${number} of the canal.`);
      const [page, json, posts, latest] = await Promise.all([
        visitor.get(`/threads/${thread}`),
        visitor.get<{ postCount: number; seq: number }>(`/api/v1/threads/${thread}`),
        visitor.get<{ items: unknown[] }>(`/api/v1/threads/${thread}/posts`),
        visitor.get<{ items: { postCount: number }[] }>('/api/v1/threads'),
      ]);
      expect(page.text).toContain(`Reply number ${number} of the canal.`);
      expect(json.body).toMatchObject({ postCount: number, seq: number + 1 });
      expect(posts.body.items).toHaveLength(number);
      expect(latest.body.items[0]?.postCount).toBe(number);
    }
  });

  it('show a new name of a writer at once', async () => {
    await visitor.get(`/api/v1/threads/${thread}`);
    await member.patch('/api/v1/me', { name: 'Rosa Quispe Mamani' });
    const { text } = await visitor.get(`/api/v1/threads/${thread}`);
    expect(text).toContain('Rosa Quispe Mamani');
  });

  it('are the same when sent again, but for the number of the request', async () => {
    const [first, second] = [
      await visitor.get(`/threads/${thread}`),
      await visitor.get(`/threads/${thread}`),
    ];
    const headersOf = ({ headers }: typeof first) =>
      Object.fromEntries([...headers].filter(([name]) => !['x-request-id', 'date'].includes(name)));
    expect(second.text).toBe(first.text);
    expect({ ...headersOf(first), 'content-length': '', 'transfer-encoding': '' }).toEqual({
      ...headersOf(second),
      'content-length': '',
      'transfer-encoding': '',
    });
    expect(second.headers.get('x-request-id')).not.toBe(first.headers.get('x-request-id'));
  });

  it('never mix readers: a visitor gets no page of a member, and a member none of a visitor', async () => {
    for (const path of ['/', `/threads/${thread}`]) {
      expect((await visitor.get(path)).text).not.toContain('Rosa Quispe Mamani</span></a>');
      expect((await member.get(path)).text).toContain('/settings');
      expect((await visitor.get(path)).text).not.toContain('/settings');
    }
    const { body } = await member.get<{ permissions: { reply: boolean } }>(`/api/v1/threads/${thread}`);
    const outside = await visitor.get<{ permissions: { reply: boolean } }>(`/api/v1/threads/${thread}`);
    expect([body.permissions.reply, outside.body.permissions.reply]).toEqual([true, false]);
  });

  it('keep languages apart', async () => {
    const inLanguage = (lang: string) => visitor.get(`/threads/${thread}`, { 'accept-language': lang });
    for (const lang of ['fr', 'ar', 'en', 'fr']) {
      expect((await inLanguage(lang)).text).toMatch(new RegExp(`<html[^>]* lang="${lang}"`));
    }
  });

  it('are refused with an unknown token even when a visitor has just got them', async () => {
    await visitor.get(`/api/v1/threads/${thread}`);
    const stranger = visitor.with({ authorization: 'Bearer made-up' });
    expect((await stranger.get(`/api/v1/threads/${thread}`)).status).toBe(401);
  });

  it('are not sent to who has them already', async () => {
    const { headers } = await visitor.get(`/threads/${thread}`);
    const etag = headers.get('etag') ?? '';
    const again = await visitor.get(`/threads/${thread}`, { 'if-none-match': etag });
    expect([again.status, again.text]).toEqual([304, '']);
    await reply('One more.');
    expect((await visitor.get(`/threads/${thread}`, { 'if-none-match': etag })).status).toBe(200);
  });

  it('are made for members each time, but not sent when they have the same already', async () => {
    const page = '/threads';
    const seen = await member.get(page);
    const known = { 'if-none-match': seen.headers.get('etag') ?? '' };
    expect(seen.headers.get('cache-control')).toBe('private, no-cache');
    const again = await member.get(page, known);
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await visitor.get(page, known)).status).toBe(200);
    await reply('And one more.');
    expect((await member.get(page, known)).status).toBe(200);
  });

  it('are soon forgotten where no event tells of a change', async () => {
    const titleSeen = async () =>
      /<h1[^>]*>([^<]*)</.exec((await visitor.get(`/threads/${thread}`)).text)?.[1];
    await titleSeen();
    await server.app.get(Graph).write((tx) => tx.run(renameQuietly, { id: thread }));
    server.app.get(Clock).moveBy(2000);
    expect(await titleSeen()).toBe('Renamed without a word');
  });
});
