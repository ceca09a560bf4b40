import { type Draft, type Entries, findDrafts, keepDraft } from './drafts.js';

const ADDRESS = '/api/v1/me/drafts';
const NOT_KEPT = /^_|password|token|secret/i;
const MOST_OFFERED = 3;

interface Summary {
  key: string;
  form: string;
}

interface Kept extends Summary {
  page: string;
  lang: string;
  savedAt: string;
  fields: Entries;
}

export type Saved = { kind: 'saved'; version: number } | { kind: 'newer' } | { kind: 'away' };

/** Keeps a draft with the account of whoever is signed in, so that it is there on another device. */
export async function saveInAccount(
  { id, key, page, lang, entries, version }: Draft,
  csrf: string,
  signal?: AbortSignal,
): Promise<Saved> {
  const form = key.slice(key.indexOf(':') + 1);
  const fields = entries.filter(([name]) => !NOT_KEPT.test(name));
  const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
  const body = JSON.stringify({ form, page, lang, fields, version });
  try {
    const response = await fetch(`${ADDRESS}/${id}`, { method: 'PUT', headers, body, signal });
    if (response.status === 409) return { kind: 'newer' };
    if (!response.ok) return { kind: 'away' };
    return { kind: 'saved', version: ((await response.json()) as { version: number }).version };
  } catch {
    return { kind: 'away' };
  }
}

/** The newest drafts of a form that the account keeps, without those that this device has itself. */
export async function findInAccount(key: string): Promise<Draft[]> {
  const form = key.slice(key.indexOf(':') + 1);
  const here = new Set(findDrafts((one) => one === key).map(({ id }) => id));
  const list = await read<{ items: Summary[] }>(ADDRESS);
  const wanted = (list?.items ?? []).filter((one) => one.form === form && !here.has(one.key));
  const found = await Promise.all(
    wanted.slice(0, MOST_OFFERED).map((one) => read<Kept>(`${ADDRESS}/${one.key}`)),
  );
  return found.flatMap((kept) => {
    if (!kept) return [];
    const { key: id, page, lang, fields: entries, savedAt } = kept;
    const clientKey = entries.find(([name]) => name === 'clientKey')?.[1] ?? '';
    return [{ key, id, page, lang, entries, clientKey, pending: false, at: Date.parse(savedAt) }];
  });
}

export async function dropInAccount(id: string, csrf: string): Promise<void> {
  const headers = { 'x-csrf-token': csrf };
  await fetch(`${ADDRESS}/${id}`, { method: 'DELETE', headers, keepalive: true }).catch(() => null);
}

/** Notes that the account has this draft as it stands on the device, unless somebody typed on meanwhile. */
export function noteInAccount(draft: Draft, version: number): boolean {
  const [now] = findDrafts((key) => key === draft.key).filter(({ id }) => id === draft.id);
  if (!now) return false;
  const isSame = JSON.stringify(now.entries) === JSON.stringify(draft.entries);
  return keepDraft({ ...now, version, isInAccount: isSame }) && isSame;
}

async function read<Answer>(address: string): Promise<Answer | null> {
  try {
    const response = await fetch(address);
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
