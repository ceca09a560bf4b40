import { conflict, DomainError, type FieldError } from '../platform/errors/domain-error.js';

/** Whoever convened the dialogue is no longer facilitator or steward; co-conveners and stewards go on. */
export function convenerWithoutRole(): DomainError {
  return new DomainError('forbidden', 'dialogues/convener-without-role');
}

/** Someone saved the dialogue while it was being edited; nothing is overwritten. */
export function dialogueChangedMeanwhile(version: number): DomainError {
  return conflict('dialogues/dialogue-changed-meanwhile', { version });
}

export function dialogueClosed(): DomainError {
  return conflict('dialogues/dialogue-closed');
}

/** Nobody may propose now: the phases of gathering and deliberating are not open. */
export function noStatementsNow(): DomainError {
  return conflict('dialogues/no-statements-now');
}

/** Nobody may answer now: the phase of deliberating is not open, be it by a millisecond. */
export function noAnswersNow(): DomainError {
  return conflict('dialogues/no-answers-now');
}

/** @param from when it can be closed, ISO 8601 */
export function noOutcomeYet(from: string): DomainError {
  return conflict('dialogues/no-outcome-yet', { from });
}

/** Fields that are well-formed but do not hold: impossible phases, links that lead nowhere. */
export function refusedFields(fields: FieldError[]): DomainError {
  return new DomainError('invalid', 'platform/invalid-input', {}, fields);
}
