import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../libs/platform/clock/clock.js';
import { mailedToken } from '../api/identity/mailed-link.js';
import { fillPath, routesOf } from '../api/platform/app-routes.js';
import { type TestClient, TestServer } from '../api/test-server.js';
import { GraphWatch } from './graph-watch.js';
import { gatherPeople, type People } from './people.js';

const HOUR = 3_600_000;

/** Programs that look through mail and pages open every address, some by HEAD alone. */
describe('opening an address', () => {
  let server: TestServer;
  let people: People;
  let watch: GraphWatch;

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    people = await gatherPeople(server);
    await server.settled();
    watch = new GraphWatch(server);
  });

  afterAll(async () => {
    watch.stop();
    await server.stop();
  });

  const writesOf = async (client: TestClient, method: string, path: string) => {
    await client.send(method, path);
    return watch.writesOfLastRequest();
  };

  it('changes nothing, whoever opens it and however', async () => {
    const email = people.member.person.email;
    const verify = await mailedToken(server, email, 'verify');
    await server.visitor().post('/api/v1/auth/request-password-reset', { email });
    const reset = await mailedToken(server, email, 'reset');
    await server.settled();
    const paths = routesOf(server)
      .filter(({ method }) => method === 'GET')
      .map(({ path }) => fillPath(path, (name) => (name === 'id' ? (people.member.person.id ?? '1') : '1')));
    const links = [
      `/verify?token=${verify}`,
      `/reset?token=${reset}`,
      '/language?to=ar',
      '/sign-out',
      '/nothing',
    ];
    const wrote: string[] = [];
    for (const path of [...paths, ...links, `/become-administrator?token=${reset}`]) {
      for (const asker of ['visitor', 'member', 'administrator'] as const) {
        for (const method of ['GET', 'HEAD']) {
          if ((await writesOf(people[asker], method, path)) > 0) wrote.push(`${method} ${path} by ${asker}`);
        }
      }
    }
    expect(wrote).toEqual([]);
    expect(paths.length).toBeGreaterThan(90);
  }, 120_000);

  it('is seen when it does: once an hour the last use of a session is noted, and nothing else', async () => {
    server.app.get(Clock).moveBy(2 * HOUR);
    const { member } = people;
    // What is known of a session is remembered for half a minute.
    await member.patch('/api/v1/me', { bio: 'Canals' });
    const first = await writesOf(member, 'GET', '/api/v1/me');
    expect(first).toBe(1);
    expect(await writesOf(member, 'GET', '/api/v1/me')).toBe(0);
  });
});
