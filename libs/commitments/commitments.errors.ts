import { conflict, type DomainError, invalid } from '../platform/errors/domain-error.js';
import type { DayFault } from './rules/commitment-days.js';

/** The session or dialogue that a commitment is to answer is not there. */
export function answersNothing(key: string): DomainError {
  return invalid('commitments/answers-nothing', { key });
}

/** @param position of the commitment in the list that was sent */
export function unknownOwner(position: number, key: string): DomainError {
  return invalid('commitments/unknown-owner', { key }, [
    { field: `commitments.${position}.ownerKey`, code: 'commitments/unknown-owner', data: { key } },
  ]);
}

export function badDay(position: number, { field, reason }: DayFault): DomainError {
  const code = reason === 'past' ? 'commitments/day-is-past' : 'commitments/day-too-far';
  return invalid(code, {}, [{ field: `commitments.${position}.${field}`, code }]);
}

/** Somebody reported while the report was being written; nothing is overwritten. */
export function commitmentChangedMeanwhile(version: number): DomainError {
  return conflict('commitments/commitment-changed-meanwhile', { version });
}
