import { accessRule } from '../platform/access/access-rule.js';
import { hasRole, isSignedIn } from '../platform/access/actor.js';

/** Facts about a commitment that decide who may say what came of it. */
export interface CommitmentPeople {
  /** The person who owns it; null when an organisation does. */
  ownerId: string | null;
  /** Whoever convened what it answers, and wrote it down. */
  makerId: string | null;
}

export const readCommitments = accessRule('commitment.read', { who: 'anyone', scope: 'read' });

/** Whether it may be closed with commitments is for the session or dialogue to say. */
export const makeCommitments = accessRule('commitment.make', { who: 'signed-in', scope: 'write' });

/** Who can put another owner in the place of one who cannot act, or will not. */
export const changeOwner = accessRule<CommitmentPeople>('commitment.change-owner', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, { makerId }) =>
    isSignedIn(actor) && (actor.id === makerId || hasRole(actor, 'facilitator', 'steward')),
});

export const reportOnCommitment = accessRule<CommitmentPeople>('commitment.report', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, { ownerId, makerId }) =>
    isSignedIn(actor) && (actor.id === ownerId || actor.id === makerId || hasRole(actor, 'steward')),
});
