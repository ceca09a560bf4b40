const PREFIX = 'minga-draft:';
const KEPT_FOR_MS = 60 * 24 * 3600 * 1000;

/** What somebody wrote and has not sent, or could not send yet. Kept on this device only. */
export interface Draft {
  /** Values of the form's text fields by name. */
  fields: Record<string, string>;
  /** The key under which the server takes it once, however often it is sent. */
  clientKey: string;
  /** The writer pressed send, and the server has not answered. */
  pending: boolean;
  /** What else was sent then, such as the post that is answered: the same again must be the same in all of it. */
  besides?: Record<string, string>;
  /** The page on which it was written. */
  page: string;
  at: number;
}

/** Storage may be full, or forbidden by the reader: then there are no drafts, and everything else works. */
function attempt<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}

export function findDraft(key: string): Draft | null {
  const draft = attempt(() => JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null') as Draft | null);
  return draft && Date.now() - draft.at < KEPT_FOR_MS ? draft : null;
}

/** @returns whether it is kept */
export function keepDraft(key: string, draft: Draft): boolean {
  return attempt(() => localStorage.setItem(PREFIX + key, JSON.stringify(draft)) ?? true) ?? false;
}

export function dropDraft(key: string): void {
  attempt(() => localStorage.removeItem(PREFIX + key));
}

/** Keys of all drafts that begin so. */
export function draftKeys(start: string): string[] {
  const keys = attempt(() => Object.keys(localStorage)) ?? [];
  return keys.filter((key) => key.startsWith(PREFIX + start)).map((key) => key.slice(PREFIX.length));
}
