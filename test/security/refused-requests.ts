import { Graph } from '../../libs/platform/graph/graph.js';
import { LIMITS } from '../../libs/platform/limits.js';
import { builtServer } from '../api/built-application.js';
import { type Answer, type TestClient, TestServer } from '../api/test-server.js';
import type { Operation } from './met-answers.js';
import type { People } from './people.js';
import { becomeFirstAdministrator } from './rare-answers.js';

const JSON_BODY = { 'content-type': 'application/json' };
const TOO_LARGE = JSON.stringify({ body: 'x'.repeat(LIMITS.http.bodyBytes) });
const TOO_LONG = 'x'.repeat(1000);

/** An address of an operation, with something in place of its parameters. */
function addressOf({ path }: Operation, parameter = '1'): string {
  return path.replace(/\{\w+\}/g, parameter);
}

/**
 * Asks an operation for what it refuses whatever it is about: what cannot be read, too large a body, a way in that is
 * none, a request forged elsewhere, a token that was not given for this.
 */
export async function askInVain(
  operation: Operation,
  { visitor, administrator }: People,
  narrowToken: string,
): Promise<void> {
  const { method, takesBody, query } = operation;
  const address = addressOf(operation);
  const changes = method !== 'GET';
  const ask = (client: TestClient, path: string, body?: string, headers: Record<string, string> = {}) =>
    client.send(method, path, body, { ...(body === undefined ? {} : JSON_BODY), ...headers });
  await ask(visitor, address, undefined, { authorization: 'Bearer no-token-of-ours' });
  await ask(visitor, address, undefined, { authorization: `Bearer ${narrowToken}` });
  for (const name of query) await ask(administrator, `${address}?${name}=${TOO_LONG}&${name}=1`);
  if (operation.path.includes('{')) await ask(administrator, addressOf(operation, TOO_LONG));
  if (!changes) return;
  await ask(administrator, address, '{"half');
  await ask(visitor, address, undefined, { cookie: administrator.cookieHeader });
  await ask(visitor, address, undefined, { origin: 'https://elsewhere.example' });
  if (takesBody) await ask(visitor, address, TOO_LARGE);
}

/** Asks those that are limited until each refuses, on a new server that counts; its first person founds it. */
export async function askTooOften(operations: Operation[]): Promise<void> {
  const server = await TestServer.start({ LOG_LEVEL: 'silent', RATE_LIMITS: 'on' });
  try {
    await becomeFirstAdministrator(server);
    const client = await server.member();
    const askedOnce = (operation: Operation): Promise<Answer> =>
      client.send(operation.method, addressOf(operation), '{}', JSON_BODY);
    for (const operation of operations) {
      // What was spent on those before counts too: the limit is on the kind of work.
      let left = Math.max(...Object.values(LIMITS.work).map(({ person }) => person)) + 1;
      const ask = () =>
        operation.method === 'GET' ? client.get(addressOf(operation)) : askedOnce(operation);
      while (left-- > 0 && (await ask()).status !== 429);
    }
  } finally {
    await server.stop();
  }
}

/**
 * Asks every operation while the graph cannot be reached, by a token that has to be looked up. What a graph throws when it
 * is away is shown where it is really taken away, in `test/engines` and `test/faults`.
 */
export async function askWithoutGraph(server: TestServer, operations: Operation[]): Promise<void> {
  const graph = server.app.get(Graph);
  const read = graph.read;
  graph.read = () => Promise.reject(builtServer.unavailable('graph/unavailable'));
  const stranger = server.visitor().with({ authorization: `Bearer minga_${'x'.repeat(43)}` });
  for (const operation of operations) await stranger.send(operation.method, addressOf(operation));
  graph.read = read;
}
