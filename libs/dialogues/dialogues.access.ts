import { type AccessRule, accessRule, requireAccess, requireEntry } from '../platform/access/access-rule.js';
import { type Actor, hasRole, isSignedIn } from '../platform/access/actor.js';
import { convenerWithoutRole } from './dialogues.errors.js';

/** Facts about a dialogue that decide who may do what in it. */
export interface DialogueTies {
  convenerId: string;
  coConvenerIds: readonly string[];
}

/** Whoever convenes answers for it as a facilitator or steward; those asked to help need no role of their own. */
function canConvene(actor: Actor): boolean {
  return hasRole(actor, 'facilitator', 'steward');
}

function convenes(actor: Actor, { convenerId, coConvenerIds }: DialogueTies): boolean {
  if (!isSignedIn(actor)) return false;
  return coConvenerIds.includes(actor.id) || (convenerId === actor.id && canConvene(actor));
}

export const readDialogue = accessRule('dialogue.read', { who: 'anyone', scope: 'read' });

export const conveneDialogue = accessRule('dialogue.convene', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor) => isSignedIn(actor) && canConvene(actor),
});

export const editDialogue = accessRule<DialogueTies>('dialogue.edit', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, ties) => convenes(actor, ties) || hasRole(actor, 'steward'),
});

export const closeDialogue = accessRule<DialogueTies>('dialogue.close', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, ties) => convenes(actor, ties) || hasRole(actor, 'steward'),
});

export const proposeStatement = accessRule('statement.propose', { who: 'signed-in', scope: 'write' });

export const moderateStatement = accessRule<DialogueTies>('statement.moderate', {
  who: 'signed-in',
  scope: 'write',
  allows: (actor, ties) => convenes(actor, ties) || canConvene(actor),
});

export const answerStatement = accessRule('statement.answer', { who: 'signed-in', scope: 'write' });

/** Bringing in answers of other people: imports and the demonstration community. */
export const importAnswers = accessRule('statement.import-answers', {
  who: 'signed-in',
  scope: 'admin',
  allows: (actor) => actor.via === 'system',
});

/**
 * {@link requireAccess} for what conveners do: whoever convened the dialogue and has lost the role since is told so.
 * @throws {DomainError} `dialogues/convener-without-role`, `access/…`
 */
export function requireConvening(rule: AccessRule<DialogueTies>, actor: Actor, ties: DialogueTies): void {
  requireEntry(rule, actor);
  if (ties.convenerId === actor.id && !rule.allows(actor, ties)) throw convenerWithoutRole();
  requireAccess(rule, actor, ties);
}
