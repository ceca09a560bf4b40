import type { CountryNames, NamesOutsideIso, PlaceSpellings } from '../reference-records.js';
import { placeKey } from './place-key.js';

/** From the surest list of names to the least sure. */
export type NameSource = 'name' | 'alias' | 'foreign';

/** What one spelling stands for: one thing, several things, or something that is no country. */
export interface PlaceMeaning {
  /** `country:PER`, `region:002`, `group:ldc`, or `area:sahel` for a region that the atlas has not. More than one: nobody can tell. */
  readonly keys: ReadonlySet<string>;
  readonly source: NameSource;
  /** Why it is no country, where the spelling is listed as such. */
  readonly outside?: NamesOutsideIso;
}

interface Claim {
  readonly name: string;
  readonly key: string;
}

/** Capitals that people also write in small letters, where no word of our languages is the same. */
const ALSO_IN_SMALL_LETTERS = new Set(
  'USA UK UAE DRC RDC DPRK EUA EEUU USSR URSS ASEAN MERCOSUR MERCOSUL CARICOM ECOWAS'.split(' '),
);

/** `UK`, `U.S.A.`, `D. R. C.`, `G77`: the letters; null for what is a name. */
function acronymOf(name: string): string | null {
  const letters = name.replace(/[.\s]/g, '');
  const isShort = /^[A-ZА-Я][A-ZА-Я0-9-]{1,6}$/u.test(letters);
  return isShort && (letters === name.trim() || /^(?:[A-ZА-Я]\.\s?)+[A-ZА-Я]?\.?$/u.test(name.trim()))
    ? letters
    : null;
}

/**
 * All spellings of countries, regions and groups by key. A spelling claimed by two is kept with both, so that it is refused;
 * a less sure list adds only spellings that the surer ones have not. Abbreviations stand apart: they are looked up as they are
 * written, since "us" and "car" are words.
 */
export class PlaceIndex {
  private readonly names = new Map<string, PlaceMeaning>();
  private readonly acronyms = new Map<string, PlaceMeaning>();
  /** Names listed with their comma, such as `Hong Kong, China`: the only ones that a comma does not cut. */
  private readonly withComma = new Set<string>();

  constructor({ countries, regions, outsideIso }: PlaceSpellings) {
    for (const outside of outsideIso) this.addOutside(outside);
    this.addLevel('name', [...claims(countries, 'names'), ...regionClaims(regions)]);
    this.addLevel('alias', [...claims(countries, 'aliases'), ...claims(countries, 'variants')]);
    this.addLevel('foreign', claims(countries, 'otherLanguages'));
  }

  /** By the whole spelling. */
  find(name: string): PlaceMeaning | null {
    return this.findAcronym(name) ?? this.names.get(placeKey(name)) ?? null;
  }

  /** By capitals alone: `UK`, `U.S.A.`, `ASEAN`. */
  findAcronym(name: string): PlaceMeaning | null {
    const trimmed = name.trim();
    const written = acronymOf(trimmed) ?? '';
    const inCapitals = trimmed.toUpperCase();
    return (
      this.acronyms.get(written) ??
      (ALSO_IN_SMALL_LETTERS.has(inCapitals) ? this.acronyms.get(inCapitals) : undefined) ??
      null
    );
  }

  hasWithComma(name: string): boolean {
    return this.withComma.has(commaKey(name));
  }

  /** Spellings in full, for looking for what is near. */
  *spellings(): Iterable<[key: string, meaning: PlaceMeaning]> {
    yield* this.names;
  }

  private addOutside(outside: NamesOutsideIso): void {
    const meaning: PlaceMeaning = {
      keys: new Set(outside.countries.map((iso3) => `country:${iso3}`)),
      source: 'name',
      outside,
    };
    for (const name of outside.names) {
      const acronym = acronymOf(name);
      if (acronym) this.acronyms.set(acronym, meaning);
      else this.names.set(placeKey(name), meaning);
    }
  }

  private addLevel(source: NameSource, level: readonly Claim[]): void {
    const added = { names: new Map<string, Set<string>>(), acronyms: new Map<string, Set<string>>() };
    for (const { name, key } of level) {
      const acronym = acronymOf(name);
      const spelling = acronym ?? placeKey(name);
      // Two or three letters of a language that is not ours mean something else in most tables.
      const isShort = acronym !== null || /^[a-z]{1,3}$/.test(spelling);
      if (spelling === '' || (isShort && source === 'foreign')) continue;
      if (/[,،，]/u.test(name)) this.withComma.add(commaKey(name));
      const list = acronym ? added.acronyms : added.names;
      list.set(spelling, (list.get(spelling) ?? new Set()).add(key));
    }
    for (const list of ['names', 'acronyms'] as const)
      for (const [spelling, keys] of added[list])
        if (!this[list].has(spelling)) this[list].set(spelling, { keys, source });
  }
}

function claims(
  countries: readonly CountryNames[],
  list: 'names' | 'aliases' | 'variants' | 'otherLanguages',
): Claim[] {
  return countries.flatMap(({ iso3, [list]: names }) =>
    names.map((name) => ({ name, key: `country:${iso3}` })),
  );
}

function regionClaims(regions: PlaceSpellings['regions']): Claim[] {
  return regions.flatMap(({ key, names }) =>
    names.map((name) => ({ name, key: key ?? `area:${placeKey(name).replaceAll(' ', '-')}` })),
  );
}

function commaKey(name: string): string {
  return name
    .split(/[,،，]/u)
    .map(placeKey)
    .join(',');
}
