import { notFound } from '../../platform/errors/domain-error.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { cleanText } from '../../platform/validation/text.js';
import type { Account } from '../account.js';
import { toAccount } from '../account.js';
import type { OpenedSession } from '../credentials.repository.js';
import type { AccountRow } from '../identity.cypher.js';

/** Someone who has just signed in. Whoever answers sets the cookie; see `session-cookie.ts`. */
export interface SignedIn {
  person: Account;
  session: OpenedSession;
}

/** @throws {DomainError} `platform/not-found` */
export function requireAccount(row: AccountRow | null): Account {
  if (!row) throw notFound('person');
  return toAccount(row);
}

const LONGEST_USER_AGENT = 300;

/** The browser as it names itself, to tell sessions apart in a list. */
export function userAgentOf(request: Pick<HttpRequest, 'headers'>): string {
  return cleanText(request.headers['user-agent'] ?? '').slice(0, LONGEST_USER_AGENT);
}
