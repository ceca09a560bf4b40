import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PostReply } from '../../../libs/discussions/index.js';
import type { Person } from '../../../libs/platform/access/actor.js';
import { LIMITS } from '../../../libs/platform/limits.js';
import type { TestClient, TestServer } from '../../api/test-server.js';
import { AbusedServer, startThread } from './abused-server.js';
import { AbusiveClient } from './abusive-client.js';
import { readMeanwhile } from './others-are-served.js';
import { TEXT_BOMBS } from './text-bombs.js';

const PATIENCE_MS = 60_000;
const REPLIES = 5000;
const AT_ONCE = 250;

describe('abuse over HTTP', () => {
  let abused: AbusedServer;
  let server: TestServer;
  let amina: TestClient;
  let threadId: string;

  beforeAll(async () => {
    abused = await AbusedServer.start();
    ({ server, amina, threadId } = abused);
  });

  afterAll(() => server.stop());

  it(
    'by headers and bodies that come a letter at a time ends with 408, or without an answer',
    async () => {
      const answers = await abused.whileOthersRead('slow requests', async () => {
        const clients = await Promise.all(Array.from({ length: 60 }, () => AbusiveClient.connect(server)));
        for (const [index, client] of clients.entries()) {
          const isBody = index % 2 === 0;
          const head = 'POST /api/v1/auth/login HTTP/1.1\r\nHost: minga\r\n';
          const rest = 'Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"email":"';
          client.send(isBody ? head + rest : head);
          client.drip('x'.repeat(1000), 200);
        }
        return Promise.all(clients.map((client) => client.closed()));
      });
      const statuses = new Set(answers.map((answer) => /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'closed'));
      expect([...statuses].filter((status) => status !== '408' && status !== 'closed')).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('by bodies that are too large, or too deep, is refused as such', async () => {
    const deep = '['.repeat(400_000) + ']'.repeat(400_000);
    const large = JSON.stringify({
      about: 'country:PER',
      title: 'Large',
      body: 'x'.repeat(2 * 1024 * 1024),
    });
    const statuses = await abused.whileOthersRead('large and deep bodies', async () => {
      const send = (body: string) =>
        amina.send('POST', '/api/v1/threads', body, { 'content-type': 'application/json' });
      const told: number[] = [];
      for (const body of [large, deep, `{"body":${deep}}`, `{"about":${'{"a":'.repeat(100_000)}`])
        told.push((await send(body)).status);
      return told;
    });
    expect(statuses).toEqual([413, 400, 400, 400]);
  });

  it('by search terms of ten thousand letters is answered', async () => {
    const terms = [
      'a'.repeat(10_000),
      'ab '.repeat(3400),
      '"'.repeat(10_000),
      'x* OR '.repeat(1700),
      'é'.repeat(5000),
    ];
    await abused.whileOthersRead('long search terms', async () => {
      for (const term of terms) {
        for (const path of ['/api/v1/search', '/api/v1/search/suggestions', '/api/v1/entities', '/search']) {
          const { status } = await server.visitor().get(`${path}?q=${encodeURIComponent(term)}`);
          // Addresses longer than a header may be are refused before anyone looks at them.
          const isAnswer = [200, 400, 431].includes(status);
          expect([path, term.slice(0, 5), isAnswer]).toEqual([path, term.slice(0, 5), true]);
        }
      }
    });
  });

  it(
    'by texts made to keep a reader of Markdown or a pattern busy is answered',
    async () => {
      await abused.whileOthersRead('text bombs', async () => {
        for (const [name, bomb] of Object.entries(TEXT_BOMBS)) {
          const body = bomb.slice(0, 40_000);
          const preview = await amina.form('/preview', { body });
          expect([name, preview.status]).toEqual([name, 200]);
          // What is drawn grows with what was sent, and no faster.
          expect([name, preview.text.length < 200 * body.length]).toEqual([name, true]);
        }
      });
      for (const email of [
        'a'.repeat(254),
        `${'a.'.repeat(100)}@`,
        `a@${'a.'.repeat(100)}`,
        `${'"'.repeat(200)}@a.org`,
      ]) {
        const { status } = await server
          .visitor()
          .post('/api/v1/auth/register', { name: 'A', email, password: 'x' });
        expect([400, 429]).toContain(status);
      }
    },
    PATIENCE_MS,
  );

  it(
    'by five thousand replies, each to the one before, leaves the thread as quick to read',
    async () => {
      const id = await startThread(amina, 'A ladder of replies');
      const { person } = amina;
      const actor: Person = { ...person, roles: ['member'], locale: 'en', via: 'session', scopes: 'all' };
      const reply = server.app.get(PostReply);
      for (let number = 1; number <= REPLIES; number += AT_ONCE) {
        // One after the other in the graph, in the order in which they are asked for.
        const steps = Array.from({ length: AT_ONCE }, (_, step) => number + step);
        await Promise.all(steps.map((replyTo) => reply.execute(actor, id, { body: 'And?', replyTo })));
      }
      const reader = readMeanwhile(server, `/api/v1/threads/${id}/posts?cursor=4980`);
      for (const path of [
        `/threads/${id}`,
        `/api/v1/threads/${id}/posts?cursor=4980`,
        `/threads/${id}?post=${REPLIES}`,
      ]) {
        const answer = await server.visitor().get(path);
        expect([path, answer.status, answer.text.length < 400_000]).toEqual([path, 200, true]);
      }
      expect((await reader.stop()).failed).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('by asking for the way between two places that very many things point at is answered', async () => {
    await abused.whileOthersRead('paths between hubs', async () => {
      const paths = [
        'from=country:PER&to=country:KEN',
        'from=sdg:6&to=country:PER',
        'from=country:PER&to=sdg:13',
      ];
      const answers = await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          server.visitor().get(`/api/v1/graph/path?${paths[index % 3]}`),
        ),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    });
  });

  it(
    'by searching, writing or signing in too often ends with 429 and when to come back',
    async () => {
      const { search, write } = LIMITS.work;
      const visitor = server.visitor();
      const ask: [string, number, () => Promise<{ status: number; headers: Headers }>][] = [
        ['search', search.address, () => visitor.get('/api/v1/search?q=water')],
        ['write', write.person, () => amina.post(`/api/v1/threads/${threadId}/posts`, { body: 'Again.' })],
        [
          'sign-in',
          LIMITS.work['sign-in'].address,
          () => visitor.post('/api/v1/auth/login', { email: 'a@b.org', password: 'x' }),
        ],
      ];
      await abused.whileOthersRead('too much work', async () => {
        for (const [work, most, request] of ask) {
          // Twice as many as a minute allows, so that it makes no difference when a minute ends meanwhile.
          const answers = await Promise.all(Array.from({ length: 2 * most + 2 }, request));
          const refused = answers.filter(({ status }) => status === 429);
          expect([work, refused.length > 0]).toEqual([work, true]);
          for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
        }
      });
    },
    PATIENCE_MS,
  );
});
