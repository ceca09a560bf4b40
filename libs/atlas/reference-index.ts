import { loadReference } from './reference.js';
import type { Country, CountryGroup, IncomeGroup, Region, Sdg, SdgTarget } from './reference-records.js';

/** The reference lists by code. */
export interface ReferenceIndex {
  /** By ISO alpha-3. */
  readonly countries: ReadonlyMap<string, Country>;
  readonly regions: ReadonlyMap<string, Region>;
  readonly incomeGroups: ReadonlyMap<string, IncomeGroup>;
  readonly groups: ReadonlyMap<string, CountryGroup>;
  readonly sdgs: ReadonlyMap<string, Sdg>;
  /** By the code of their goal. */
  readonly targets: ReadonlyMap<string, readonly SdgTarget[]>;
}

let index: ReferenceIndex | undefined;
let alpha2: ReadonlyMap<string, string> | undefined;

/** Built at the first call; every caller shares it. */
export function referenceIndex(): ReferenceIndex {
  if (index) return index;
  const { countries, regions, incomeGroups, groups, sdgs, sdgTargets } = loadReference();
  index = {
    countries: new Map(countries.map((country) => [country.iso3, country])),
    regions: byCode(regions),
    incomeGroups: byCode(incomeGroups),
    groups: byCode(groups),
    sdgs: byCode(sdgs),
    targets: new Map(sdgs.map(({ code }) => [code, sdgTargets.filter(({ goal }) => goal === code)])),
  };
  return index;
}

/** @param code ISO alpha-3 or alpha-2, in any case */
export function findCountry(code: string): Country | null {
  const { countries } = referenceIndex();
  const upper = code.toUpperCase();
  alpha2 ??= new Map([...countries.values()].map(({ iso2, iso3 }) => [iso2, iso3]));
  return countries.get(alpha2.get(upper) ?? upper) ?? null;
}

/** The regions that hold a country, from the smallest to the world; none for Antarctica. */
export function regionsAround(country: Country): Region[] {
  const { regions } = referenceIndex();
  const around: Region[] = [];
  let code = country.intermediateRegion ?? country.subregion ?? country.region;
  while (code !== null) {
    const region = regions.get(code);
    if (!region) break;
    around.push(region);
    code = region.parent;
  }
  return around;
}

function byCode<Item extends { readonly code: string }>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [item.code, item]));
}
