import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setThreadClosed } from '../../../libs/discussions/discussions.cypher.js';
import type { PostView, ThreadView } from '../../../libs/discussions/index.js';
import { PostWriter } from '../../../libs/discussions/post-writer.js';
import { type Person, VISITOR } from '../../../libs/platform/access/actor.js';
import { Graph, type GraphTransaction } from '../../../libs/platform/graph/graph.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { type TestClient, TestServer } from '../test-server.js';

describe('posting a reply', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  let thread: ThreadView;

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
    const started = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Who pays for gate maintenance?',
      body: 'Our spare parts were **late** too.',
    });
    expect(started.status).toBe(201);
    thread = started.body;
  });

  afterAll(() => server.stop());

  const reply = (client: TestClient, body: object) =>
    client.post<PostView>(`/api/v1/threads/${thread.id}/posts`, body);

  it('adds the next post, rendered, for all to read', async () => {
    const answer = await reply(jose, { body: 'Did they keep the *same* gate?', replyTo: 1 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      number: 2,
      version: 1,
      replyTo: 1,
      author: { name: 'José Ramírez' },
    });
    expect(answer.body.html).toBe('<p dir="auto">Did they keep the <em>same</em> gate?</p>\n');
    const seen = await server.visitor().get<ThreadView>(`/api/v1/threads/${thread.id}`);
    expect(seen.body.posts.items.map((post) => post.number)).toEqual([1, 2]);
    expect(seen.body.postCount).toBe(2);
    expect(seen.body.permissions).toEqual({ reply: false, close: false });
  });

  it('makes one post of the same message sent twice', async () => {
    const body = { body: 'Sent over a bad line', clientKey: newId() };
    const [first, again] = [await reply(jose, body), await reply(jose, body)];
    expect(again.status).toBe(201);
    expect(again.body.id).toBe(first.body.id);
  });

  it('knows posts that bear the bare key of their writer, as they did before receipts', async () => {
    const started = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Sent before, answered after',
      body: 'Begin.',
    });
    const { id } = started.body;
    const author = { ...VISITOR, id: jose.person.id, name: 'José Ramírez' } as Person;
    const sent = { body: 'Sent before the upgrade', clientKey: newId() };
    const writer = server.app.get(PostWriter);
    const older = { body: sent.body, sentAs: sent.clientKey };
    await server.app.get(Graph).write((tx) => writer.append(tx, author, { id, postCount: 1 }, older));
    const say = (client: TestClient, body: object) =>
      client.post<PostView>(`/api/v1/threads/${id}/posts`, body);
    expect((await say(jose, sent)).body.number).toBe(2);
    expect((await say(jose, { ...sent, body: 'Something else' })).body.number).toBe(3);
    expect((await say(amina, sent)).body.number).toBe(4);
  });

  it('counts on from what another process has written, and knows what it has closed', async () => {
    const started = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Two offices, one thread',
      body: 'From the first.',
    });
    const { id } = started.body;
    const say = (body: object) => jose.post<PostView>(`/api/v1/threads/${id}/posts`, body);
    expect((await say({ body: 'Two' })).body.number).toBe(2);
    // Behind the back of the use case, as another process would.
    const elsewhere = (work: (tx: GraphTransaction) => Promise<unknown>) => server.app.get(Graph).write(work);
    const author = { ...VISITOR, id: amina.person.id, name: 'Amina Mohamud' } as Person;
    const writer = server.app.get(PostWriter);
    await elsewhere((tx) => writer.append(tx, author, { id, postCount: 2 }, { body: 'Three, elsewhere' }));
    expect((await say({ body: 'To the third', replyTo: 3 })).body.number).toBe(4);
    await elsewhere((tx) => writer.append(tx, author, { id, postCount: 4 }, { body: 'Five, elsewhere' }));
    expect((await say({ body: 'Six' })).body.number).toBe(6);
    const sent = { body: 'Seven', clientKey: newId() };
    expect((await say(sent)).body.number).toBe(7);
    await elsewhere((tx) =>
      tx.run(setThreadClosed, { id, at: '2026-01-01T00:00:00.000Z', reason: 'settled' }),
    );
    expect((await say(sent)).body.number).toBe(7);
    expect((await say({ body: 'Too late' })).body).toMatchObject({ code: 'discussions/thread-closed' });
  });

  it('tells each of those who write at once what became of theirs', async () => {
    const start = (title: string) =>
      amina.post<ThreadView>('/api/v1/threads', {
        about: `person:${amina.person.id}`,
        title,
        body: 'Begin.',
      });
    const threads = (await Promise.all(['One', 'Two', 'Three', 'Closed'].map(start))).map(
      ({ body }) => body.id,
    );
    const say = (threadId: string | undefined, body: object) =>
      jose.post<PostView & { code?: string }>(`/api/v1/threads/${threadId}/posts`, body);
    // From now on this process knows them, and writes what comes together in one go.
    await Promise.all(threads.map((id) => say(id, { body: 'Known' })));
    const [one, two, three, closed] = threads;
    await amina.post(`/api/v1/threads/${closed}/close`, { reason: 'Answered' });
    const sent = { body: 'On a bad line', clientKey: newId() };
    expect((await say(one, sent)).body.number).toBe(3);
    const answers = await Promise.all([
      say(two, { body: 'Hello', replyTo: 2 }),
      say(one, sent),
      say(closed, { body: 'Too late' }),
      say(three, { body: 'To nobody', replyTo: 9 }),
      say(three, { body: 'First' }),
      say(three, { body: 'Second', replyTo: 1 }),
      say('nothing', { body: 'x' }),
    ]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [201, undefined],
      [201, undefined],
      [409, 'discussions/thread-closed'],
      [400, 'discussions/reply-to-missing-post'],
      [201, undefined],
      [201, undefined],
      [404, 'platform/not-found'],
    ]);
    expect(answers[1]?.body).toMatchObject({ number: 3, body: 'On a bad line' });
    const { body } = await jose.get<ThreadView>(`/api/v1/threads/${three}`);
    const posts = body.posts.items.slice(2).map((post) => [post.number, post.body, post.replyTo]);
    expect(posts.map(([number]) => number)).toEqual([3, 4]);
    expect(posts.map(([, text, replyTo]) => `${text} to ${replyTo}`).sort()).toEqual([
      'First to null',
      'Second to 1',
    ]);
  });

  it('numbers the posts of many writers without a gap', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => reply(index % 2 ? amina : jose, { body: `Post ${index}` })),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([201]));
    const numbers = answers.map((answer) => answer.body.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => (numbers[0] ?? 0) + index));
  });

  it('pages through a long thread', async () => {
    const first = await amina.get<ThreadView>(`/api/v1/threads/${thread.id}`);
    expect(first.body.posts.items).toHaveLength(20);
    expect(first.body.posts.nextCursor).toBe('20');
    const second = await amina.get<{ items: PostView[] }>(`/api/v1/threads/${thread.id}/posts?cursor=20`);
    expect(second.body.items[0]?.number).toBe(21);
  });

  it('refuses visitors, unknown threads and closed threads', async () => {
    expect((await reply(server.visitor(), { body: 'x' })).status).toBe(401);
    expect((await jose.post('/api/v1/threads/nothing/posts', { body: 'x' })).status).toBe(404);
    const other = await amina.post<ThreadView>('/api/v1/threads', {
      about: `person:${amina.person.id}`,
      title: 'Answered already',
      body: 'Yes.',
    });
    const closed = await amina.post<ThreadView>(`/api/v1/threads/${other.body.id}/close`, {
      reason: 'Answered',
    });
    expect(closed.body).toMatchObject({
      closed: true,
      closedReason: 'Answered',
      permissions: { reply: false },
    });
    const late = await jose.post<{ code: string }>(`/api/v1/threads/${other.body.id}/posts`, { body: 'x' });
    expect([late.status, late.body.code]).toEqual([409, 'discussions/thread-closed']);
  });

  it('needs the CSRF token of the session', async () => {
    const forged = await jose.post<{ code: string }>(
      `/api/v1/threads/${thread.id}/posts`,
      { body: 'x' },
      { 'x-csrf-token': 'guessed' },
    );
    expect([forged.status, forged.body.code]).toEqual([403, 'access/csrf-token-missing']);
  });

  it('says what is wrong with a bad reply, field by field', async () => {
    const empty = await reply(jose, { body: '   ' });
    expect(empty.status).toBe(400);
    expect(empty.body).toMatchObject({
      code: 'platform/invalid-input',
      errors: [{ field: 'body', code: 'field/required' }],
    });
    expect((await reply(jose, { body: 'x', replyTo: 9999 })).body).toMatchObject({
      code: 'discussions/reply-to-missing-post',
    });
    expect((await reply(jose, { body: 'x', replyTo: { $gt: 1 } })).status).toBe(400);
    expect((await reply(jose, { body: 'x'.repeat(50_000) })).status).toBe(400);
    expect((await reply(jose, { body: 'x'.repeat(1_200_000) })).status).toBe(413);
    const broken = await jose.send<{ code: string }>(
      'POST',
      `/api/v1/threads/${thread.id}/posts`,
      '{"body":',
      {
        'content-type': 'application/json',
      },
    );
    expect([broken.status, broken.body.code]).toEqual([400, 'platform/malformed-request']);
  });

  it('keeps hostile text as text', async () => {
    const hostile = `<script>alert(1)</script> '}) DETACH DELETE n // "; DROP \u0000\u202e end`;
    const answer = await reply(jose, { body: hostile });
    expect(answer.status).toBe(201);
    expect(answer.body.html).not.toContain('<script>');
    expect(answer.body.body).toBe(`<script>alert(1)</script> '}) DETACH DELETE n // "; DROP  end`);
  });
});
