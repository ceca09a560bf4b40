import type { CaseView } from '../../../libs/cases/index.js';
import { buildCaseBody } from '../cases/case-bodies.js';
import type { TestClient } from '../test-server.js';

/** Writes a case and publishes it. */
export async function publishCase(
  client: TestClient,
  changes: Record<string, unknown> = {},
): Promise<CaseView> {
  const draft = await createDraft(client, changes);
  const answer = await client.post<CaseView>(`/api/v1/cases/${draft.id}/publish`);
  if (answer.status !== 200) throw new Error(`could not publish: ${answer.text}`);
  return answer.body;
}

export async function createDraft(
  client: TestClient,
  changes: Record<string, unknown> = {},
): Promise<CaseView> {
  const answer = await client.post<CaseView>('/api/v1/cases', buildCaseBody(changes));
  if (answer.status >= 300) throw new Error(`could not create: ${answer.text}`);
  return answer.body;
}
