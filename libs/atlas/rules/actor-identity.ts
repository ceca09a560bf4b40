import { foldName } from './fold-name.js';

/** The name by which actors are looked up: spellings that differ in case, accents or punctuation are one. */
export function actorNameKey(name: string): string {
  return foldName(name) || name.trim().toLowerCase();
}

/** Two actors are one when they bear one name in one country, or both in none. */
export function actorIdentity(name: string, country: string | null): string {
  return `${country ?? 'none'}/${actorNameKey(name)}`;
}
