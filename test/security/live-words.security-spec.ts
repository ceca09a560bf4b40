import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Graph, readQuery } from '../../libs/platform/graph/graph.js';
import { buildCaseBody } from '../api/cases/case-bodies.js';
import { answer, approved, convened, moderate } from '../api/dialogues/dialogue-maker.js';
import { inMinutes, propose as proposeSession, register } from '../api/learning/session-maker.js';
import { LiveClient } from '../api/live-client.js';
import { type TestClient, TestServer } from '../api/test-server.js';
import { gatherPeople, type People } from './people.js';

const PATIENCE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Each kind of word that an event may tell, in one word that stands nowhere else. */
const WORDS = {
  post: 'wombatpost',
  thread: 'wombatthread',
  case: 'wombatcase',
  note: 'wombatnote',
  question: 'wombatquestion',
  refused: 'wombatrefused',
  session: 'wombatsession',
  poll: 'wombatpoll',
  report: 'wombatreport',
};

const allEvents = readQuery<Record<string, never>, { room: string; type: string; data: string }>(
  'test/all-events',
  'MATCH (e:Event) RETURN e.room AS room, e.type AS type, e.data AS data',
);

describe('what sockets are told in rooms that everyone may join', () => {
  let server: TestServer;
  let people: People;
  /** By the kind of room. */
  let rooms: Record<string, string>;
  const open: LiveClient[] = [];

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    people = await gatherPeople(server);
    rooms = await fillRooms(server, people);
  }, PATIENCE_MS);

  afterEach(() => {
    for (const client of open.splice(0)) client.close();
  });

  afterAll(() => server.stop());

  const connect = async (client: TestClient): Promise<LiveClient> => {
    const live = await LiveClient.connect(client);
    open.push(live);
    return live;
  };
  const visit = async (room: string) => {
    const live = await connect(server.visitor());
    const joined = await live.join(room, 0);
    expect(joined).toMatchObject({ ok: true });
    return { live, joined, told: () => JSON.stringify([joined, live.received]) };
  };

  it('names nobody to a visitor who is there or who writes, but counts them', async () => {
    for (const room of Object.values(rooms)) {
      const { live, joined } = await visit(room);
      const reader = await connect(people['other member']);
      await reader.join(room);
      await reader.typing(room);
      await live.until(() => live.received.presence.at(-1)?.count === 2);
      const { received } = live;
      const told = JSON.stringify([joined, received.presence, received.typing]);
      expect({ room, named: told.includes(people['other member'].person.id) }).toEqual({
        room,
        named: false,
      });
      expect(told).not.toContain('Bela');
      const late = await visit(room);
      expect(late.joined).toMatchObject({ count: 3, present: [] });
    }
  });

  it('names those who are there to members only where these may know of each other', async () => {
    const named: string[] = [];
    for (const [kind, room] of Object.entries(rooms)) {
      const someone = await connect(people['other member']);
      await someone.join(room);
      for (const asker of ['other member', 'member', 'another facilitator'] as const) {
        const joined = await (await connect(people[asker])).join(room);
        const names = 'present' in joined ? joined.present.map(({ name }) => name) : [];
        if (names.length > 0) named.push(`${kind} to ${asker}`);
      }
    }
    // In a thread members talk; in a session those who have a place (member) or run it see each other.
    expect(named).toEqual([
      'thread to other member',
      'thread to member',
      'thread to another facilitator',
      'session to member',
      'session to another facilitator',
    ]);
  });

  it('keeps neither words nor names in the log of these rooms', async () => {
    const kinds = Object.keys(rooms);
    const rows = await server.app.get(Graph).read(allEvents, {});
    const kept = rows.filter(({ room }) => kinds.includes(room.slice(0, room.indexOf(':'))));
    expect(new Set(kept.map(({ room }) => room.slice(0, room.indexOf(':'))))).toEqual(new Set(kinds));
    const secrets = [...Object.values(WORDS), 'Amina', 'Bela', 'Chipo', 'Farid', 'Grace'];
    const found = kept.flatMap(({ type, data }) =>
      secrets.filter((word) => data.includes(word)).map((word) => `${type} keeps ${word}`),
    );
    expect(found).toEqual([]);
  });

  it('tells whoever was away the words as they are now', async () => {
    for (const room of Object.values(rooms)) {
      const { told } = await visit(room);
      expect({ room, told: told() }).toEqual({ room, told: expect.stringContaining('wombat') });
    }
  });

  it('tells nobody what was refused, edited away or called otherwise since', async () => {
    await changeAll(server, people, rooms);
    const gone = [
      'wombatrefused',
      'wombatpost',
      'wombatcase',
      'wombatquestion',
      'wombatsession',
      'Amina',
      'Grace',
    ];
    for (const room of Object.values(rooms)) {
      const { told } = await visit(room);
      const heard = told();
      expect({ room, told: gone.filter((word) => heard.includes(word)) }).toEqual({ room, told: [] });
    }
    const { live } = await visit(rooms.dialogue ?? '');
    const types = live.received.event.map(({ type }) => type);
    expect(types).toContain('dialogues.statement-approved');
    expect(live.received.event.map(({ seq }) => seq)).toEqual(types.map((_, index) => index + 1));
    const approval = live.received.event.find(({ type }) => type === 'dialogues.statement-approved');
    expect(approval?.data).toMatchObject({ text: null, author: null });
  });
});

/** Makes one thing in each kind of room, and lets happen to it what its events can tell. */
async function fillRooms(server: TestServer, people: People): Promise<Record<string, string>> {
  const { member, 'another facilitator': grace } = people;
  const now = Date.now();
  const at = (days: number) => new Date(now + days * DAY_MS).toISOString();
  const thread = await member.post<{ id: string }>('/api/v1/threads', {
    about: `person:${member.person.id}`,
    title: `About ${WORDS.thread}`,
    body: `We met ${WORDS.post} there.`,
  });
  const written = await member.post<{ id: string }>('/api/v1/cases', {
    ...buildCaseBody({ title: `Turns of ${WORDS.case}` }),
    publish: true,
  });
  const dialogue = await convened(grace, {
    question: `What shall become of ${WORDS.question}?`,
    phases: [{ phase: 'deliberating', opensAt: at(-1), closesAt: at(5) }],
  });
  const statement = await approved(member, grace, dialogue.id, `Pay for ${WORDS.refused} together.`);
  await answer(member, statement, 'agree');
  const times = { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 60) };
  const session = await proposeSession(server, grace, { ...times, title: `Who keeps ${WORDS.session}?` });
  await register(member, session);
  const path = `/api/v1/sessions/${session.id}`;
  await grace.post(`${path}/step`, { from: null });
  await grace.post(`${path}/poll`, {
    open: { question: `Was ${WORDS.poll} useful?`, options: ['Yes', 'No'] },
  });
  await member.post(`${path}/hand`, { raised: true });
  await member.post(`${path}/notes`, { text: `Ask ${WORDS.note} first.` });
  return {
    thread: `thread:${thread.body.id}`,
    case: `case:${written.body.id}`,
    dialogue: `dialogue:${dialogue.id}`,
    session: `session:${session.id}`,
    commitment: await commit(server, people),
  };
}

/** A promise at the close of a session of its own, with a report. */
async function commit(server: TestServer, { member, 'another facilitator': grace }: People): Promise<string> {
  const times = { startsAt: inMinutes(server, 5), endsAt: inMinutes(server, 60) };
  const session = await proposeSession(server, grace, times);
  const dueOn = new Date(Date.now() + 30 * DAY_MS).toISOString().slice(0, 10);
  const closed = await grace.post(`/api/v1/sessions/${session.id}/close`, {
    lessons: [{ text: 'Ask those who open the gates first.' }],
    commitments: [{ text: `Mend the gate of wombats`, ownerKey: `person:${member.person.id}`, dueOn }],
  });
  if (closed.status >= 300) throw new Error(closed.text);
  const { body } = await member.get<{ items: { id: string; version: number }[] }>('/api/v1/commitments');
  const [made] = body.items;
  const report = { state: 'partly', note: `Half of ${WORDS.report} is there.`, version: made?.version };
  await member.post(`/api/v1/commitments/${made?.id}/reports`, report);
  return `commitment:${made?.id}`;
}

async function changeAll(server: TestServer, people: People, rooms: Record<string, string>): Promise<void> {
  const { member, 'another facilitator': grace } = people;
  const idOf = (kind: string) => rooms[kind]?.slice(kind.length + 1) ?? '';
  await Promise.all([
    member.patch('/api/v1/me', { name: 'Renamed Once' }),
    grace.patch('/api/v1/me', { name: 'Renamed Twice' }),
  ]);
  await member.patch(`/api/v1/threads/${idOf('thread')}/posts/1`, { body: 'Otherwise.', version: 1 });
  await member.patch(`/api/v1/cases/${idOf('case')}`, { title: 'Turns of water', version: 1 });
  const { body } = await grace.get<{ items: never[] }>(`/api/v1/dialogues/${idOf('dialogue')}/statements`);
  for (const statement of body.items)
    await moderate(grace, statement, { decision: 'refuse', reason: 'Said.' });
  const question = 'What shall become of the gates?';
  await grace.patch(`/api/v1/dialogues/${idOf('dialogue')}`, { question, version: 1 });
  const session = await grace.get<{ sequence: number }>(`/api/v1/sessions/${idOf('session')}`);
  const { sequence } = session.body;
  await grace.patch(`/api/v1/sessions/${idOf('session')}`, { title: 'Who keeps the gates?', sequence });
  await server.settled();
}
