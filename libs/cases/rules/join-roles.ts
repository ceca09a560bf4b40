import type { CountryRole } from './case-codes.js';

const GIVES: ReadonlySet<CountryRole> = new Set(['provider', 'first-provider', 'second-provider', 'pivotal']);
const TAKES: ReadonlySet<CountryRole> = new Set(['recipient', 'beneficiary']);

/** The more general role of two, and what says the same more exactly. */
const MORE_EXACT: Readonly<Partial<Record<CountryRole, readonly CountryRole[]>>> = {
  provider: ['first-provider', 'second-provider', 'pivotal', 'facilitator'],
  recipient: ['beneficiary'],
};

/**
 * The one role of a country that stands in two columns with different roles: a provider that receives as well is `both`; where it
 * took place adds nothing to a role; the more exact of two roles counts.
 *
 * @returns null where the two cannot be true together, such as first and second provider
 */
export function joinRoles(one: CountryRole, other: CountryRole): CountryRole | null {
  if (one === other || other === 'location') return one;
  if (one === 'location') return other;
  if (MORE_EXACT[one]?.includes(other)) return other;
  if (MORE_EXACT[other]?.includes(one)) return one;
  const pair = [one, other];
  if (pair.includes('both')) return pair.includes('facilitator') ? null : 'both';
  return pair.some((role) => GIVES.has(role)) && pair.some((role) => TAKES.has(role)) ? 'both' : null;
}
