import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostHistoryView, PostView, ThreadView } from '../../../libs/discussions/index.js';
import { type TestClient, TestServer } from '../test-server.js';

describe('editing a post', () => {
  let server: TestServer;
  let author: TestClient;
  let other: TestClient;
  let thread: ThreadView;

  beforeAll(async () => {
    server = await TestServer.start();
    author = await server.member('Amina Mohamud');
    other = await server.member('José Ramírez');
    const about = `person:${author.person.id}`;
    thread = (
      await author.post<ThreadView>('/api/v1/threads', { about, title: 'Gates', body: 'First words' })
    ).body;
  });

  afterAll(() => server.stop());

  const edit = (client: TestClient, body: object) =>
    client.patch<PostView>(`/api/v1/threads/${thread.id}/posts/1`, body);

  it('changes the words and keeps the earlier ones', async () => {
    const answer = await edit(author, { body: 'Second words', version: 1 });
    expect(answer.body).toMatchObject({ body: 'Second words', version: 2 });
    expect(answer.body.editedAt).not.toBeNull();
    const history = await other.get<PostHistoryView>(`/api/v1/threads/${thread.id}/posts/1/history`);
    expect(history.body.items.map((version) => version.body)).toEqual(['First words', 'Second words']);
  });

  it('does not overwrite what someone saved meanwhile', async () => {
    const answer = await edit(author, { body: 'Third words', version: 1 });
    expect(answer.status).toBe(409);
    expect(answer.body).toMatchObject({ code: 'discussions/post-changed-meanwhile', data: { version: 2 } });
  });

  it('is refused to others and says so', async () => {
    expect((await edit(other, { body: 'Mine now', version: 2 })).status).toBe(403);
    expect((await edit(server.visitor(), { body: 'Mine now', version: 2 })).status).toBe(401);
    expect(
      (await author.patch(`/api/v1/threads/${thread.id}/posts/7`, { body: 'x', version: 1 })).status,
    ).toBe(404);
    expect(
      (await author.patch(`/api/v1/threads/${thread.id}/posts/abc`, { body: 'x', version: 1 })).status,
    ).toBe(400);
  });
});
