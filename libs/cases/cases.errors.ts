import { conflict, DomainError, type FieldError, invalid } from '../platform/errors/domain-error.js';
import type { NeededToPublish } from './rules/publishability.js';

/** Someone saved the case while it was being edited; nothing is overwritten. */
export function caseChangedMeanwhile(version: number): DomainError {
  return conflict('cases/case-changed-meanwhile', { version });
}

export function notReadyToPublish(missing: NeededToPublish[]): DomainError {
  const fields = missing.map((field) => ({ field, code: 'cases/needed-to-publish' }));
  return invalid('cases/not-ready-to-publish', { missing }, fields);
}

/** Fields that are well-formed but do not hold: unknown codes, impossible years. */
export function refusedFields(fields: FieldError[]): DomainError {
  return new DomainError('invalid', 'platform/invalid-input', {}, fields);
}
