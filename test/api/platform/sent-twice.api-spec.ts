import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { GrantRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { Graph, readQuery } from '../../../libs/platform/graph/graph.js';
import { newId } from '../../../libs/platform/ids/new-id.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import { inMinutes, sessionBody } from '../learning/session-maker.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';
import { administratorOf } from './administrator.js';
import { type AppRoute, routesOf } from './app-routes.js';
import { SAFE_TO_SEND_TWICE } from './sent-twice.js';

interface Made {
  id?: string;
  code?: string;
  number?: number;
  token?: string;
}

/** A route that makes something, with what is sent there; `changed` is what its writer might write next. */
interface Making {
  path: string;
  body: Record<string, unknown>;
  changed: Record<string, unknown>;
}

const DAY = 86_400_000;

const phasesFrom = (now: Date) =>
  ['gathering', 'deliberating', 'deciding'].map((phase, index) => ({
    phase,
    opensAt: new Date(now.getTime() + (index - 1) * DAY).toISOString(),
    closesAt: new Date(now.getTime() + index * DAY).toISOString(),
  }));

describe('what is sent twice', () => {
  let server: TestServer;
  let rosa: TestClient;
  let ben: TestClient;
  let making: Record<string, Making>;
  let elsewhere: Record<string, string>;

  beforeAll(async () => {
    server = await TestServer.start();
    rosa = await administratorOf(server);
    ben = await server.member('Ben Okri');
    for (const role of ['facilitator', 'steward', 'administrator'] as const) {
      for (const { person } of [rosa, ben]) await server.app.get(GrantRole).execute(SYSTEM, person.id, role);
    }
    const make = async (path: string, body: object) => {
      const answer = await rosa.post<{ id: string }>(path, body);
      if (answer.status !== 201) throw new Error(`${path}: ${answer.text}`);
      return answer.body.id;
    };
    const about = `person:${rosa.person.id}`;
    const phases = phasesFrom(server.app.get(Clock).now());
    const dialogue = { question: 'How should we share what we know of water?', phases };
    const thread = { about, title: 'Who pays for the gates?', body: 'Nobody does.' };
    const live = sessionBody(server, {
      startsAt: inMinutes(server, 5),
      endsAt: inMinutes(server, 95),
      facilitators: [ben.person.id],
    });
    const [threads, dialogues, sessions] = [[] as string[], [] as string[], [] as string[]];
    for (const list of [0, 1]) {
      threads[list] = await make('/api/v1/threads', thread);
      dialogues[list] = await make('/api/v1/dialogues', dialogue);
      sessions[list] = await make('/api/v1/sessions', live);
    }
    making = {
      post: {
        path: `/api/v1/threads/${threads[0]}/posts`,
        body: { body: 'Ours stuck.' },
        changed: { body: 'Ours broke.' },
      },
      thread: { path: '/api/v1/threads', body: thread, changed: { title: 'Who mends the gates?' } },
      case: {
        path: '/api/v1/cases',
        body: buildCaseBody({ publish: true }),
        changed: { title: 'Another canal, another story' },
      },
      dialogue: {
        path: '/api/v1/dialogues',
        body: dialogue,
        changed: { question: 'Who should pay for the gates?' },
      },
      statement: {
        path: `/api/v1/dialogues/${dialogues[0]}/statements`,
        body: { text: 'Data should be open.' },
        changed: { text: 'Data should stay closed.' },
      },
      session: {
        path: '/api/v1/sessions',
        body: sessionBody(server),
        changed: { title: 'Who pays for the gates?' },
      },
      note: {
        path: `/api/v1/sessions/${sessions[0]}/notes`,
        body: { text: 'Gates need oil.' },
        changed: { text: 'Gates need paint.' },
      },
      theme: {
        path: '/api/v1/themes',
        body: { names: { en: 'Fog harvesting' } },
        changed: { names: { en: 'Dew harvesting' } },
      },
      actor: { path: '/api/v1/actors', body: { name: 'Office of Fog' }, changed: { name: 'Office of Dew' } },
      token: {
        path: '/api/v1/me/tokens',
        body: { name: 'a program', scopes: ['read'] },
        changed: { name: 'another' },
      },
    };
    elsewhere = {
      post: `/api/v1/threads/${threads[1]}/posts`,
      statement: `/api/v1/dialogues/${dialogues[1]}/statements`,
      note: `/api/v1/sessions/${sessions[1]}/notes`,
    };
  });

  afterAll(() => server.stop());

  const send = (client: TestClient, { path, body }: Making, changes: object) =>
    client.post<Made>(path, { ...body, ...changes });
  const nameOf = ({ body }: Answer<Made>) => body.id ?? body.code ?? body.number;
  const one = (what: string) => making[what] as Making;

  const ALL = [
    'post',
    'thread',
    'case',
    'dialogue',
    'statement',
    'session',
    'note',
    'theme',
    'actor',
    'token',
  ];
  /** There can be one of a name: whoever comes second is told so. */
  const ONE_OF_A_NAME = ['theme', 'actor'];

  it.each(ALL)('at the same moment makes one %s and gives one answer', async (what) => {
    const clientKey = newId();
    const answers = await Promise.all(Array.from({ length: 4 }, () => send(rosa, one(what), { clientKey })));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(nameOf)).size).toBe(1);
    expect(nameOf(answers[0] as Answer<Made>)).toBeDefined();
    // A token that is given twice is the same secret.
    expect(new Set(answers.map(({ body }) => body.token)).size).toBe(1);
    const later = await send(rosa, one(what), { clientKey });
    expect([later.status, nameOf(later)]).toEqual([201, nameOf(answers[0] as Answer<Made>)]);
  });

  it.each(ALL)('with other content under the same key makes another %s, and repeats each', async (what) => {
    const clientKey = newId();
    const name = ONE_OF_A_NAME.includes(what)
      ? {
          [what === 'theme' ? 'names' : 'name']:
            what === 'theme' ? { en: `Rain ${clientKey}` } : `Rain ${clientKey}`,
        }
      : {};
    const first = await send(rosa, one(what), { clientKey, ...name });
    const other = await send(rosa, one(what), { clientKey, ...one(what).changed });
    expect([first.status, other.status]).toEqual([201, 201]);
    expect(nameOf(other)).not.toBe(nameOf(first));
    expect(nameOf(await send(rosa, one(what), { clientKey, ...name }))).toBe(nameOf(first));
    expect(nameOf(await send(rosa, one(what), { clientKey, ...one(what).changed }))).toBe(nameOf(other));
  });

  it.each(ALL)('by somebody else under the same key is a %s of their own', async (what) => {
    const clientKey = newId();
    const mine = await send(rosa, one(what), {
      clientKey,
      ...(ONE_OF_A_NAME.includes(what)
        ? { names: { en: `Wind ${clientKey}` }, name: `Wind ${clientKey}` }
        : {}),
    });
    const theirs = await Promise.all(
      [1, 2].map(() =>
        send(ben, one(what), {
          clientKey,
          ...(ONE_OF_A_NAME.includes(what)
            ? { names: { en: `Hail ${clientKey}` }, name: `Hail ${clientKey}` }
            : {}),
        }),
      ),
    );
    expect([mine, ...theirs].map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(nameOf(theirs[0] as Answer<Made>)).toBe(nameOf(theirs[1] as Answer<Made>));
    expect(nameOf(theirs[0] as Answer<Made>)).not.toBe(nameOf(mine));
  });

  it.each(['theme', 'actor'])(
    'by somebody else in the same words is refused where there can be one %s',
    async (what) => {
      const clientKey = newId();
      const words = { names: { en: `Snow ${clientKey}` }, name: `Snow ${clientKey}`, clientKey };
      expect((await send(rosa, one(what), words)).status).toBe(201);
      expect((await send(ben, one(what), words)).status).toBe(409);
    },
  );

  it.each(['post', 'statement', 'note'])('elsewhere under the same key is a %s there', async (what) => {
    const words = { ...one(what).body, clientKey: newId() };
    const here = await rosa.post<Made & { threadId?: string }>(one(what).path, words);
    const there = await rosa.post<Made>(elsewhere[what] as string, words);
    expect([here.status, there.status]).toEqual([201, 201]);
    if (what !== 'note') expect(there.body.id).not.toBe(here.body.id);
    const { body } = await rosa.post<Made>(elsewhere[what] as string, words);
    expect(nameOf({ ...there, body })).toBe(nameOf(there));
  });

  it('without a key stands for itself', async () => {
    const [first, second] = [await send(rosa, one('session'), {}), await send(rosa, one('session'), {})];
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('makes a withdrawn token anew, never the old secret', async () => {
    const clientKey = newId();
    const first = await send(rosa, one('token'), { clientKey });
    await rosa.delete(`/api/v1/me/tokens/${first.body.id}`);
    const second = await send(rosa, one('token'), { clientKey });
    expect(second.status).toBe(201);
    expect(second.body.token).not.toBe(first.body.token);
    const program = (token = '') => server.visitor().with({ authorization: `Bearer ${token}` });
    expect((await program(first.body.token).get('/api/v1/me')).status).toBe(401);
    expect((await program(second.body.token).get('/api/v1/me')).status).toBe(200);
  });

  it('makes one session with one thread', async () => {
    const title = `Twice ${newId()}`;
    const clientKey = newId();
    const ids = await Promise.all([1, 2, 3].map(() => send(rosa, one('session'), { title, clientKey })));
    const threads = await rosa.get<{ items: unknown[] }>(`/api/v1/threads?about=session:${ids[0]?.body.id}`);
    expect(threads.body.items).toHaveLength(1);
  });

  it('closes a session once, with its lessons and commitments, and tells both who pressed', async () => {
    const live = sessionBody(server, {
      startsAt: inMinutes(server, 5),
      endsAt: inMinutes(server, 95),
      facilitators: [ben.person.id],
    });
    const { id } = (await rosa.post<{ id: string }>('/api/v1/sessions', live)).body;
    const dueOn = new Date(server.app.get(Clock).now().getTime() + 30 * DAY).toISOString().slice(0, 10);
    const outcome = {
      lessons: [{ text: 'Gates want oil.' }],
      commitments: [{ text: 'Buy oil.', ownerKey: `person:${rosa.person.id}`, dueOn }],
    };
    const path = `/api/v1/sessions/${id}/close`;
    const answers = await Promise.all([1, 2].map(() => rosa.post(path, outcome)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const made = await rosa.get<{ items: unknown[] }>(`/api/v1/commitments?answers=session:${id}`);
    expect(made.body.items).toHaveLength(1);
    const other = await rosa.post<{ code: string }>(path, { lessons: [{ text: 'Gates want paint.' }] });
    expect([other.status, other.body.code]).toEqual([409, 'learning/session-closed']);
    const theirs = await ben.post<{ code: string }>(path, outcome);
    expect([theirs.status, theirs.body.code]).toEqual([409, 'learning/session-closed']);
  });

  it('opens one poll', async () => {
    const live = sessionBody(server, { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 95) });
    const { id } = (await rosa.post<{ id: string }>('/api/v1/sessions', live)).body;
    const asked = { open: { question: 'Oil or paint?', options: ['Oil', 'Paint'], clientKey: newId() } };
    const answers = await Promise.all([1, 2].map(() => rosa.post(`/api/v1/sessions/${id}/poll`, asked)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const other = { open: { ...asked.open, question: 'Paint or oil?' } };
    expect((await rosa.post<{ code: string }>(`/api/v1/sessions/${id}/poll`, other)).body.code).toBe(
      'learning/poll-is-open',
    );
  });

  it('registers one person, who is signed in by either', async () => {
    const form = {
      name: 'Dua Perera',
      email: 'dua@example.org',
      password: 'seven canals under one moon',
      clientKey: newId(),
    };
    const [first, second] = [server.visitor(), server.visitor()];
    const answers = await Promise.all(
      [first, second].map((client) => client.post<{ person: { id: string } }>('/api/v1/auth/register', form)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(answers[0]?.body.person.id).toBe(answers[1]?.body.person.id);
    for (const client of [first, second]) expect((await client.get('/api/v1/me')).status).toBe(200);
    await server.settled();
    expect(server.mails().filter((mail) => mail.includes('dua@example.org'))).toHaveLength(1);
    const code = async (changes: object) =>
      (await server.visitor().post<{ code: string }>('/api/v1/auth/register', { ...form, ...changes })).body
        .code;
    expect(await code({ password: 'eight canals under one moon' })).toBe('identity/email-taken');
    expect(await code({ clientKey: newId() })).toBe('identity/email-taken');
    expect(await code({ clientKey: undefined })).toBe('identity/email-taken');
  });

  it('keeps no receipt longer than two months', async () => {
    const count = readQuery<Record<string, never>, { receipts: number }>(
      'test/count-receipts',
      'MATCH (r:Receipt) RETURN count(r) AS receipts',
    );
    const receipts = async () => (await server.app.get(Graph).read(count, {}))[0]?.receipts ?? 0;
    await server.app.get(JobRunner).runAll();
    expect(await receipts()).toBeGreaterThan(0);
    server.app.get(Clock).moveBy(63 * DAY);
    await server.app.get(JobRunner).runAll();
    expect(await receipts()).toBe(0);
  });

  it('is accounted for on every route that changes something', () => {
    const writes = routesOf(server).filter(({ method }) => method !== 'GET');
    const name = ({ method, path }: AppRoute) => `${method} ${path}`;
    expect(writes.map(name).filter((route) => !(route in SAFE_TO_SEND_TWICE))).toEqual([]);
    const known = new Set(writes.map(name));
    expect(Object.keys(SAFE_TO_SEND_TWICE).filter((route) => !known.has(route))).toEqual([]);
  });

  it('can bear a key where the list says that it does', () => {
    const keyed = routesOf(server).filter(
      ({ method, path, contract }) =>
        contract && SAFE_TO_SEND_TWICE[`${method} ${path}`]?.by === 'client key',
    );
    const without = keyed.filter(({ contract }) => !fieldsOf(contract?.body).includes('"clientKey"'));
    expect(without.map(({ handler }) => handler)).toEqual([]);
    expect(keyed.length).toBeGreaterThan(9);
  });
});

function fieldsOf(body: z.ZodType | undefined): string {
  return body ? JSON.stringify(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' })) : '';
}
