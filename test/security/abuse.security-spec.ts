import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PostReply } from '../../libs/discussions/index.js';
import type { Person } from '../../libs/platform/access/actor.js';
import { LIMITS } from '../../libs/platform/limits.js';
import { LIVE_NAMESPACE } from '../../libs/platform/realtime/live-events.js';
import { LiveServer } from '../../libs/platform/realtime/live-server.js';
import { LiveClient } from '../api/live-client.js';
import { type TestClient, TestServer } from '../api/test-server.js';
import { AbusiveClient } from './abusive-client.js';
import { readMeanwhile } from './others-are-served.js';

const PATIENCE_MS = 60_000;
const SOCKETS = 2000;
const ALLOWED_SOCKETS = 300;
const REPLIES = 5000;
const AT_ONCE = 250;

describe('abuse', () => {
  let server: TestServer;
  let amina: TestClient;
  let threadId: string;
  let readerPath: string;

  beforeAll(async () => {
    server = await TestServer.start({
      LOG_LEVEL: 'silent',
      RATE_LIMITS: 'on',
      REQUEST_SECONDS: '2',
      SOCKETS_PER_ADDRESS: String(ALLOWED_SOCKETS),
    });
    amina = await server.member('Amina Mohamud');
    threadId = await startThread('Who pays for the gates?');
    readerPath = `/api/v1/threads/${threadId}`;
  });

  afterAll(() => server.stop());

  const startThread = async (title: string): Promise<string> => {
    const asked = { about: 'country:PER', title, body: 'Our spare parts were late.' };
    return (await amina.post<{ id: string }>('/api/v1/threads', asked)).body.id;
  };

  /** Others read all the while, and each of their answers is as it should be. */
  const whileOthersRead = async <Result>(abuse: string, work: () => Promise<Result>): Promise<Result> => {
    const reader = readMeanwhile(server, readerPath);
    try {
      return await work();
    } finally {
      const { served, failed, p99 } = await reader.stop();
      console.info(`${abuse}: ${served} others served, 99 of 100 within ${p99} ms`);
      expect({ abuse, failed, served: served > 0 }).toEqual({ abuse, failed: [], served: true });
    }
  };

  describe('over HTTP', () => {
    it(
      'by headers and bodies that come a letter at a time ends with 408, or without an answer',
      async () => {
        const answers = await whileOthersRead('slow requests', async () => {
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
      const statuses = await whileOthersRead('large and deep bodies', async () => {
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
      await whileOthersRead('long search terms', async () => {
        for (const term of terms) {
          for (const path of [
            '/api/v1/search',
            '/api/v1/search/suggestions',
            '/api/v1/entities',
            '/search',
          ]) {
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
        await whileOthersRead('text bombs', async () => {
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
        const id = await startThread('A ladder of replies');
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
      await whileOthersRead('paths between hubs', async () => {
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
        const { search, write } = LIMITS.perMinute;
        const visitor = server.visitor();
        const ask: [string, number, () => Promise<{ status: number; headers: Headers }>][] = [
          ['search', search, () => visitor.get('/api/v1/search?q=water')],
          ['write', write, () => amina.post(`/api/v1/threads/${threadId}/posts`, { body: 'Again.' })],
          [
            'sign-in',
            LIMITS.perMinute['sign-in'],
            () => visitor.post('/api/v1/auth/login', { email: 'a@b.org', password: 'x' }),
          ],
        ];
        await whileOthersRead('too much work', async () => {
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

  describe('over sockets', () => {
    const open: LiveClient[] = [];

    afterEach(() => {
      for (const client of open.splice(0)) client.close();
    });

    const upgrade = [
      `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1`,
      'Host: minga',
      'Connection: Upgrade',
      'Upgrade: websocket',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      '\r\n',
    ].join('\r\n');

    const answered = (client: AbusiveClient) =>
      client.text ? Promise.resolve() : new Promise((resolve) => client.socket.once('data', resolve));

    it(
      'by two thousand connections from one address ends with 429 for all but those it may have',
      async () => {
        const clients = await whileOthersRead('two thousand sockets', async () => {
          const opened: AbusiveClient[] = [];
          for (let count = 0; count < SOCKETS; count++) {
            const client = await AbusiveClient.connect(server);
            client.send(upgrade);
            await answered(client);
            // Whoever only connects is sent away after a while; these stay.
            client.send(frame(`40${LIVE_NAMESPACE},`));
            opened.push(client);
          }
          return opened;
        });
        const refused = clients.filter(({ text }) => text.startsWith('HTTP/1.1 429'));
        expect(clients.filter(({ text }) => text.startsWith('HTTP/1.1 101'))).toHaveLength(ALLOWED_SOCKETS);
        expect(refused).toHaveLength(SOCKETS - ALLOWED_SOCKETS);
        expect(refused[0]?.text).toMatch(/\r\nRetry-After: \d+\r\n/);
        const polling = await server.visitor().get('/socket.io/?EIO=4&transport=polling');
        expect([polling.status, polling.headers.get('retry-after')]).toEqual([429, '10']);

        for (const { socket } of clients) socket.destroy();
        await Promise.all(clients.map((client) => client.closed()));
        await untilConnected();
      },
      PATIENCE_MS,
    );

    /** The server hears of closed connections by and by. */
    const untilConnected = async (): Promise<void> => {
      for (;;) {
        const client = await LiveClient.connect(amina).catch(() => null);
        if (!client) continue;
        open.push(client);
        return;
      }
    };

    it('by a flood of messages is refused, and cut off when it goes on', async () => {
      const flooding = await LiveClient.connect(amina);
      const patient = await LiveClient.connect(server.visitor());
      open.push(flooding, patient);
      const room = `thread:${threadId}`;
      const isCut = new Promise<string>((resolve) => flooding.socket.once('disconnect', resolve));
      await whileOthersRead('a flood of messages', async () => {
        const { messagesAtOnce, refusals } = LIMITS.sockets;
        const first = await Promise.all(
          Array.from({ length: messagesAtOnce + 5 }, () => flooding.leave(room)),
        );
        expect(first.at(-1)).toEqual({ ok: false, error: { code: 'platform/too-many-requests' } });
        for (let count = 0; count < refusals + 50; count++) flooding.socket.emit('leave', { room });
        expect(await isCut).toBe('io server disconnect');
      });
      expect(await patient.join(room)).toMatchObject({ ok: true });
    });

    it('by a flood that goes on when it is told to end is cut all the same', async () => {
      const deaf = await AbusiveClient.connect(server);
      deaf.send(upgrade);
      await answered(deaf);
      deaf.send(frame(`40${LIVE_NAMESPACE},`));
      await heard(deaf, '40/live');
      const closed = deaf.closed();
      const flood = setInterval(() => {
        for (let count = 0; count < 50; count++)
          deaf.send(frame(`42${LIVE_NAMESPACE},["leave",{"room":"thread:${threadId}"}]`));
      }, 5);
      await closed;
      clearInterval(flood);
      expect(deaf.text).toContain('41/live');
    });

    it('by a giant message ends the connection that sent it, and no other', async () => {
      const giant = await LiveClient.connect(amina);
      const patient = await LiveClient.connect(server.visitor());
      open.push(giant, patient);
      const isCut = new Promise<string>((resolve) => giant.socket.once('disconnect', resolve));
      giant.socket.emit('leave', { room: 'x'.repeat(LIMITS.sockets.frameBytes + 1) });
      expect(await isCut).toMatch(/transport (close|error)/);
      expect(await patient.join(`thread:${threadId}`)).toMatchObject({ ok: true });
    });

    it(
      'by a client that joins and never reads is cut off once too much waits for it',
      async () => {
        const lazy = await AbusiveClient.connect(server);
        lazy.send(upgrade);
        await answered(lazy);
        lazy.send(frame(`40${LIVE_NAMESPACE},`));
        await heard(lazy, '40/live');
        lazy.send(frame(`42${LIVE_NAMESPACE},1["join",{"room":"thread:${threadId}"}]`));
        await heard(lazy, '"ok":true');
        lazy.socket.pause();
        const closed = lazy.closed();
        const room = `thread:${threadId}`;
        const live = server.app.get(LiveServer);
        const text = 'x'.repeat(64 * 1024);
        // More than the system keeps for a connection, all at once.
        for (let seq = 1; seq <= 400; seq++)
          live.emit(room, 'typing', { room, people: [{ id: String(seq), name: text }] });
        while (live.actors().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
        // Reading on shows how the connection ended.
        lazy.socket.resume();
        await closed;
        expect((await server.visitor().get(readerPath)).status).toBe(200);
      },
      PATIENCE_MS,
    );
  });
});

/** A short text in one masked frame, as clients send it. */
function frame(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}

async function heard(client: AbusiveClient, word: string): Promise<void> {
  while (!client.text.includes(word)) await new Promise((resolve) => client.socket.once('data', resolve));
}

const TEXT_BOMBS: Record<string, string> = {
  quotes: '>'.repeat(40_000),
  lists: '- '.repeat(20_000),
  'nested lists': Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  brackets: '['.repeat(40_000),
  links: '[a]('.repeat(10_000),
  images: '![a]('.repeat(8000),
  'closed brackets': `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  emphasis: '*a '.repeat(13_000),
  'mixed emphasis': '*_'.repeat(20_000),
  'strong emphasis': '**a_b'.repeat(8000),
  strikes: '~~a'.repeat(13_000),
  backticks: Array.from({ length: 280 }, (_, length) => '`'.repeat(length)).join(' '),
  fences: '```\n'.repeat(10_000),
  tables: `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(10_000)}`,
  addresses: 'http://a.b/'.repeat(3600),
  'dotted names': 'a.'.repeat(20_000),
  mails: 'a@'.repeat(20_000),
  references: Array.from({ length: 1500 }, (_, index) => `[${index}]: /a "b"\n[${index}]`).join('\n'),
  entities: '&#x41;'.repeat(6500),
  angles: '<a '.repeat(13_000),
  escapes: '\\'.repeat(40_000),
  blanks: `a${' '.repeat(39_998)}b`,
  'hard breaks': 'a  \n'.repeat(10_000),
};
