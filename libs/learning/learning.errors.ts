import { conflict, DomainError, type FieldError, invalid } from '../platform/errors/domain-error.js';

export function refusedFields(fields: FieldError[]): DomainError {
  return invalid('platform/invalid-input', {}, fields);
}

/** A facilitator of the session who does not hold the role any more. */
export function roleWithdrawn(): DomainError {
  return new DomainError('forbidden', 'learning/role-withdrawn');
}

/** For those who hold a place or run the session only. */
export function notRegistered(): DomainError {
  return new DomainError('forbidden', 'learning/not-registered');
}

/** Someone saved the session meanwhile; nothing is overwritten. */
export function changedMeanwhile(): DomainError {
  return conflict('learning/changed-meanwhile');
}

export function sessionOver(state: 'closed' | 'cancelled'): DomainError {
  return state === 'closed' ? conflict('learning/session-closed') : conflict('learning/session-cancelled');
}

/** What has begun is neither moved nor called off. */
export function hasBegun(): DomainError {
  return conflict('learning/has-begun');
}

export function doorsClosed(opensAt: string): DomainError {
  return conflict('learning/doors-closed', { opensAt });
}

export function registrationNotOpen(opensAt: string): DomainError {
  return conflict('learning/registration-not-open', { opensAt });
}

export function registrationOver(): DomainError {
  return conflict('learning/registration-over');
}

/** Who runs a session gives that up by changing who runs it. */
export function runsTheSession(): DomainError {
  return conflict('learning/runs-the-session');
}

export function placesTaken(registered: number): DomainError {
  return refusedFields([{ field: 'places', code: 'learning/places-taken', data: { registered } }]);
}

export function lastStep(): DomainError {
  return conflict('learning/last-step');
}

export function firstStep(): DomainError {
  return conflict('learning/first-step');
}

export function stepsGoneBy(steps: number): DomainError {
  return refusedFields([{ field: 'agenda', code: 'learning/steps-gone-by', data: { steps } }]);
}

export function pollIsOpen(): DomainError {
  return conflict('learning/poll-is-open');
}

export function noPollOpen(): DomainError {
  return conflict('learning/no-poll-open');
}

export function noSuchOption(options: number): DomainError {
  return refusedFields([{ field: 'answer', code: 'learning/no-such-option', data: { options } }]);
}

export function tooManyNotes(maximum: number): DomainError {
  return conflict('learning/too-many-notes', { maximum });
}

/** Those who run the session have removed the person, who cannot register again until they are let in. */
export function wasRemoved(reason: string): DomainError {
  return conflict('learning/was-removed', { reason });
}
