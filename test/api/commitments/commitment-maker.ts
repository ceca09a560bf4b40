import { MakeCommitments, type NewCommitments } from '../../../libs/commitments/index.js';
import type { Person } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import type { TestClient, TestServer } from '../test-server.js';

const DAY_MS = 86_400_000;

export function actorOf({ person }: TestClient, roles: string[] = []): Person {
  return { id: person.id, name: person.name, roles, locale: null, via: 'session', scopes: 'all' };
}

/** A thread in the place of the session or dialogue whose close is told: any entity can be answered. */
export async function startThread(client: TestClient, title = 'Gates that last'): Promise<string> {
  const about = `person:${client.person.id}`;
  const answer = await client.post<{ id: string }>('/api/v1/threads', { about, title, body: 'Let us talk.' });
  return `thread:${answer.body.id}`;
}

/** Makes commitments as a session or dialogue does, in a transaction of its own. */
export function makeCommitments(server: TestServer, maker: TestClient, made: NewCommitments) {
  return server.app
    .get(Graph)
    .write((tx) => server.app.get(MakeCommitments).execute(tx, actorOf(maker), made));
}

/** The day it is by the server's clock, or some days later. */
export function dayFromNow(server: TestServer, days = 0): string {
  return new Date(server.app.get(Clock).now().getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

export function moveDays(server: TestServer, days: number): void {
  server.app.get(Clock).moveBy(days * DAY_MS);
}

/** Puts the clock to the middle of the day, so that none changes while a test runs. */
export function moveToNoon(server: TestServer): void {
  const now = server.app.get(Clock).now();
  server.app.get(Clock).moveBy(new Date(now).setUTCHours(12, 0, 0, 0) - now.getTime());
}
