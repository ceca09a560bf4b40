import { rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PostView, ThreadView } from '../../../libs/discussions/index.js';
import { type Answer, TEST_PASSWORD, TestClient } from '../test-server.js';
import { newDataDir, run, ServerProcess } from './minga-process.js';

const PATIENCE_MS = 180_000;

async function register(url: string, name: string): Promise<TestClient> {
  const client = new TestClient(url);
  const email = `${name.toLowerCase()}@example.org`;
  const answer = await client.post<{ person: { id: string; name: string } }>('/api/v1/auth/register', {
    name,
    email,
    password: TEST_PASSWORD,
  });
  client.person = { ...answer.body.person, email };
  return client;
}

describe('a server process', () => {
  const dataDir = newDataDir();
  let server: ServerProcess;

  beforeAll(async () => {
    server = await ServerProcess.start(dataDir);
  }, PATIENCE_MS);

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('prints its address, and a link that makes one person its administrator', async () => {
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const link = await server.administratorLink();
    expect(link.origin).toBe(server.url);
    const amina = await register(server.url, 'Amina');
    const token = link.searchParams.get('token');
    const answer = await amina.post<{ roles: string[] }>('/api/v1/auth/become-administrator', { token });
    expect(answer.body.roles).toContain('administrator');
    expect((await amina.post('/api/v1/auth/become-administrator', { token })).status).toBe(400);
  });

  it(
    'lets no second one use its data, and says who does',
    async () => {
      const second = await run('tools/start.mjs', [], { dataDir });
      expect(second.code).toBe(3);
      expect(second.stderr).toContain(`process ${server.child.pid} (server`);
      expect(second.stderr).toContain(dataDir);
      expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    },
    PATIENCE_MS,
  );

  it(
    'stops on SIGTERM, lets go of its data, and offers no administrator link to those who have one',
    async () => {
      expect(await server.stop('SIGTERM')).toBe(0);
      server = await ServerProcess.start(dataDir);
      expect(await server.stop('SIGINT')).toBe(0);
      expect(server.stdout).not.toContain('administrator');
    },
    PATIENCE_MS,
  );

  it(
    'says which port is taken',
    async () => {
      const blocker = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => blocker.once('listening', resolve));
      const { port } = blocker.address() as { port: number };
      const refused = await run('tools/start.mjs', [], { dataDir, settings: { PORT: String(port) } });
      blocker.close();
      expect(refused.code).toBe(2);
      expect(refused.stderr).toMatch(new RegExp(`^PORT: 127\\.0\\.0\\.1:${port} .*$`, 'm'));
      expect(refused.stderr).not.toContain('    at ');
    },
    PATIENCE_MS,
  );
});

describe('a server process that is killed', () => {
  const dataDir = newDataDir();
  let server: ServerProcess;

  afterAll(async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(
    'starts again with every post that was acknowledged, numbered without a gap',
    async () => {
      server = await ServerProcess.start(dataDir);
      const amina = await register(server.url, 'Amina');
      const started = await amina.post<ThreadView>('/api/v1/threads', {
        about: `person:${amina.person.id}`,
        title: 'What survives a power cut?',
        body: 'Everything that was acknowledged.',
      });
      const path = `/api/v1/threads/${started.body.id}`;
      const acknowledged: PostView[] = [];
      const writer = async (name: string) => {
        for (let index = 0; ; index++) {
          const answer = await amina.post<PostView>(`${path}/posts`, { body: `${name} ${index}` });
          if (answer.status === 201) acknowledged.push(answer.body);
          if (acknowledged.length === 60) await server.stop('SIGKILL');
        }
      };
      await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(writer));
      expect(acknowledged.length).toBeGreaterThanOrEqual(60);

      server = await ServerProcess.start(dataDir);
      const found = await readPosts(server.url, path);
      for (const { number, id, body } of acknowledged) {
        expect(found[number - 1]).toMatchObject({ number, id, body });
      }
      expect(found.map(({ number }) => number)).toEqual(found.map((_, index) => index + 1));
      const again = new TestClient(server.url, {
        cookie: amina.cookieHeader,
        'x-csrf-token': amina.csrfToken,
      });
      const next = await again.post<PostView>(`${path}/posts`, { body: 'We go on.' });
      expect(next.body.number).toBe(found.length + 1);
    },
    PATIENCE_MS,
  );
});

async function readPosts(url: string, path: string): Promise<PostView[]> {
  type PostPage = { items: PostView[]; nextCursor: string | null };
  const posts: PostView[] = [];
  let cursor: string | null = '0';
  while (cursor !== null) {
    const { body }: Answer<PostPage> = await new TestClient(url).get(
      `${path}/posts?limit=100&cursor=${cursor}`,
    );
    posts.push(...body.items);
    cursor = body.nextCursor;
  }
  return posts;
}
