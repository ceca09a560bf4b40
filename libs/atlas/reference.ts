import { readFileSync } from 'node:fs';
import type { AtlasReference, PlaceSpellings } from './reference-records.js';

export * from './reference-records.js';

type DeepReadonly = readonly unknown[] | Readonly<Record<string, unknown>>;

function freezeDeeply(value: unknown): void {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value as DeepReadonly)) freezeDeeply(part);
}

function readRecords<Records>(file: string): Records {
  const text = readFileSync(new URL(`./data/${file}.json`, import.meta.url), 'utf8');
  const { records } = JSON.parse(text) as { records: Records };
  freezeDeeply(records);
  return records;
}

let reference: AtlasReference | undefined;
let spellings: PlaceSpellings | undefined;

/** The reference lists, read from disk at the first call and frozen: every caller shares the same objects. */
export function loadReference(): AtlasReference {
  reference ??= Object.freeze({
    countries: readRecords<AtlasReference['countries']>('countries'),
    regions: readRecords<AtlasReference['regions']>('regions'),
    groups: readRecords<AtlasReference['groups']>('groups'),
    incomeGroups: readRecords<AtlasReference['incomeGroups']>('income-groups'),
    sdgs: readRecords<AtlasReference['sdgs']>('sdgs'),
    sdgTargets: readRecords<AtlasReference['sdgTargets']>('sdg-targets'),
    sectors: readRecords<AtlasReference['sectors']>('sectors'),
    segibSectors: readRecords<AtlasReference['segibSectors']>('segib-sectors'),
    themes: readRecords<AtlasReference['themes']>('themes'),
    actorTypes: readRecords<AtlasReference['actorTypes']>('actor-types'),
    actorRoles: readRecords<AtlasReference['actorRoles']>('actor-roles'),
    modalities: readRecords<AtlasReference['modalities']>('modalities'),
    countryRoles: readRecords<AtlasReference['countryRoles']>('country-roles'),
  });
  return reference;
}

/** Names, former names and abbreviations of countries, regions and groups. Apart from the rest: only imports need them. */
export function loadPlaceSpellings(): PlaceSpellings {
  if (spellings) return spellings;
  const { regions, groups } = loadReference();
  const ours = [
    ...regions.map(({ code, names }) => ({ key: `region:${code}`, names: Object.values(names) })),
    ...groups.map(({ code, names }) => ({ key: `group:${code}`, names: Object.values(names) })),
  ];
  spellings = Object.freeze({
    countries: readRecords<PlaceSpellings['countries']>('country-names'),
    regions: [...ours, ...readRecords<PlaceSpellings['regions']>('region-names')],
    outsideIso: readRecords<PlaceSpellings['outsideIso']>('names-outside-iso'),
    nearWords: readRecords<PlaceSpellings['nearWords']>('words-near-countries'),
  });
  return spellings;
}
