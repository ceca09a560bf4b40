import { jest } from '@jest/globals';
import type { DialogueView, PhaseSpan, StatementView } from '../../../libs/dialogues/index.js';
import { GrantRole, type Role, WithdrawRole } from '../../../libs/identity/index.js';
import { SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { type Answer, type TestClient, TestServer } from '../test-server.js';

export interface ProblemBody {
  code: string;
  errors?: { field: string; code: string }[];
}

/** What is sent to convene a dialogue. */
export interface Convening {
  question?: string;
  phases?: PhaseSpan[];
  [field: string]: unknown;
}

/** Four phases in the spring of 2027, a day between deliberating and deciding. */
export const PHASES: PhaseSpan[] = [
  { phase: 'gathering', opensAt: '2027-03-01T00:00:00.000Z', closesAt: '2027-03-08T00:00:00.000Z' },
  { phase: 'deliberating', opensAt: '2027-03-08T00:00:00.000Z', closesAt: '2027-03-20T17:00:00.000Z' },
  { phase: 'deciding', opensAt: '2027-03-21T00:00:00.000Z', closesAt: '2027-04-01T00:00:00.000Z' },
  { phase: 'following-up', opensAt: '2027-04-01T00:00:00.000Z', closesAt: '2027-10-01T00:00:00.000Z' },
];

export const WHILE = {
  planned: '2027-02-20T12:00:00.000Z',
  gathering: '2027-03-02T12:00:00.000Z',
  deliberating: '2027-03-10T12:00:00.000Z',
  deciding: '2027-03-22T12:00:00.000Z',
  followingUp: '2027-05-01T12:00:00.000Z',
} as const;

/** People sign in shortly before the dialogues of these tests, which are still to come, and stay signed in. */
export async function startServer(): Promise<TestServer> {
  const server = await TestServer.start({ SESSION_IDLE_DAYS: '90', SESSION_MAX_DAYS: '365' });
  stopClock(server, WHILE.planned);
  return server;
}

/** The clock of the server stands still at this time, to the millisecond. */
export function stopClock(server: TestServer, time: string): void {
  jest.spyOn(server.app.get(Clock), 'now').mockReturnValue(new Date(time));
}

export async function facilitator(server: TestServer, name: string): Promise<TestClient> {
  const client = await server.member(name);
  await giveRole(server, client, 'facilitator');
  return client;
}

export async function giveRole(server: TestServer, { person }: TestClient, role: Role): Promise<void> {
  await server.app.get(GrantRole).execute(SYSTEM, person.id, role);
}

export async function takeRole(server: TestServer, { person }: TestClient, role: Role): Promise<void> {
  await server.app.get(WithdrawRole).execute(SYSTEM, person.id, role);
}

export function convene(convener: TestClient, fields: Convening = {}): Promise<Answer<DialogueView>> {
  return convener.post<DialogueView>('/api/v1/dialogues', {
    question: 'How should countries share what they know of water?',
    timeZone: 'America/Lima',
    phases: PHASES,
    ...fields,
  });
}

export async function convened(convener: TestClient, fields: Convening = {}): Promise<DialogueView> {
  const answer = await convene(convener, fields);
  if (answer.status !== 201) throw new Error(`no dialogue was convened: ${answer.text}`);
  return answer.body;
}

export function propose(author: TestClient, dialogueId: string, text: string) {
  return author.post<StatementView>(`/api/v1/dialogues/${dialogueId}/statements`, { text });
}

export function moderate(moderator: TestClient, { dialogueId, id }: StatementView, decision: object) {
  return moderator.patch<StatementView>(`/api/v1/dialogues/${dialogueId}/statements/${id}`, decision);
}

/** A statement that can be answered at once. */
export async function approved(
  author: TestClient,
  moderator: TestClient,
  dialogueId: string,
  text: string,
): Promise<StatementView> {
  const proposed = await propose(author, dialogueId, text);
  const answer = await moderate(moderator, proposed.body, { decision: 'approve' });
  if (answer.status !== 200) throw new Error(`no statement was approved: ${proposed.text} ${answer.text}`);
  return answer.body;
}

export function answer<Body = ProblemBody>(
  person: TestClient,
  { dialogueId, id }: StatementView,
  choice: string,
): Promise<Answer<Body>> {
  const path = `/api/v1/dialogues/${dialogueId}/statements/${id}/answer`;
  return person.send<Body>('PUT', path, JSON.stringify({ choice }), { 'content-type': 'application/json' });
}
