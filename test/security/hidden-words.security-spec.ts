import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../libs/platform/ids/new-id.js';
import { buildCaseBody } from '../api/cases/case-bodies.js';
import { convened, moderate, propose as proposeStatement } from '../api/dialogues/dialogue-maker.js';
import { inMinutes, propose, register } from '../api/learning/session-maker.js';
import { fillPath, routesOf } from '../api/platform/app-routes.js';
import { type TestClient, TestServer } from '../api/test-server.js';
import { type Asker, gatherPeople, type People } from './people.js';

const PATIENCE_MS = 60_000;

/** Words that stand in hidden things alone, and those who may not read them. */
const SECRETS: { word: string; of: string; keptFrom: Asker[] }[] = [
  { word: 'quolldraft', of: 'a draft', keptFrom: ['visitor', 'other member', 'facilitator'] },
  { word: 'quollwaits', of: 'a statement that waits', keptFrom: ['visitor', 'other member'] },
  { word: 'quollrefused', of: 'a refused statement', keptFrom: ['visitor', 'other member'] },
  { word: 'quollmeeting', of: 'the link to a meeting', keptFrom: ['visitor', 'other member', 'facilitator'] },
  {
    word: 'quolltoken',
    of: 'the name of a token',
    keptFrom: ['visitor', 'other member', 'steward', 'administrator'],
  },
  {
    word: 'quollunsent',
    of: 'an unfinished text',
    keptFrom: ['visitor', 'other member', 'facilitator', 'steward', 'administrator'],
  },
  {
    word: 'amina.mohamud.',
    of: 'an e-mail address',
    keptFrom: ['visitor', 'other member', 'facilitator', 'steward'],
  },
];

/** What is asked besides, of routes that narrow what they list. */
const QUERIES: Record<string, string[]> = {
  '/api/v1/search': ['?q=turns', '?q=turns&type=case&sort=newest', '?q=meet'],
  '/api/v1/search/suggestions': ['?q=tur'],
  '/api/v1/entities': ['?q=turns'],
  '/api/v1/graph/neighbours': ['?key=country:KGZ'],
  '/api/v1/graph/path': ['?from=country:KGZ&to=country:TJK'],
  '/api/v1/cases': ['?country=KGZ'],
  '/api/v1/sessions': ['?when=all', '?about=country:PER'],
  '/api/v1/dialogues/:id/statements': ['?status=mine', '?next=1'],
  '/search': ['?q=turns'],
  '/search/suggest': ['?q=tur'],
  '/explore/around': ['?key=country:KGZ'],
  '/explore/path': ['?from=country:KGZ&to=country:TJK'],
  '/threads/new': ['?q=turns'],
};

describe('what is hidden', () => {
  let server: TestServer;
  let people: People;
  let ids: Record<string, string>;

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    people = await gatherPeople(server);
    ids = await hideThings(server, people);
    await server.settled();
  });

  afterAll(() => server.stop());

  it('is there for whoever may see it', async () => {
    const { member, steward } = people;
    expect((await member.get(`/api/v1/cases/${ids.cases}`)).text).toContain('quolldraft');
    expect((await steward.get('/api/v1/search?q=turns')).text).toContain('quolldraft');
    const own = await member.get(`/api/v1/dialogues/${ids.dialogues}/statements?status=mine`);
    expect(own.text).toMatch(/quollwaits|quollrefused/);
    expect((await member.get(`/api/v1/sessions/${ids.sessions}`)).text).toContain('quollmeeting');
    expect((await member.get('/api/v1/me/tokens')).text).toContain('quolltoken');
    expect((await member.get(`/api/v1/me/drafts/${ids.key}`)).text).toContain('quollunsent');
    expect((await member.get('/settings/drafts')).text).toContain('quollunsent');
    expect((await member.get('/api/v1/me')).text).toContain('amina.mohamud.');
  });

  it(
    'stands in no answer to anyone else, whatever is asked',
    async () => {
      const told: string[] = [];
      const paths = routesOf(server)
        .filter(({ method }) => method === 'GET')
        .flatMap(({ path }) => addressesOf(path));
      const askers = new Set(SECRETS.flatMap(({ keptFrom }) => keptFrom));
      for (const asker of askers) {
        const hidden = SECRETS.filter(({ keptFrom }) => keptFrom.includes(asker));
        for (const path of paths) {
          const { text } = await people[asker].get(path);
          for (const { word, of } of hidden)
            if (text.includes(word)) told.push(`${path} tells ${asker} of ${of}`);
        }
      }
      expect(told).toEqual([]);
    },
    PATIENCE_MS,
  );

  /** With each kind of id that fits the place. */
  const addressesOf = (path: string): string[] => {
    if (path.startsWith('/api/v1/calendars/')) return [];
    const place = /^\/(?:api\/v1\/)?([a-z]+)/.exec(path)?.[1] ?? '';
    const filled = fillPath(path, (name) => ids[name === 'id' || name === 'code' ? place : name] ?? '1');
    return ['', ...(QUERIES[path] ?? [])].map((query) => `${filled}${query}`);
  };
});

/** Hides things of the member, and says where they are by the name of their place or parameter. */
async function hideThings(server: TestServer, people: People): Promise<Record<string, string>> {
  const { member } = people;
  const convener = people['another facilitator'];
  const made = async (client: TestClient, path: string, body: object) =>
    (await client.post<{ id: string }>(path, body)).body.id;
  const draft = buildCaseBody({
    title: 'Water quolldraft turns',
    summary: 'quolldraft',
    context: 'quolldraft',
    whatWorked: 'quolldraft',
    whatDidNot: 'quolldraft',
  });
  const cases = await made(member, '/api/v1/cases', draft);
  const session = await propose(server, convener, {
    meetingLink: 'https://meet.example.org/quollmeeting',
    interpretationLinks: [{ language: 'fr', url: 'https://meet.example.org/quollmeeting-fr' }],
    startsAt: inMinutes(server, 30),
    endsAt: inMinutes(server, 120),
  });
  await register(member, session);
  const phase = { opensAt: '2020-01-01T00:00:00.000Z', closesAt: '2040-01-01T00:00:00.000Z' };
  const dialogue = await convened(convener, { phases: [{ phase: 'deliberating', ...phase }] });
  const waiting = await proposeStatement(member, dialogue.id, 'The quollwaits are to turn.');
  const refused = await proposeStatement(member, dialogue.id, 'The quollrefused are to turn.');
  await moderate(convener, refused.body, { decision: 'refuse', reason: 'It is about quollrefused people.' });
  const title = 'Who turns the gates?';
  const threads = await made(member, '/api/v1/threads', {
    about: 'country:KGZ',
    title,
    body: 'Whoever turns.',
  });
  await member.post('/api/v1/me/tokens', { name: 'quolltoken', scopes: ['read'] });
  const key = newId();
  await member.put(`/api/v1/me/drafts/${key}`, {
    form: '/cases/new',
    page: '/cases/new',
    lang: 'en',
    fields: [['title', 'quollunsent turns']],
  });
  return {
    key,
    cases,
    threads,
    sessions: session.id,
    dialogues: dialogue.id,
    sid: waiting.body.id,
    people: member.person.id,
    countries: 'KGZ',
    sdgs: '6',
    themes: 'irrigation',
    part: 'notes',
  };
}
