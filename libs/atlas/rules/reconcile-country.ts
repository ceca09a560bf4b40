import type { CountryNames, NamesOutsideIso } from '../reference-records.js';
import { foldName } from './fold-name.js';
import { isWithinOneTypo } from './one-typo.js';

/** How a country was recognised, from the surest to the least sure. */
export type ReconciledVia = 'iso' | 'name' | 'alias' | 'fuzzy';

export interface ReconciledCountry {
  readonly iso3: string;
  readonly via: ReconciledVia;
}

/** Recognises a country as somebody wrote it; null when it is none, or when two are possible. */
export type ReconcileCountry = (name: string) => ReconciledCountry | null;

/** Shorter words have too many neighbours: one letter turns Mali into Bali, Chad into Chan. */
const SHORTEST_FORGIVEN = 5;

/** Forms of state before a name, folded. The Congos, Koreas and Chinas are aliases, found before any of this is cut off. */
const FORM_OF_STATE =
  /^(?:the )?(?:(?:(?:federal|democratic|socialist|islamic|arab|people s|peoples|plurinational|bolivarian|united|independent|co operative|cooperative|oriental) )*(?:republic|state|states|kingdom|sultanate|emirate|principality|grand duchy|duchy|commonwealth|union|federation)|republique|republica|republik|repubblica|reino|royaume|estado|etat) (?:(?:of|de|del|du|des|do|da|di) )?(?:(?:the|la|le|les|el|los) )?/;

const LEADING_ARTICLE = /^(?:the|la|le|les|el|los|las|o|a|die|der|das|il|l) /;

/** What may follow a comma: `Moldova, Republic of`, `Bahamas, The`. */
const AFTER_COMMA =
  /^(?:the|(?:[\p{L} ]* )?(?:republic|state|states|kingdom) of(?: the)?|rep|republica de|republique de|republique)$/u;

/** The same name without article, form of state, parenthesis or tail, in the order to try them. */
function simplerForms(name: string): string[] {
  const folded = foldName(name);
  const withoutParenthesis = foldName(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  const [beforeComma = '', afterComma = ''] = name.split(',', 2);
  const forms = [withoutParenthesis];
  if (AFTER_COMMA.test(foldName(afterComma))) forms.push(foldName(beforeComma));
  for (const form of [folded, withoutParenthesis]) {
    forms.push(form.replace(LEADING_ARTICLE, ''), form.replace(FORM_OF_STATE, ''));
  }
  return forms.filter((form) => form !== '' && form !== folded);
}

type NameIndex = Map<string, { iso3: string | null; via: 'name' | 'alias' }>;

/** A name claimed by two countries stands for neither, unless a surer list has given it to one. */
function addLevel(
  index: NameIndex,
  level: Iterable<{ iso3: string; name: string; via: 'name' | 'alias' }>,
): void {
  const added: NameIndex = new Map();
  for (const { iso3, name, via } of level) {
    const key = foldName(name);
    if (key === '' || index.has(key)) continue;
    const claimed = added.get(key);
    if (claimed === undefined) added.set(key, { iso3, via });
    else if (claimed.iso3 !== iso3) added.set(key, { iso3: null, via });
  }
  for (const [key, entry] of added) index.set(key, entry);
}

function claims(
  countries: readonly CountryNames[],
  list: 'names' | 'aliases' | 'variants' | 'otherLanguages',
) {
  const via = list === 'aliases' ? ('alias' as const) : ('name' as const);
  return countries.flatMap(({ iso3, [list]: names }) => names.map((name) => ({ iso3, name, via })));
}

/**
 * Builds a reconciler from the spellings of `loadCountrySpellings()`. Building folds some ten thousand names: do it once.
 *
 * In order: ISO and M49 codes; the names we show and aliases; other names in our languages; names in other languages; the
 * same without article or form of state; one typing error, if only one country is that near. A name of
 * another language that is one error away from some other country comes back as `fuzzy` too. Names in `outsideIso`
 * (Kosovo, the Soviet Union, "Korea") are never taken for a country: `findOutsideIso` tells why.
 */
export function createCountryReconciler(
  countries: readonly CountryNames[],
  outsideIso: readonly NamesOutsideIso[] = [],
): ReconcileCountry {
  const codes = new Map<string, string>();
  for (const { iso3, iso2, m49 } of countries) {
    for (const code of [iso3, iso2, m49]) if (code) codes.set(code.toLowerCase(), iso3);
  }
  const refused = new Set(outsideIso.flatMap(({ names }) => names.map(foldName)));
  const sure: NameIndex = new Map();
  addLevel(sure, [...claims(countries, 'names'), ...claims(countries, 'aliases')]);
  addLevel(sure, claims(countries, 'variants'));
  const elsewhere: NameIndex = new Map();
  addLevel(elsewhere, claims(countries, 'otherLanguages'));
  const forgiving = [...sure].flatMap(([key, { iso3 }]) =>
    iso3 && key.length >= SHORTEST_FORGIVEN ? [{ key, iso3 }] : [],
  );

  function countriesNear(folded: string): string[] {
    if (folded.length < SHORTEST_FORGIVEN) return [];
    return [...new Set(forgiving.filter(({ key }) => isWithinOneTypo(folded, key)).map(({ iso3 }) => iso3))];
  }

  function findNear(folded: string): ReconciledCountry | null {
    const [iso3, another] = countriesNear(folded);
    return iso3 !== undefined && another === undefined ? { iso3, via: 'fuzzy' } : null;
  }

  return (name) => {
    const folded = foldName(name);
    if (folded === '' || refused.has(folded)) return null;
    const byCode = codes.get(name.trim().toLowerCase());
    if (byCode !== undefined) return { iso3: byCode, via: 'iso' };
    const forms = simplerForms(name);
    for (const form of [folded, ...forms]) {
      if (refused.has(form)) return null;
      const entry = sure.get(form) ?? elsewhere.get(form);
      if (entry === undefined) continue;
      // Two countries bear this very name: guessing further would only hide that.
      if (entry.iso3 === null) return null;
      // Latvian for Niger, or Nigeria with a letter lost? Right in some language, yet a guess: a person should look.
      const doubtful = !sure.has(form) && countriesNear(form).some((iso3) => iso3 !== entry.iso3);
      return { iso3: entry.iso3, via: doubtful ? 'fuzzy' : entry.via };
    }
    return findNear(folded) ?? forms.map(findNear).find((found) => found !== null) ?? null;
  };
}

/** Why a name is no country of ISO 3166-1 (Kosovo, Yugoslavia, "Korea"); null when there is nothing to say about it. */
export function findOutsideIso(name: string, outsideIso: readonly NamesOutsideIso[]): NamesOutsideIso | null {
  const folded = foldName(name);
  return outsideIso.find(({ names }) => names.some((listed) => foldName(listed) === folded)) ?? null;
}
