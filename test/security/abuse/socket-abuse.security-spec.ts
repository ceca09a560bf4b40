import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LIMITS } from '../../../libs/platform/limits.js';
import { LIVE_NAMESPACE } from '../../../libs/platform/realtime/live-events.js';
import { LiveServer } from '../../../libs/platform/realtime/live-server.js';
import { LiveClient } from '../../api/live-client.js';
import type { TestClient, TestServer } from '../../api/test-server.js';
import { AbusedServer, ALLOWED_SOCKETS } from './abused-server.js';
import { AbusiveClient } from './abusive-client.js';

const PATIENCE_MS = 60_000;
const SOCKETS = 2000;

describe('abuse over sockets', () => {
  let abused: AbusedServer;
  let server: TestServer;
  let amina: TestClient;
  let threadId: string;

  beforeAll(async () => {
    abused = await AbusedServer.start();
    ({ server, amina, threadId } = abused);
  });

  afterAll(() => server.stop());

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
      const clients = await abused.whileOthersRead('two thousand sockets', async () => {
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
    await abused.whileOthersRead('a flood of messages', async () => {
      const { messagesAtOnce, refusals } = LIMITS.sockets;
      const first = await Promise.all(Array.from({ length: messagesAtOnce + 5 }, () => flooding.leave(room)));
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
      expect((await server.visitor().get(abused.readerPath)).status).toBe(200);
    },
    PATIENCE_MS,
  );
});

/** A short text in one masked frame, as clients send it. */
function frame(text: string): Uint8Array {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([0x81, 0x80 | bytes.length, 0, 0, 0, 0]), bytes]);
}

async function heard(client: AbusiveClient, word: string): Promise<void> {
  while (!client.text.includes(word)) await new Promise((resolve) => client.socket.once('data', resolve));
}
