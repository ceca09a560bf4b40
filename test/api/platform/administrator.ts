import { CreateAdministratorLink } from '../../../libs/identity/index.js';
import type { TestClient, TestServer } from '../test-server.js';

/** A client signed in as the first administrator of the server. */
export async function administratorOf(server: TestServer): Promise<TestClient> {
  const client = await server.member('Ada Administrator');
  const link = new URL((await server.app.get(CreateAdministratorLink).execute()) ?? '');
  const token = link.searchParams.get('token');
  const answer = await client.post('/api/v1/auth/become-administrator', { token });
  if (answer.status !== 200) throw new Error(`nobody became administrator: ${answer.text}`);
  return client;
}

/** What a program sends that may do whatever its administrator may; no request of it ends a session. */
export async function programHeaders(server: TestServer): Promise<Record<string, string>> {
  const administrator = await administratorOf(server);
  const body = { name: 'a program', scopes: ['read', 'write', 'admin'] };
  const made = await administrator.post<{ token: string }>('/api/v1/me/tokens', body);
  return { authorization: `Bearer ${made.body.token}` };
}
