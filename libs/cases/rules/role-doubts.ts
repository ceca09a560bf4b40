import type { CountryRole } from './case-codes.js';

/** Why the countries of a case do not look like its modality. A doubt is shown to the author, never refused. */
export type RoleDoubt =
  | 'one-country-only'
  | 'more-than-one-country'
  | 'third-partner-missing'
  | 'recipient-missing'
  | 'triangular-roles-elsewhere';

const GIVING: readonly CountryRole[] = ['provider', 'first-provider', 'second-provider', 'pivotal', 'both'];
const TAKING: readonly CountryRole[] = ['recipient', 'beneficiary', 'both'];
const TRIANGULAR: readonly CountryRole[] = ['first-provider', 'second-provider', 'pivotal', 'facilitator'];

/**
 * Compares roles with the modality (its code), after the Ibero-American reports and the Global Partnership Initiative:
 * a triangular case has a pivotal or first provider, a facilitator or second provider, and a beneficiary or recipient. The third
 * partner may be an organisation, so actors count as well.
 */
export function findRoleDoubts(
  modality: string | null,
  countries: readonly { role: CountryRole }[],
  actorCount: number,
): RoleDoubt[] {
  if (modality === null || countries.length === 0) return [];
  const has = (roles: readonly CountryRole[]) => countries.some(({ role }) => roles.includes(role));
  const doubts: RoleDoubt[] = [];
  if (modality === 'national' && countries.length > 1) doubts.push('more-than-one-country');
  if (['bilateral', 'regional'].includes(modality) && countries.length < 2) doubts.push('one-country-only');
  if (modality === 'triangular' && countries.length < 3 && actorCount === 0)
    doubts.push('third-partner-missing');
  if (has(GIVING) && !has(TAKING) && modality !== 'national') doubts.push('recipient-missing');
  if (['bilateral', 'national'].includes(modality) && has(TRIANGULAR))
    doubts.push('triangular-roles-elsewhere');
  return doubts;
}
