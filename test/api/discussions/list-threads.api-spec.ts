import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ThreadSummaryView, ThreadView } from '../../../libs/discussions/index.js';
import { type TestClient, TestServer } from '../test-server.js';

interface ThreadPage {
  items: ThreadSummaryView[];
  nextCursor: string | null;
}

describe('listing threads', () => {
  let server: TestServer;
  let amina: TestClient;
  let jose: TestClient;
  const ids: string[] = [];

  beforeAll(async () => {
    server = await TestServer.start();
    amina = await server.member('Amina Mohamud');
    jose = await server.member('José Ramírez');
    for (let index = 0; index < 5; index++) {
      const about = `person:${(index % 2 ? jose : amina).person.id}`;
      const thread = await amina.post<ThreadView>('/api/v1/threads', {
        about,
        title: `Thread ${index}`,
        body: 'x',
      });
      ids.push(thread.body.id);
    }
  });

  afterAll(() => server.stop());

  it('shows the one with the latest post first, page by page, each once', async () => {
    await jose.post(`/api/v1/threads/${ids[0]}/posts`, { body: 'Up again' });
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: ThreadPage = (await amina.get<ThreadPage>(`/api/v1/threads?limit=2&cursor=${cursor}`)).body;
      seen.push(...page.items.map((thread) => thread.title));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['Thread 0', 'Thread 4', 'Thread 3', 'Thread 2', 'Thread 1']);
  });

  it('shows those about one thing', async () => {
    const page = await amina.get<ThreadPage>(`/api/v1/threads?about=person:${jose.person.id}`);
    expect(page.body.items.map((thread) => thread.title)).toEqual(['Thread 3', 'Thread 1']);
    expect(page.body.items[0]?.about[0]).toMatchObject({ type: 'person', title: 'José Ramírez' });
  });

  it('refuses cursors and subjects made by hand', async () => {
    expect((await amina.get('/api/v1/threads?cursor=%27%7D%29')).status).toBe(400);
    expect((await amina.get('/api/v1/threads?about=%27%20OR%201')).status).toBe(400);
    expect((await amina.get('/api/v1/threads?limit=100000')).status).toBe(400);
    const nothing = await amina.post('/api/v1/threads', { about: 'case:nothing', title: 'Empty', body: 'x' });
    expect(nothing.body).toMatchObject({ code: 'discussions/about-nothing', errors: [{ field: 'about' }] });
  });
});
