const PREFIX = 'minga-draft:';
const SENT = 'minga-sent:';
const KEPT_FOR_MS = 60 * 24 * 3600 * 1000;
/** Of all forms together; the oldest go first. */
const MOST_KEPT = 40;

/** Names and values as a form holds them; a name may come several times. */
export type Entries = [string, string][];

/**
 * What somebody wrote and has not sent, or could not send yet. Kept on this device; those of long forms also with the
 * account (`account-drafts.ts`). Each window keeps its own, so that two with different texts lose neither.
 */
export interface Draft {
  /** The form it belongs to; begins with the person, as devices are shared. */
  key: string;
  /** Of the window in which it is written. */
  id: string;
  entries: Entries;
  /** The key under which the server takes it once, however often it is sent. */
  clientKey: string;
  /** The writer pressed send, and the server has not answered. */
  pending: boolean;
  /** What else was sent then, such as the post that is answered: the same again must be the same in all of it. */
  besides?: Record<string, string>;
  /** The page on which it was written, and its language: numbers are read by that. */
  page: string;
  lang: string;
  at: number;
  /** The last version that the account took, and whether it is this text. */
  version?: number;
  isInAccount?: boolean;
}

/** Storage may be full, or forbidden by the reader: then there are no drafts, and everything else works. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** Drafts that wait, the newest first: of one form, or of all whose key begins so. */
export function findDrafts(isWanted: (key: string) => boolean): Draft[] {
  const names = attempt(() => Object.keys(localStorage)) ?? [];
  return names
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => attempt(() => JSON.parse(localStorage.getItem(name) ?? '') as Draft) ?? [])
    .filter(
      ({ key, entries, at }) => Array.isArray(entries) && isWanted(key) && Date.now() - at < KEPT_FOR_MS,
    )
    .filter(({ key, entries }) => !isSent(key, entries))
    .sort((a, b) => b.at - a.at);
}

/** @returns whether it is kept: not what was sent already, from here or from another window */
export function keepDraft(draft: Draft): boolean {
  if (!draft.pending && isSent(draft.key, draft.entries)) return false;
  for (const { key, id } of findDrafts(() => true).slice(MOST_KEPT)) dropDraft(key, id);
  return (
    attempt(() => localStorage.setItem(nameOf(draft.key, draft.id), JSON.stringify(draft)) ?? true) ?? false
  );
}

export function dropDraft(key: string, id: string): void {
  attempt(() => localStorage.removeItem(nameOf(key, id)));
}

/** Whoever signs out leaves nothing on the device that the account keeps as well. */
export function dropDraftsInAccount(writer: string): void {
  for (const { key, id, isInAccount } of findDrafts((one) => one.startsWith(`${writer}:`)))
    if (isInAccount) dropDraft(key, id);
}

/** Its words reached the server: no window keeps them or offers them again. */
export function draftWasSent({ key, id, entries }: Pick<Draft, 'key' | 'id' | 'entries'>): void {
  dropDraft(key, id);
  attempt(() => localStorage.setItem(SENT + key, contentOf(entries)));
  const names = attempt(() => Object.keys(localStorage)) ?? [];
  for (const name of names.filter((one) => one.startsWith(`${PREFIX}${key}~`))) {
    const draft = attempt(() => JSON.parse(localStorage.getItem(name) ?? '') as Draft);
    if (draft && contentOf(draft.entries) === contentOf(entries)) dropDraft(key, draft.id);
  }
}

/** What people wrote, without what forms add of their own and what is left empty. */
export function writtenIn(entries: Entries): string[] {
  return entries
    .filter(
      ([name, value]) =>
        value.trim() !== '' && !/^(_|shown\.|clientKey$|version$|sequence$|do$)|\.(q|offered)$/.test(name),
    )
    .map((entry) => entry.join('='));
}

function contentOf(entries: Entries): string {
  return writtenIn(entries).join('\n');
}

export function isSent(key: string, entries: Entries): boolean {
  return attempt(() => localStorage.getItem(SENT + key)) === contentOf(entries);
}

function nameOf(key: string, id: string): string {
  return `${PREFIX}${key}~${id}`;
}

/** The draft that this window wrote in this form, so that loading the page anew goes on with it. */
export function draftOfWindow(key: string): string | null {
  return attempt(() => sessionStorage.getItem(PREFIX + key));
}

export function rememberDraftOfWindow(key: string, id: string): void {
  attempt(() => sessionStorage.setItem(PREFIX + key, id));
}
