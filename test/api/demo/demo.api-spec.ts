import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CommitmentView } from '../../../libs/commitments/index.js';
import { LoadDemo, RemoveDemo } from '../../../libs/demo/index.js';
import type { DialogueView, ResultsView, StatementView } from '../../../libs/dialogues/index.js';
import type { SessionSummaryView, SessionView } from '../../../libs/learning/index.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import { JobRunner } from '../../../libs/platform/jobs/job-runner.js';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';
import { withRole } from '../learning/session-maker.js';
import { type TestClient, TestServer } from '../test-server.js';
import { countByLabel, type GraphContents, missingIn, readContents } from './graph-contents.js';

const quiet = () => undefined;

interface List<Item> {
  items: Item[];
}

describe('the demonstration community', () => {
  let server: TestServer;
  let before: GraphContents;
  let documentsBefore: number;

  const contents = () => readContents(server.app.get(Graph));
  const get = async <Body>(path: string): Promise<Body> => (await server.visitor().get<Body>(path)).body;

  beforeAll(async () => {
    server = await TestServer.start();
    await server.settled();
    before = await contents();
    documentsBefore = await server.app.get(SearchIndex).count();
    await server.app.get(LoadDemo).execute(quiet);
    await server.settled();
  });

  afterAll(() => server.stop());

  it('has sessions behind it, one that goes on, and some to come with people waiting', async () => {
    const upcoming = await get<List<SessionSummaryView>>('/api/v1/sessions');
    expect(upcoming.items.map(({ state }) => state)).toEqual(['running', 'planned', 'planned']);
    expect(upcoming.items[1]).toMatchObject({ places: 8, registered: 8, waiting: 3 });
    const past = await get<List<SessionSummaryView>>('/api/v1/sessions?when=past');
    expect(past.items.map(({ state }) => state)).toEqual(['closed', 'closed']);
    const { outcome, notes } = await get<SessionView>(`/api/v1/sessions/${past.items[0]?.id}`);
    expect(outcome?.lessons.map(({ about }) => about?.type)).toEqual(['case', 'case', 'case']);
    expect(notes.length).toBeGreaterThanOrEqual(5);
    expect(outcome?.polls.map(({ open }) => open)).toEqual([false]);
  });

  it('has a dialogue in each phase, with results that keep small groups to themselves', async () => {
    const { items } = await get<List<DialogueView>>('/api/v1/dialogues');
    expect(items.map(({ state }) => state)).toEqual(['gathering', 'deliberating', 'following-up']);
    const resultsOf = (index: number) => get<ResultsView>(`/api/v1/dialogues/${items[index]?.id}/results`);
    const open = await resultsOf(1);
    expect(open.people).toBeGreaterThanOrEqual(12);
    expect(open.statements.length).toBeGreaterThanOrEqual(6);
    expect(open.groupsFrom).not.toBeNull();
    const { statements } = await resultsOf(2);
    for (const { byCountry, byRegion } of statements) {
      expect(byCountry.hiddenGroups).toBeGreaterThan(5);
      expect(byRegion.groups.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('has promises in every state, and one that is late', async () => {
    const { items } = await get<List<CommitmentView>>('/api/v1/commitments?limit=50');
    expect(new Set(items.map(({ state }) => state))).toEqual(new Set(['open', 'kept', 'partly', 'dropped']));
    expect(items.filter(({ overdue }) => overdue)).toHaveLength(1);
  });

  it('has written nothing that lies in the future', async () => {
    const now = new Date(Date.now() + 60_000).toISOString();
    const { nodes } = await contents();
    const made = nodes.flatMap((line) => [...line.matchAll(/\["(?:at|createdAt|since)","(.{24})"\]/g)]);
    expect(made.filter(([, at = '']) => at > now)).toEqual([]);
  });

  it('is written to by nobody', async () => {
    await server.app.get(JobRunner).runAll();
    expect(server.mails()).toEqual([]);
  });

  it('is removed with everything that hangs on it', async () => {
    const loaded = countByLabel(await contents());
    for (const label of ['Answer', 'Registration', 'PollAnswer', 'SessionNote', 'CommitmentReport'])
      expect(loaded[label]).toBeGreaterThan(0);
    const { kept, additionsOfOthers } = await server.app.get(RemoveDemo).execute(quiet);
    await server.settled();
    expect({ kept, additionsOfOthers }).toEqual({ kept: 0, additionsOfOthers: 0 });
    const after = await contents();
    expect(missingIn(after.nodes, before.nodes)).toEqual([]);
    expect(missingIn(before.nodes, after.nodes)).toEqual([]);
    expect(after.links).toEqual(before.links);
    expect(await server.app.get(SearchIndex).count()).toBe(documentsBefore);
  });
});

describe('the demonstration community, once members have mixed with it,', () => {
  let server: TestServer;
  let member: TestClient;
  let own: { thread: string; session: string; dialogue: string };

  const get = async <Body>(path: string): Promise<Body> => (await server.visitor().get<Body>(path)).body;
  const post = async <Body>(client: TestClient, path: string, body: object = {}): Promise<Body> => {
    const answer = await client.post<Body>(path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
    return answer.body;
  };

  beforeAll(async () => {
    server = await TestServer.start();
    await server.app.get(LoadDemo).execute(quiet);
    member = await withRole(server, 'Ana Torres');
    const cases = await get<List<{ id: string }>>('/api/v1/cases');
    const sessions = await get<List<SessionSummaryView>>('/api/v1/sessions');
    const dialogues = await get<List<DialogueView>>('/api/v1/dialogues');
    const [live, upcoming] = sessions.items;
    const [gathering, deliberating] = dialogues.items;
    const demoCase = `case:${cases.items[0]?.id}`;
    // What goes with the things to which it was added: six in all.
    const demoThreads = await get<List<{ id: string }>>(`/api/v1/threads?about=dialogue:${gathering?.id}`);
    await post(member, `/api/v1/threads/${demoThreads.items[0]?.id}/posts`, { body: 'I see it otherwise.' });
    await post(member, `/api/v1/sessions/${upcoming?.id}/registration`);
    await post(member, `/api/v1/dialogues/${gathering?.id}/statements`, { text: 'Pay within a week.' });
    const asked = await get<List<StatementView>>(`/api/v1/dialogues/${deliberating?.id}/statements`);
    const answering = `/api/v1/dialogues/${deliberating?.id}/statements/${asked.items[0]?.id}/answer`;
    const json = { 'content-type': 'application/json' };
    expect((await member.send('PUT', answering, '{"choice":"agree"}', json)).status).toBe(200);
    // What stays: things of one's own that are about the demonstration, or name its people.
    const host = live?.facilitators[0]?.id ?? '';
    own = {
      thread: (await post<{ id: string }>(member, '/api/v1/threads', threadAbout(demoCase))).id,
      session: (await post<SessionView>(member, '/api/v1/sessions', sessionWith(demoCase, host))).id,
      dialogue: (await post<DialogueView>(member, '/api/v1/dialogues', dialogueWith(demoCase, host))).id,
    };
    await server.settled();
  });

  afterAll(() => server.stop());

  it('is removed without what they have of their own', async () => {
    const result = await server.app.get(RemoveDemo).execute(quiet);
    await server.settled();
    // The facilitator whom a member has named stays, with the organisation that they work for.
    expect(result).toMatchObject({ kept: 2, additionsOfOthers: 4 });
    expect((await member.get(`/api/v1/threads/${own.thread}`)).body).toMatchObject({ title: 'Our own way' });
    const session = (await member.get<SessionView>(`/api/v1/sessions/${own.session}`)).body;
    expect(session.facilitators.map(({ name }) => name)).toEqual(['Ana Torres', 'Wanjiru Kamau']);
    const dialogue = (await member.get<DialogueView>(`/api/v1/dialogues/${own.dialogue}`)).body;
    expect(dialogue.coConveners.map(({ name }) => name)).toEqual(['Wanjiru Kamau']);
    expect(await get<List<object>>('/api/v1/cases')).toMatchObject({ items: [] });
  });

  it('leaves those who stay without a role, and is gone when it is removed again', async () => {
    const dialogue = (await member.get<DialogueView>(`/api/v1/dialogues/${own.dialogue}`)).body;
    const named = dialogue.coConveners[0]?.id;
    expect(await get(`/api/v1/people/${named}`)).toMatchObject({ roles: ['member'] });
    const again = await server.app.get(RemoveDemo).execute(quiet);
    expect(again).toEqual({ removed: 0, kept: 0, additionsOfOthers: 0 });
  });
});

function threadAbout(about: string) {
  return { about, title: 'Our own way', body: 'We did it differently.' };
}

function sessionWith(about: string, facilitator: string) {
  return {
    ...{ title: 'Ours', purpose: 'To learn.', format: 'other', about: [about, 'sdg:6'], languages: ['en'] },
    ...{ timeZone: 'UTC', startsAt: '2090-03-01T10:00', endsAt: '2090-03-01T11:00' },
    facilitators: [facilitator],
  };
}

function dialogueWith(evidence: string, coConvener: string) {
  const phase = {
    phase: 'gathering',
    opensAt: '2090-03-01T00:00:00.000Z',
    closesAt: '2090-04-01T00:00:00.000Z',
  };
  return {
    ...{ question: 'What shall we do about the gates?', phases: [phase] },
    ...{ evidence: [evidence], coConveners: [coConvener] },
  };
}
