import type { CaseCardView, CountryRole } from '../../../../libs/cases/index.js';
import type { Texts } from '../../components/text.js';
import type { NameOf } from '../../rendering/names.js';

const GIVING: ReadonlySet<CountryRole> = new Set([
  'provider',
  'first-provider',
  'second-provider',
  'pivotal',
]);
const TAKING: ReadonlySet<CountryRole> = new Set(['recipient', 'beneficiary']);

/** Countries beyond these are counted, not named. */
const NAMED = 3;

/** Who to whom, as far as the roles tell: `Peru → Bolivia, Ecuador`; else the countries one after the other. */
export function placesOf(
  { countries }: Pick<CaseCardView, 'countries'>,
  { t }: Texts,
  nameOf: NameOf,
): string {
  const namesOf = (list: CaseCardView['countries']): string => {
    const names = list.map(({ key, title }) => nameOf(key, title));
    const named = names.slice(0, names.length > NAMED + 1 ? NAMED : names.length).join(t('ui.list-comma'));
    const rest = names.length - NAMED;
    return rest > 1 ? t('cases.and-more', { names: named, count: rest }) : named;
  };
  const givers = countries.filter(({ role }) => GIVING.has(role));
  const takers = countries.filter(({ role }) => TAKING.has(role));
  if (givers.length === 0 || takers.length === 0) return namesOf(countries);
  return t('ui.from-to', { from: namesOf(givers), to: namesOf(takers) });
}

type Years = Pick<CaseCardView, 'startYear' | 'endYear' | 'ongoing'>;

/** When it ran, for example `2016–2019`; undefined when nobody said. */
export function periodOf(
  { startYear, endYear, ongoing }: Years,
  { t }: Pick<Texts, 't'>,
): string | undefined {
  // Years are names, not amounts: no separators of thousands.
  const [from, to] = [startYear, endYear].map((year) => (year === null ? '' : String(year)));
  if (from && ongoing) return t('cases.since-year', { year: from });
  if (from && to && from !== to) return t('cases.years', { from, to });
  return from || to || undefined;
}

/** An amount of money with its currency and the year of its prices. */
export function moneyOf(
  money: { amount: number; currency: string; year?: number | null },
  { number, t }: Pick<Texts, 'number' | 't'>,
): string {
  const sum = `${number(money.amount)} ${money.currency}`;
  return money.year ? t('cases.in-prices-of', { sum, year: String(money.year) }) : sum;
}
