import { createHash } from 'node:crypto';

/** What one person asked for: equal only where the act, its target and all that was sent with it are equal. */
export interface WrittenRequest {
  /** Null for whoever has no account yet. */
  personId: string | null;
  /** The use case, and what it is done to: `['post-reply', threadId]`. */
  act: readonly string[];
  /** What was sent, after it was parsed: two spellings of one text are one text. */
  content: object;
}

/**
 * The name under which a request is known when it comes again (SHA-256, base64url). Nobody can make it out of another's
 * client key: the person is part of it. What is null or left out is the same.
 */
export function requestKey({ personId, act, content }: WrittenRequest): string {
  const told = JSON.stringify([personId, act, content], inOrder);
  return createHash('sha256').update(told).digest('base64url');
}

/**
 * The same for what may be asked for twice in earnest, as two posts in the same words: only the client key says that
 * the second is the first sent again.
 * @returns null without a client key: then each request stands for itself
 */
export function clientRequestKey(
  personId: string | null,
  act: readonly string[],
  content: object & { clientKey?: string },
): string | null {
  return content.clientKey ? requestKey({ personId, act, content }) : null;
}

/** Objects by the order of their names, without what is null. */
function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const filled = Object.entries(value).filter(([, part]) => part !== null && part !== undefined);
  return Object.fromEntries(filled.sort(([one], [other]) => (one < other ? -1 : 1)));
}
