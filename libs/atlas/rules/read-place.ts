import type { PlaceSpellings } from '../reference-records.js';
import {
  addsFormOfState,
  HARMLESS_REMARKS,
  isFormOfState,
  withoutArticle,
  withoutFormOfState,
} from './form-of-state.js';
import { createNearPlaceFinder } from './near-place.js';
import { createCodeReader } from './place-codes.js';
import { PlaceIndex, type PlaceMeaning } from './place-index.js';
import { placeKey, splitQualifier } from './place-key.js';

/** How a country was recognised, from the surest to the least sure. A `typo` is a guess that a person should look at. */
export type ReadVia = 'code' | 'name' | 'alias' | 'typo';

/** Why something is not taken for a country or a region. */
export type PlaceRefusalReason =
  /** Nothing of that name is known. */
  | 'unknown'
  /** Several places bear the name; `candidates` has them. */
  | 'ambiguous'
  /** A country with words beside it that may mean another place: `Georgia (US state)`. */
  | 'qualified'
  /** Nearly a name, but something else is as near. */
  | 'near'
  /** Letters that are a country's code and something else as well: `NA`, `AU`. */
  | 'code-or-word'
  /** Several names in one. */
  | 'several'
  /** A State that is no more; `candidates` has those in its place. */
  | 'ended'
  /** Not in ISO 3166-1. */
  | 'outside-iso';

/** What somebody wrote where a country is expected. */
export type PlaceReading =
  | { readonly kind: 'country'; readonly key: string; readonly iso3: string; readonly via: ReadVia }
  /** A region, group or area, never a country; `key` is null where the atlas has nothing of the kind (the Sahel, "regional"). */
  | { readonly kind: 'region'; readonly key: string | null }
  | {
      readonly kind: 'refused';
      readonly reason: PlaceRefusalReason;
      /** Keys of the countries that may have been meant. */
      readonly candidates: readonly string[];
      /** In English, for editors. */
      readonly note?: string;
    };

export interface PlaceHints {
  /** The column holds ISO 3166-1 codes: `na` and `NA` are Namibia. */
  readonly codes?: boolean;
}

/** Reads one name, code or abbreviation of a country or region. */
export type ReadPlace = (written: string, hints?: PlaceHints) => PlaceReading;

/** What stands between places in a cell that should hold one. */
const BETWEEN_PLACES = /[;|/\n,،，、&+]| (?:and|et|y|e|und|и) | - /iu;

type Refusal = Extract<PlaceReading, { kind: 'refused' }>;

/**
 * Builds the reader from the spellings of `loadPlaceSpellings()`. Building folds some fifteen thousand names: do it once.
 *
 * A name is read whole, or not at all: what stands behind a comma or in brackets counts. It may be turned round ("Korea,
 * Republic of"), may say the same country again ("Myanmar (Burma)"), or be a form of state or a remark known to be harmless;
 * with anything else the name is refused, whichever country stands in front.
 */
export function createPlaceReader(spellings: PlaceSpellings): ReadPlace {
  const index = new PlaceIndex(spellings);
  const regionKeys = spellings.regions.flatMap(({ key }) => (key?.startsWith('region:') ? [key] : []));
  const readCode = createCodeReader(spellings.countries, regionKeys);
  const findNear = createNearPlaceFinder(index, spellings.nearWords);

  /** As it stands. */
  function readExactly(name: string): PlaceReading | null {
    const meaning = index.find(name);
    return meaning && fromMeaning(meaning, name);
  }

  /** As it stands, or without a form of state or an article. */
  function readWhole(name: string): PlaceReading | null {
    const found = readExactly(name);
    if (found) return found;
    for (const simpler of [withoutFormOfState(name), withoutArticle(name)]) {
      const meaning = simpler === null ? null : index.find(simpler);
      if (meaning && meaning.source !== 'foreign' && meaning.keys.size === 1 && !meaning.outside)
        return place([...meaning.keys][0] ?? '', 'alias');
    }
    return null;
  }

  function fromMeaning({ keys, source, outside }: PlaceMeaning, name: string): PlaceReading {
    if (outside) return refusedAsOutside(outside.kind, [...keys], outside.reason);
    const [key = '', another] = keys;
    if (another !== undefined) return refused('ambiguous', [...keys]);
    if (source !== 'foreign') return place(key, source);
    // Latvian for Niger, or Nigeria with a letter lost?
    const rivals = findNear(placeKey(name)).closest.filter((rival) => rival !== key);
    return rivals.length > 0 ? refused('near', [key, ...rivals]) : place(key, 'name');
  }

  function readQualified(name: string): PlaceReading | null {
    const parts = splitQualifier(name);
    if (!parts) return null;
    const { head, qualifier, by } = parts;
    const inFront = readWhole(head);
    const behind = readCodeInside(qualifier) ?? readWhole(withoutFormerly(qualifier));
    const turnedRound = isFormOfState(head) ? null : readExactly(`${qualifier} ${head}`);
    const areTwo = by === 'comma' && isCountry(inFront) && isCountry(behind) && inFront.key !== behind.key;
    // "Africa (South)" may be the south of Africa as well as South Africa.
    const isWithinRegion = inFront?.kind === 'region' && inFront.key !== null && isCountry(turnedRound);
    if (isWithinRegion) return refused('qualified', [inFront.key, turnedRound.key]);
    if (turnedRound && turnedRound.kind !== 'refused' && !areTwo) return turnedRound;
    const isHarmless = HARMLESS_REMARKS.has(placeKey(qualifier)) || addsFormOfState(qualifier, head);
    if (isCountry(inFront) && isHarmless) return inFront;
    if (isCountry(inFront) && isCountry(behind) && inFront.key === behind.key) return inFront;
    const choice = inFront?.kind === 'refused' && inFront.reason === 'ambiguous' ? inFront.candidates : [];
    if (isCountry(behind) && choice.includes(behind.key)) return behind;
    if (inFront?.kind === 'refused') return inFront;
    const candidates = [...keyOf(inFront), ...keyOf(behind)];
    return candidates.length > 0 ? refused('qualified', candidates) : null;
  }

  /** A code beside a name is no word, so it may be any: `Kenya (KE)`. */
  function readCodeInside(qualifier: string): PlaceReading | null {
    return /^[A-Z]{2,3}$/.test(qualifier)
      ? readCodeOf(qualifier, index.findAcronym(qualifier) === null)
      : null;
  }

  function readCodeOf(written: string, isGiven: boolean): PlaceReading | null {
    const code = readCode(written);
    if (!code) return null;
    if (isGiven) return place(code.key, 'code');
    const other = index.findAcronym(written);
    const isBoth = other && !other.keys.has(code.key);
    if (isBoth)
      return refused(
        'code-or-word',
        [code.key, ...other.keys].filter((key) => !key.startsWith('area:')),
      );
    if (other) return null;
    if (code.isSure) return place(code.key, 'code');
    return written === written.toUpperCase() ? refused('code-or-word', [code.key]) : null;
  }

  /** A comma cuts, unless the name is listed with it; a stroke always does, between two countries. */
  function readUncut(name: string): PlaceReading | null {
    const ends = name.split(/[;|/\n+]| - /u).map((part) => readExactly(part.trim()));
    if (new Set(ends.flatMap(keyOf)).size > 1) return null;
    const parts = splitQualifier(name);
    if (parts === null) return readWhole(name);
    return parts.by === 'bracket' || index.hasWithComma(name) ? readExactly(name) : null;
  }

  function readNear(name: string): PlaceReading {
    const near = findNear(placeKey(name));
    if (near.country) return place(near.country, 'typo');
    return refused(near.candidates.length > 0 ? 'near' : 'unknown', near.candidates);
  }

  return (written, { codes = false } = {}) => {
    const name = written.trim();
    return (
      readCodeOf(name, codes) ?? readUncut(name) ?? readSeveral(name) ?? readQualified(name) ?? readNear(name)
    );
  };

  /** Two countries or more where one was expected; a name turned round ("Korea, Republic of") is one. */
  function readSeveral(name: string): PlaceReading | null {
    const parts = name.split(BETWEEN_PLACES).filter((part) => part.trim() !== '');
    const found = new Set(parts.flatMap((part) => keyOf(readWhole(part.trim()))));
    const isOne = found.size < 2 || (parts.length === 2 && isCountry(readQualified(name)));
    return isOne ? null : refused('several', [...found]);
  }
}

function place(key: string, via: ReadVia): PlaceReading {
  if (key.startsWith('country:')) return { kind: 'country', key, iso3: key.slice('country:'.length), via };
  return { kind: 'region', key: key.startsWith('area:') ? null : key };
}

function refused(reason: PlaceRefusalReason, candidates: readonly string[], note?: string): Refusal {
  return { kind: 'refused', reason, candidates, ...(note === undefined ? {} : { note }) };
}

function refusedAsOutside(kind: string, candidates: readonly string[], note: string): Refusal {
  if (kind === 'several-today') return refused('ended', candidates, note);
  return refused(kind === 'ambiguous' ? 'ambiguous' : 'outside-iso', candidates, note);
}

function keyOf(reading: PlaceReading | null): string[] {
  return isCountry(reading) ? [reading.key] : [];
}

function isCountry(reading: PlaceReading | null): reading is Extract<PlaceReading, { kind: 'country' }> {
  return reading?.kind === 'country';
}

/** `formerly Swaziland` in brackets behind Eswatini. */
function withoutFormerly(qualifier: string): string {
  return qualifier.replace(
    /^(?:formerly|former|ex|previously|now|also|or|anciennement|antes|antigua|бывш\p{L}*)[\s:.-]+/iu,
    '',
  );
}
