import { accessRule } from '../platform/access/access-rule.js';
import { type Actor, hasRole } from '../platform/access/actor.js';

/** Facts about a case that decide who may do what with it. */
export interface CaseState {
  published: boolean;
  /** Null for an imported case. */
  contributorId: string | null;
}

function minds(actor: Actor, { contributorId }: CaseState): boolean {
  return (contributorId !== null && contributorId === actor.id) || hasRole(actor, 'steward');
}

/** Everyone reads what is published; a draft is for its contributor and the stewards. */
export const readCase = accessRule<CaseState>('case.read', {
  who: 'anyone',
  scope: 'read',
  hides: true,
  allows: (actor, state) => state.published || minds(actor, state),
});

export const createCase = accessRule('case.create', { who: 'signed-in', scope: 'write' });

export const listOwnCases = accessRule('case.list-own', { who: 'signed-in', scope: 'read' });

export const editCase = accessRule<CaseState>('case.edit', {
  who: 'signed-in',
  scope: 'write',
  allows: minds,
});

export const publishCase = accessRule<CaseState>('case.publish', {
  who: 'signed-in',
  scope: 'write',
  allows: minds,
});
