import { conflict, type DomainError, invalid } from '../platform/errors/domain-error.js';
import type { DayFault } from './rules/commitment-days.js';

/** The session or dialogue that a commitment is to answer is not there. */
export function answersNothing(key: string): DomainError {
  return invalid('commitments/answers-nothing', { key });
}

/** @param field in which the owner was sent */
export function unknownOwner(field: string, key: string): DomainError {
  return invalid('commitments/unknown-owner', { key }, [
    { field, code: 'commitments/unknown-owner', data: { key } },
  ]);
}

/** Whoever should own it has an account that is disabled: nobody would ever be asked. */
export function ownerDisabled(field: string, key: string): DomainError {
  return invalid('commitments/owner-disabled', { key }, [
    { field, code: 'commitments/owner-disabled', data: { key } },
  ]);
}

/** The owner is another one by now than whoever changes it has seen. */
export function ownerChangedMeanwhile(): DomainError {
  return conflict('commitments/owner-changed-meanwhile');
}

export function badDay(position: number, { field, reason }: DayFault): DomainError {
  const code = reason === 'past' ? 'commitments/day-is-past' : 'commitments/day-too-far';
  return invalid(code, {}, [{ field: `commitments.${position}.${field}`, code }]);
}

/** Somebody reported while the report was being written; nothing is overwritten. */
export function commitmentChangedMeanwhile(version: number): DomainError {
  return conflict('commitments/commitment-changed-meanwhile', { version });
}
