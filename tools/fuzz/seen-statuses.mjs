import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * The statuses that each operation answered, as told by the reports of schemathesis.
 * @param {string[]} files in NDJSON
 * @returns {Promise<Set<string>>} `GET /api/v1/me 200`
 */
export async function seenStatuses(files) {
  const seen = new Set();
  for (const file of files) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const { label, interactions } = JSON.parse(line).ScenarioFinished?.recorder ?? {};
      for (const { response } of Object.values(interactions ?? {}))
        if (response) seen.add(`${label} ${response.status_code}`);
    }
  }
  return seen;
}

/**
 * The answers that the description speaks of and that nobody got.
 * @param {{ paths: Record<string, Record<string, { responses: Record<string, object> }>> }} document
 * @param {Set<string>} seen
 * @returns {string[]} one line for each operation
 */
export function unseenStatuses({ paths }, seen) {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, { responses }]) => {
      const label = `${method.toUpperCase()} ${path}`;
      const unseen = Object.keys(responses).filter((status) => !seen.has(`${label} ${status}`));
      return unseen.length > 0 ? [`${label}: ${unseen.join(', ')}`] : [];
    }),
  );
}

/** The same description without the ways to sign in. */
export function withoutSecurity({ components, paths, ...document }) {
  const { securitySchemes: _, ...rest } = components;
  const open = Object.entries(paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, { security: _security, ...operation }]) => [method, operation]),
    ),
  ]);
  return { ...document, components: rest, paths: Object.fromEntries(open) };
}
