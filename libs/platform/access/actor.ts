/** Whoever asks for something: a visitor, a signed-in person, a program with a token, or Minga itself. */
export interface Actor {
  /** The person's id; null for a visitor and for Minga itself. */
  readonly id: string | null;
  readonly name: string;
  readonly roles: readonly string[];
  readonly locale: string | null;
  readonly via: 'visitor' | 'session' | 'token' | 'system';
  /** Scopes of the token in use; a session and Minga itself hold all. */
  readonly scopes: readonly string[] | 'all';
  /** False for a person who has not confirmed their e-mail address yet. */
  readonly isVerified?: boolean;
  /** Set when a session cookie was used; CSRF tokens are bound to it. */
  readonly sessionId?: string;
  /** Set when a token was used. */
  readonly tokenId?: string;
}

export type Person = Actor & { readonly id: string };

export const VISITOR: Actor = {
  id: null,
  name: '',
  roles: [],
  locale: null,
  via: 'visitor',
  scopes: ['read'],
};

/** Minga itself: imports, the demonstration community, listeners. */
export const SYSTEM: Actor = {
  id: null,
  name: 'Minga',
  roles: ['administrator'],
  locale: null,
  via: 'system',
  scopes: 'all',
};

export function isSignedIn(actor: Actor): actor is Person {
  return actor.id !== null;
}

export function hasRole(actor: Actor, ...roles: string[]): boolean {
  return actor.roles.includes('administrator') || roles.some((role) => actor.roles.includes(role));
}

/** The audiences whose documents the actor may find; see `SearchDocument.audience`. */
export function audiencesOf(actor: Actor): string[] {
  if (!isSignedIn(actor)) return actor.via === 'system' ? ['public', 'member', 'role:steward'] : ['public'];
  const steward = hasRole(actor, 'steward') ? ['role:steward'] : [];
  return ['public', 'member', `person:${actor.id}`, ...steward];
}
