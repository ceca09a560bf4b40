import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { inMinutes, sessionBody } from '../learning/session-maker.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import { administratorOf } from './administrator.js';
import { routesOf } from './app-routes.js';

type Fields = Record<string, unknown>;

/** Something that two people, or one in two windows, may edit at once. */
interface Edited {
  path: string;
  /** The name of its version, and what the answer to a stale one is called. */
  version: 'version' | 'sequence';
  code: string;
  /** Two edits of different fields, and of the same field. */
  one: Fields;
  other: Fields;
  /** What is there, as the answer shows it. */
  read(body: Fields): unknown;
}

const DAY = 86_400_000;

describe('what is edited by two at once', () => {
  let server: TestServer;
  let rosa: TestClient;
  let ben: TestClient;
  let edited: Record<string, Edited>;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await administratorOf(server);
    ben = await server.member('Ben Okri');
    for (const role of ['facilitator', 'steward', 'administrator'] as const) {
      for (const { person } of [rosa, ben]) await server.app.get(GrantRole).execute(SYSTEM, person.id, role);
    }
    const make = async (path: string, body: object) => {
      const answer = await rosa.post<{ id: string; code: string }>(path, body);
      if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
      return answer.body;
    };
    const about = `person:${rosa.person.id}`;
    const now = server.app.get(Clock).now().getTime();
    const opens = { opensAt: new Date(now - DAY).toISOString(), closesAt: new Date(now + DAY).toISOString() };
    const thread = await make('/api/v1/threads', { about, title: 'Who pays?', body: 'Nobody.' });
    const item = await make('/api/v1/cases', buildCaseBody({ publish: true }));
    const dialogue = await make('/api/v1/dialogues', {
      question: 'How should we share what we know of water?',
      phases: [{ phase: 'gathering', ...opens }],
      coConveners: [ben.person.id],
    });
    const times = { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 95) };
    const session = await make(
      '/api/v1/sessions',
      sessionBody(server, { ...times, facilitators: [ben.person.id] }),
    );
    const theme = await make('/api/v1/themes', { names: { en: 'Fog harvesting' } });
    const actor = await make('/api/v1/actors', { name: 'Office of Fog' });
    edited = {
      post: {
        ...{ path: `/api/v1/threads/${thread.id}/posts/1`, version: 'version' },
        code: 'discussions/post-changed-meanwhile',
        ...{ one: { body: 'Rosa pays.' }, other: { body: 'Ben pays.' } },
        read: ({ body }) => body,
      },
      case: {
        ...{ path: `/api/v1/cases/${item.id}`, version: 'version', code: 'cases/case-changed-meanwhile' },
        ...{ one: { title: 'Rosa on gates' }, other: { title: 'Ben on gates' } },
        read: ({ title }) => title,
      },
      dialogue: {
        ...{ path: `/api/v1/dialogues/${dialogue.id}`, version: 'version' },
        code: 'dialogues/dialogue-changed-meanwhile',
        ...{ one: { background: 'Of Rosa.' }, other: { background: 'Of Ben.' } },
        read: ({ background }) => background,
      },
      session: {
        ...{
          path: `/api/v1/sessions/${session.id}`,
          version: 'sequence',
          code: 'learning/changed-meanwhile',
        },
        ...{ one: { purpose: 'Of Rosa.' }, other: { purpose: 'Of Ben.' } },
        read: ({ purpose }) => purpose,
      },
      theme: {
        ...{
          path: `/api/v1/themes/${theme.code}`,
          version: 'version',
          code: 'atlas/theme-changed-meanwhile',
        },
        ...{ one: { names: { en: 'Fog of Rosa' } }, other: { names: { en: 'Fog of Ben' } } },
        read: ({ names }) => (names as Fields).en,
      },
      actor: {
        ...{ path: `/api/v1/actors/${actor.id}`, version: 'version', code: 'atlas/actor-changed-meanwhile' },
        ...{ one: { name: 'Office of Rosa' }, other: { name: 'Office of Ben' } },
        read: ({ name }) => name,
      },
      profile: {
        ...{ path: '/api/v1/me', version: 'version', code: 'identity/profile-changed-meanwhile' },
        ...{ one: { bio: 'One Rosa.' }, other: { bio: 'The other Rosa.' } },
        read: ({ bio }) => bio,
      },
    };
  });

  afterAll(() => server.stop());

  const thing = (what: string) => edited[what] as Edited;
  /** Posts are read through their thread, one's own profile within an envelope. */
  async function now(what: string): Promise<Fields> {
    const { path } = thing(what);
    if (what === 'post') {
      const { body } = await rosa.get<{ items: Fields[] }>(path.replace(/\/1$/, ''));
      return body.items[0] as Fields;
    }
    const { body } = await rosa.get<Fields>(path);
    return (what === 'profile' ? body.person : body) as Fields;
  }
  async function seen(what: string): Promise<Fields> {
    const { version } = thing(what);
    return { [version]: (await now(what))[version] };
  }
  const edit = (client: TestClient, what: string, fields: Fields) =>
    client.patch<Fields>(thing(what).path, fields);
  const codeOf = ({ status, body }: Answer<Fields>) => [status, body.code];

  const ALL = ['post', 'case', 'dialogue', 'session', 'theme', 'actor', 'profile'];

  it.each(ALL)('is no %s of which one change reverts the other', async (what) => {
    const { one, other, code, read } = thing(what);
    const version = await seen(what);
    // One's own profile and post are edited in two windows, the rest by two people.
    const second = what === 'profile' || what === 'post' ? rosa : ben;
    const first = await edit(rosa, what, { ...one, ...version });
    expect(first.status).toBe(200);
    expect(codeOf(await edit(second, what, { ...other, ...version }))).toEqual([409, code]);
    expect(read(await now(what))).toBe(read(first.body));
    // Whoever has seen it may save over it.
    expect((await edit(second, what, { ...other, ...(await seen(what)) })).status).toBe(200);
    expect(read(await now(what))).not.toBe(read(first.body));
  });

  it.each(ALL)('is a %s that a double click saves once', async (what) => {
    const { one, other, code, version } = thing(what);
    const before = await now(what);
    const request = { ...one, ...(await seen(what)) };
    const answers = await Promise.all([1, 2, 3].map(() => edit(rosa, what, request)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(Number((await now(what))[version])).toBe(Number(before[version]) + 1);
    // Once somebody has changed it again, the first edit is stale, not done.
    await edit(rosa, what, { ...other, ...(await seen(what)) });
    expect(codeOf(await edit(rosa, what, request))).toEqual([409, code]);
  });

  it('is a profile of which only what is sent is changed', async () => {
    const changes = [
      { bio: 'I mend gates.' },
      { name: 'Rosa Quispe Mamani' },
      { organisation: 'Gates & Co' },
    ];
    const answers = await Promise.all(changes.map((fields) => edit(rosa, 'profile', fields)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await now('profile')).toMatchObject(Object.assign({}, ...changes));
  });

  it('keeps its version where nothing is changed', async () => {
    const before = await now('profile');
    const { bio, name, locale } = before;
    expect((await edit(rosa, 'profile', { bio, name, locale })).body.version).toBe(before.version);
  });

  it('names its version, on every route that edits', () => {
    // Moderating says what becomes of a statement, whatever it was before.
    const stateless = new Set(['/api/v1/dialogues/:id/statements/:sid']);
    const unversioned = routesOf(server)
      .filter(({ method, path, contract }) => method === 'PATCH' && contract?.body && !stateless.has(path))
      .filter(({ contract }) => {
        const schema = z.toJSONSchema(contract?.body as z.ZodType, { io: 'input', unrepresentable: 'any' });
        const properties = schema.properties ?? {};
        return !('version' in properties || 'sequence' in properties);
      });
    expect(unversioned.map(({ path }) => path)).toEqual([]);
  });
});
