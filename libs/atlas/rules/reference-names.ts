import type { AtlasReference, LocalizedName, OfficialText } from '../reference-records.js';

/** A name in English and whichever other languages there are. */
export type Names = Pick<LocalizedName, 'en'> & Partial<LocalizedName>;

/**
 * The names of all reference records by entity key (`country:PER`), and of the words that are no entities:
 * `actor-type:ngo`, `actor-role:funder`, `country-role:provider`, `segib-sector:health`.
 */
export function referenceNames(reference: AtlasReference): Map<string, Names> {
  const names = new Map<string, Names>();
  for (const country of reference.countries) names.set(`country:${country.iso3}`, country.names);
  for (const { code, texts } of reference.sdgTargets) names.set(`target:${code}`, withCode(code, texts));
  const lists = {
    region: reference.regions,
    income: reference.incomeGroups,
    group: reference.groups,
    sdg: reference.sdgs,
    theme: reference.themes,
    sector: reference.sectors,
    'segib-sector': reference.segibSectors,
    modality: reference.modalities,
    'actor-type': reference.actorTypes,
    'actor-role': reference.actorRoles,
    'country-role': reference.countryRoles,
  };
  for (const [type, records] of Object.entries(lists)) {
    for (const record of records) names.set(`${type}:${record.code}`, record.names);
  }
  return names;
}

/** A target is known by its number; its text alone would not be recognised. */
function withCode(code: string, { en, fr }: OfficialText): Names {
  return { en: `${code} ${en}`, ...(fr ? { fr: `${code} ${fr}` } : {}) };
}
