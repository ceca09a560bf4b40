import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../libs/platform/operations/doctor.operation.js';
import type { FaultServer } from './fault-server.js';

/** What `minga doctor` finds in a running server. */
export async function examine(server: Pick<FaultServer, 'dataDir' | 'url'>): Promise<Finding[]> {
  const { operator } = JSON.parse(readFileSync(join(server.dataDir, 'secrets.json'), 'utf8')) as {
    operator: string;
  };
  const response = await fetch(`${server.url}/internal/operations/platform.doctor`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-minga-operator': operator },
    body: '{}',
  });
  const lines = (await response.text()).trim().split('\n');
  const last = JSON.parse(lines.at(-1) ?? '{}') as { result?: { findings: Finding[] }; error?: unknown };
  if (!last.result) throw new Error(`the doctor did not come: ${JSON.stringify(last)}`);
  return last.result.findings;
}

/** Keys of what is found for the words. */
export async function search(server: FaultServer, words: string): Promise<string[]> {
  const response = await fetch(`${server.url}/api/v1/search?q=${encodeURIComponent(words)}`);
  if (!response.ok) throw new Error(`searching answered ${response.status}`);
  const { hits } = (await response.json()) as { hits: { key: string }[] };
  return hits.map(({ key }) => key);
}
