import { conflict, type DomainError, invalid } from '../platform/errors/domain-error.js';

export function unknownCountry(country: string): DomainError {
  return invalid('atlas/unknown-country', { country }, [
    { field: 'country', code: 'atlas/unknown-country', data: { country } },
  ]);
}

export function actorWithoutName(): DomainError {
  return invalid('atlas/actor-without-name', {}, [{ field: 'name', code: 'field/required' }]);
}

/** Another actor bears this name in this country. */
export function actorExists(id: string): DomainError {
  return conflict('atlas/actor-exists', { id, url: `/actors/${id}` });
}

export function themeChangedMeanwhile(version: number): DomainError {
  return conflict('atlas/theme-changed-meanwhile', { version });
}

export function actorChangedMeanwhile(version: number): DomainError {
  return conflict('atlas/actor-changed-meanwhile', { version });
}

export function themeExists(code: string): DomainError {
  return conflict('atlas/theme-exists', { code });
}

export function themeWithoutCode(): DomainError {
  return invalid('atlas/theme-without-code', {}, [{ field: 'code', code: 'atlas/theme-without-code' }]);
}

export function unknownParentTheme(parent: string): DomainError {
  return invalid('atlas/unknown-theme', { theme: parent }, [
    { field: 'parent', code: 'atlas/unknown-theme', data: { theme: parent } },
  ]);
}

export function themeUnderItself(parent: string): DomainError {
  return invalid('atlas/theme-under-itself', { theme: parent }, [
    { field: 'parent', code: 'atlas/theme-under-itself', data: { theme: parent } },
  ]);
}

export function themeInUse(uses: number): DomainError {
  return conflict('atlas/theme-in-use', { uses });
}
