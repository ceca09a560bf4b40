import { readQuery, writeQuery } from '../platform/graph/graph.js';
import type { KeptLink, MailLinkPurpose } from './rules/mail-links.js';

/** The person behind a credential, as an actor needs them. */
export interface HolderRow {
  personId: string;
  name: string;
  roles: string[];
  locale: string;
  verifiedAt: string | null;
  /** Set once the account was disabled: nothing lets anyone in any more. */
  disabledAt: string | null;
}

export interface SessionRow extends HolderRow {
  sessionId: string;
  lastSeenAt: string;
  expiresAt: string;
}

export interface ApiTokenHolderRow extends HolderRow {
  tokenId: string;
  scopes: string[];
  lastUsedAt: string | null;
}

const HOLDER_FIELDS = `p.id AS personId, p.name AS name, p.roles AS roles, p.locale AS locale,
          p.disabledAt AS disabledAt, p.verifiedAt AS verifiedAt`;

export const createSession = writeQuery<
  {
    personId: string;
    id: string;
    tokenHash: string;
    createdAt: string;
    expiresAt: string;
    userAgent: string;
  },
  { id: string }
>(
  'identity/create-session',
  `MATCH (p:Person {id: $personId})
   CREATE (s:Session {id: $id, tokenHash: $tokenHash, createdAt: $createdAt, lastSeenAt: $createdAt,
                      expiresAt: $expiresAt, userAgent: $userAgent})-[:OF]->(p)
   RETURN s.id AS id`,
);

/** The one look-up behind every request with a session cookie. */
export const findSession = readQuery<{ tokenHash: string }, SessionRow>(
  'identity/find-session',
  `MATCH (s:Session {tokenHash: $tokenHash})-[:OF]->(p:Person)
   RETURN s.id AS sessionId, s.lastSeenAt AS lastSeenAt, s.expiresAt AS expiresAt, ${HOLDER_FIELDS}`,
);

export const touchSession = writeQuery<{ tokenHash: string; at: string }, { id: string }>(
  'identity/touch-session',
  `MATCH (s:Session {tokenHash: $tokenHash})
   SET s.lastSeenAt = $at
   RETURN s.id AS id`,
);

export const listSessions = readQuery<
  { personId: string },
  { id: string; createdAt: string; lastSeenAt: string; expiresAt: string; userAgent: string }
>(
  'identity/list-sessions',
  `MATCH (p:Person {id: $personId})<-[:OF]-(s:Session)
   RETURN s.id AS id, s.createdAt AS createdAt, s.lastSeenAt AS lastSeenAt, s.expiresAt AS expiresAt,
          s.userAgent AS userAgent
   ORDER BY lastSeenAt DESC, id DESC`,
);

/** No row when the person has no such session. */
export const deleteSession = writeQuery<{ personId: string; sessionId: string }, { id: string }>(
  'identity/delete-session',
  `MATCH (p:Person {id: $personId})<-[:OF]-(s:Session)
   WHERE s.id = $sessionId
   WITH s, s.id AS id
   DETACH DELETE s
   RETURN id`,
);

export const deleteSessionsOf = writeQuery<{ personId: string }, { id: string }>(
  'identity/delete-sessions-of',
  `MATCH (p:Person {id: $personId})<-[:OF]-(s:Session)
   WITH s, s.id AS id
   DETACH DELETE s
   RETURN id`,
);

export const deleteEndedSessionsOf = writeQuery<
  { personId: string; now: string; idleSince: string },
  { id: string }
>(
  'identity/delete-ended-sessions-of',
  `MATCH (p:Person {id: $personId})<-[:OF]-(s:Session)
   WHERE s.expiresAt <= $now OR s.lastSeenAt <= $idleSince
   WITH s, s.id AS id
   DETACH DELETE s
   RETURN id`,
);

export const createApiToken = writeQuery<
  { personId: string; id: string; tokenHash: string; name: string; scopes: string[]; createdAt: string },
  { id: string }
>(
  'identity/create-api-token',
  `MATCH (p:Person {id: $personId})
   CREATE (t:ApiToken {id: $id, tokenHash: $tokenHash, name: $name, scopes: $scopes,
                       createdAt: $createdAt})-[:OF]->(p)
   RETURN t.id AS id`,
);

/** The one look-up behind every request with a bearer token. */
export const findApiToken = readQuery<{ tokenHash: string }, ApiTokenHolderRow>(
  'identity/find-api-token',
  `MATCH (t:ApiToken {tokenHash: $tokenHash})-[:OF]->(p:Person)
   RETURN t.id AS tokenId, t.scopes AS scopes, t.lastUsedAt AS lastUsedAt, ${HOLDER_FIELDS}`,
);

export const touchApiToken = writeQuery<{ tokenHash: string; at: string }, { id: string }>(
  'identity/touch-api-token',
  `MATCH (t:ApiToken {tokenHash: $tokenHash})
   SET t.lastUsedAt = $at
   RETURN t.id AS id`,
);

export const listApiTokens = readQuery<
  { personId: string },
  { id: string; name: string; scopes: string[]; createdAt: string; lastUsedAt: string | null }
>(
  'identity/list-api-tokens',
  `MATCH (p:Person {id: $personId})<-[:OF]-(t:ApiToken)
   RETURN t.id AS id, t.name AS name, t.scopes AS scopes, t.createdAt AS createdAt, t.lastUsedAt AS lastUsedAt
   ORDER BY createdAt DESC, id DESC`,
);

/** No row when the person has no such token. */
export const deleteApiToken = writeQuery<{ personId: string; tokenId: string }, { id: string }>(
  'identity/delete-api-token',
  `MATCH (p:Person {id: $personId})<-[:OF]-(t:ApiToken)
   WHERE t.id = $tokenId
   WITH t, t.id AS id
   DETACH DELETE t
   RETURN id`,
);

export const deleteApiTokensOf = writeQuery<{ personId: string }, { id: string }>(
  'identity/delete-api-tokens-of',
  `MATCH (p:Person {id: $personId})<-[:OF]-(t:ApiToken)
   WITH t, t.id AS id
   DETACH DELETE t
   RETURN id`,
);

export const createMailLink = writeQuery<
  { personId: string; tokenHash: string; purpose: MailLinkPurpose; expiresAt: string },
  { tokenHash: string }
>(
  'identity/create-mail-link',
  `MATCH (p:Person {id: $personId})
   CREATE (l:MailLink {tokenHash: $tokenHash, purpose: $purpose, expiresAt: $expiresAt})-[:OF]->(p)
   RETURN l.tokenHash AS tokenHash`,
);

/** The link of whoever installs Minga, who has no account yet. */
export const createAdministratorLink = writeQuery<
  { tokenHash: string; expiresAt: string },
  { tokenHash: string }
>(
  'identity/create-administrator-link',
  `CREATE (l:MailLink {tokenHash: $tokenHash, purpose: 'become-administrator', expiresAt: $expiresAt})
   RETURN l.tokenHash AS tokenHash`,
);

export const findMailLink = readQuery<
  { tokenHash: string },
  {
    purpose: string;
    expiresAt: string;
    personId: string | null;
    name: string | null;
    email: string | null;
    verifiedAt: string | null;
  }
>(
  'identity/find-mail-link',
  `MATCH (l:MailLink {tokenHash: $tokenHash})
   OPTIONAL MATCH (l)-[:OF]->(p:Person)
   RETURN l.purpose AS purpose, l.expiresAt AS expiresAt, p.id AS personId, p.name AS name, p.email AS email,
          p.verifiedAt AS verifiedAt`,
);

/** Takes the link away, so that it works once. */
export const deleteMailLink = writeQuery<{ tokenHash: string }, { tokenHash: string }>(
  'identity/delete-mail-link',
  `MATCH (l:MailLink {tokenHash: $tokenHash})
   WITH l, l.tokenHash AS tokenHash
   DETACH DELETE l
   RETURN tokenHash`,
);

export const listMailLinksOf = readQuery<{ personId: string; purpose: MailLinkPurpose }, KeptLink>(
  'identity/list-mail-links-of',
  `MATCH (p:Person {id: $personId})<-[:OF]-(l:MailLink)
   WHERE l.purpose = $purpose
   RETURN l.tokenHash AS tokenHash, l.expiresAt AS expiresAt`,
);

export const deleteMailLinksOf = writeQuery<
  { personId: string; purpose: MailLinkPurpose },
  { tokenHash: string }
>(
  'identity/delete-mail-links-of',
  `MATCH (p:Person {id: $personId})<-[:OF]-(l:MailLink)
   WHERE l.purpose = $purpose
   WITH l, l.tokenHash AS tokenHash
   DETACH DELETE l
   RETURN tokenHash`,
);

export const listAdministratorLinks = readQuery<
  Record<string, never>,
  { tokenHash: string; expiresAt: string }
>(
  'identity/list-administrator-links',
  `MATCH (l:MailLink {purpose: 'become-administrator'})
   RETURN l.tokenHash AS tokenHash, l.expiresAt AS expiresAt`,
);

export const deleteAdministratorLinks = writeQuery<Record<string, never>, { tokenHash: string }>(
  'identity/delete-administrator-links',
  `MATCH (l:MailLink {purpose: 'become-administrator'})
   WITH l, l.tokenHash AS tokenHash
   DETACH DELETE l
   RETURN tokenHash`,
);
