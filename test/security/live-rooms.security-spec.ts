import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { LiveGateway } from '../../libs/platform/realtime/live.gateway.js';
import { LIVE_ROOM_RULE, type LiveRoom } from '../../libs/platform/realtime/live-room.js';
import { LiveClient } from '../api/live-client.js';
import { TestServer } from '../api/test-server.js';
import { type AccessRow, type Community, type Ids, rowsOf } from './access-table.js';
import { ASKERS, type Asker, gatherPeople } from './people.js';
import { live } from './rooms/live.table.js';

/** As Nest marks the handlers of a gateway. */
const MESSAGE_NAME = 'message';
const STATUS_OF: Record<string, number> = { 'platform/not-found': 404, 'access/sign-in-required': 401 };

describe('who may hear what', () => {
  let server: TestServer;
  let community: Community;
  const rows = rowsOf(live);
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    community = { server, people: await gatherPeople(server) };
  });

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  afterAll(() => server.stop());

  it('is written down for every event that a socket may send', () => {
    const { prototype } = LiveGateway;
    const names = server.app
      .get(MetadataScanner, { strict: false })
      .getAllMethodNames(prototype)
      .flatMap((method) => {
        const handler = (prototype as unknown as Record<string, object>)[method];
        const name: unknown = handler && Reflect.getMetadata(MESSAGE_NAME, handler);
        return typeof name === 'string' ? [name] : [];
      });
    expect([...new Set(rows.map(({ method }) => method))].sort()).toEqual(names.sort());
  });

  it('is written down for every kind of room', () => {
    const reflector = server.app.get(Reflector);
    const kinds = server.app
      .get(DiscoveryService, { strict: false })
      .getProviders()
      .filter(({ metatype }) => metatype && reflector.get(LIVE_ROOM_RULE, metatype as () => unknown))
      .map(({ instance }) => `${(instance as LiveRoom).prefix}:`);
    const asked = rows.filter(({ method }) => method === 'join').map(({ path }) => path);
    expect([...new Set(asked)].sort()).toEqual([...new Set(kinds)].sort());
  });

  it('is as the table says, and the same for what is hidden and for what is not there', async () => {
    const told: string[] = [];
    const expected: string[] = [];
    for (const row of rows) {
      for (const asker of ASKERS) {
        if (row.expected[asker] === undefined) continue;
        expected.push(`${row.method} ${row.path} ${row.object} by ${asker}: ${row.expected[asker]}`);
        told.push(`${row.method} ${row.path} ${row.object} by ${asker}: ${await tell(row, asker)}`);
      }
    }
    expect(told).toEqual(expected);
  });

  const tell = async ({ method, path, object }: AccessRow, asker: Asker): Promise<number> => {
    const maker = live.objects[object];
    if (!maker) throw new Error(`nobody makes ${object}`);
    const { id }: Ids = await maker(community, asker);
    const client = await LiveClient.connect(community.people[asker]);
    open.push(client);
    const room = `${path}${id}`;
    const joined = await client.join(room);
    const answer = method === 'join' ? joined : await client.sendRaw(method, { room });
    const { ok, error } = answer as { ok: boolean; error?: { code: string } };
    if (ok) return 200;
    // Nothing but the code is told, so equal codes are equal answers.
    expect(Object.keys(answer as object)).toEqual(['ok', 'error']);
    return STATUS_OF[error?.code ?? ''] ?? 0;
  };
});
