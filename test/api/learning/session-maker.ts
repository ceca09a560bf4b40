import { AddPerson, CreateToken, GrantRole, type Role, WithdrawRole } from '../../../libs/identity/index.js';
import type { RegistrationView, SessionView } from '../../../libs/learning/index.js';
import { type Person, SYSTEM } from '../../../libs/platform/access/actor.js';
import { Clock } from '../../../libs/platform/clock/clock.js';
import type { Answer, TestClient, TestServer } from '../test-server.js';

export interface ProblemBody {
  code: string;
  errors?: { field: string; code: string; message: string }[];
}

/** A client signed in as a new person with the role. */
export async function withRole(
  server: TestServer,
  name: string,
  role: Role = 'facilitator',
): Promise<TestClient> {
  const client = await server.member(name);
  await server.app.get(GrantRole).execute(SYSTEM, client.person.id, role);
  return client;
}

export async function takeRole(server: TestServer, { person }: TestClient, role: Role): Promise<void> {
  await server.app.get(WithdrawRole).execute(SYSTEM, person.id, role);
}

/** Programs of as many new people, made without the work of a password each. */
export async function crowd(server: TestServer, size: number): Promise<TestClient[]> {
  const clients: TestClient[] = [];
  for (let index = 0; index < size; index++) {
    const name = `Person ${index}`;
    const { id } = await server.app
      .get(AddPerson)
      .execute(SYSTEM, { name, email: `crowd.${index}@example.org`, locale: 'en' });
    const actor: Person = { id, name, roles: ['member'], locale: 'en', via: 'session', scopes: 'all' };
    const { token } = await server.app.get(CreateToken).execute(actor, { name, scopes: ['read', 'write'] });
    const client = server.visitor().with({ authorization: `Bearer ${token}` });
    client.person = { id, name, email: `crowd.${index}@example.org` };
    clients.push(client);
  }
  return clients;
}

const MINUTE = 60_000;

/** Local time in UTC, so many minutes from the server's now. */
export function inMinutes(server: TestServer, minutes: number): string {
  return new Date(server.app.get(Clock).now().getTime() + minutes * MINUTE).toISOString().slice(0, 16);
}

/** Moves the server's clock to an instant. */
export function moveClockTo(server: TestServer, instant: string | number): void {
  const clock = server.app.get(Clock);
  clock.moveBy(new Date(instant).getTime() - clock.now().getTime());
}

/** A session that begins in two days, with what the test says besides. */
export function sessionBody(server: TestServer, fields: object = {}): Record<string, unknown> {
  return {
    title: 'Who maintains the gates?',
    purpose: 'A **peer assist**: three communities look for what works.',
    format: 'peer-assist',
    about: ['country:PER', 'sdg:6'],
    languages: ['es', 'en'],
    timeZone: 'UTC',
    startsAt: inMinutes(server, 2 * 24 * 60),
    endsAt: inMinutes(server, 2 * 24 * 60 + 90),
    meetingLink: 'https://meet.example.org/gates',
    interpretationLinks: [{ language: 'fr', url: 'https://meet.example.org/gates-fr' }],
    agenda: [
      { title: 'Welcome', minutes: 10 },
      { title: 'The case', minutes: 40, prompt: 'What surprised you?' },
      { title: 'What we take home', minutes: 40 },
    ],
    ...fields,
  };
}

export async function propose(
  server: TestServer,
  client: TestClient,
  fields: object = {},
): Promise<SessionView> {
  const answer = await client.post<SessionView>('/api/v1/sessions', sessionBody(server, fields));
  if (answer.status !== 201) throw new Error(`no session: ${answer.text}`);
  return answer.body;
}

export async function show(client: TestClient, { id }: { id: string }): Promise<SessionView> {
  return (await client.get<SessionView>(`/api/v1/sessions/${id}`)).body;
}

export function register(
  client: TestClient,
  { id }: { id: string },
  body: object = {},
): Promise<Answer<RegistrationView>> {
  return client.post<RegistrationView>(`/api/v1/sessions/${id}/registration`, body);
}

export function problemOf({ status, body }: Answer<unknown>): [number, string] {
  return [status, (body as ProblemBody).code];
}

/** `field code` of each refused field. */
export function faultsOf({ body }: Answer<unknown>): string[] {
  return ((body as ProblemBody).errors ?? []).map(({ field, code }) => `${field} ${code}`);
}
