/** What the other rooms may know of people. */

/** What a person may do beyond reading and taking part. Everyone who registers is a member. */
export const ROLES = ['member', 'facilitator', 'reviewer', 'steward', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Scopes that a token can be given; see `AccessRule.scope`. */
export const TOKEN_SCOPES = ['read', 'write', 'admin'] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A person as named beside what they wrote. */
export interface PersonSummary {
  id: string;
  name: string;
  url: string;
}

/** The room of a person's events, and the key of their entity. */
export function personKey(id: string): string {
  return `person:${id}`;
}

export function personUrl(id: string): string {
  return `/people/${id}`;
}

export function personSummary(id: string, name: string): PersonSummary {
  return { id, name, url: personUrl(id) };
}

/** Everyone may read these, so they carry ids and names only, never an e-mail address. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'identity.person-registered': { id: string; name: string };
    'identity.email-verified': { id: string };
    'identity.profile-changed': { id: string; name: string };
    'identity.account-disabled': { id: string };
    'identity.account-enabled': { id: string };
    'identity.role-granted': { id: string; roles: string[] };
    'identity.role-withdrawn': { id: string; roles: string[] };
  }
}
