import type { NearWords } from '../reference-records.js';
import { editDistance } from './edit-distance.js';
import { foldName } from './fold-name.js';
import type { PlaceIndex, PlaceMeaning } from './place-index.js';

/** Shorter words have too many neighbours: one letter turns Mali into Bali, Chad into Chan. */
const SHORTEST_FORGIVEN = 6;

/** Written with letters of which one can be wrong; a wrong sign of Chinese is another word. */
const FORGIVING_SCRIPT = /^[\p{Script=Latin}\p{Script=Cyrillic} ]+$/u;

/**
 * Countries that are never forgiven into each other, nor into anything: their names, or what people call by them, lie so near
 * to others that one letter more or less is another place.
 */
const NEVER_FORGIVEN = new Set(
  (
    'NER NGA IRN IRQ MLI MWI MLT MDV GIN GNB GNQ PNG COG COD DMA DOM AUT AUS SVK SVN ZMB GMB SWZ CHE PRK KOR GUY GUF SSD SDN ' +
    'VGB VIR MAF SXM WSM ASM IRL ISL GRD MNE MKD NIU PRY URY MRT MUS'
  ).split(' '),
);

export interface NearPlace {
  /** The one country meant, when no other place is anywhere near. */
  readonly country: string | null;
  /** All countries one or two letters away, for the reader of the report. */
  readonly candidates: readonly string[];
  /** What is one letter away by a sure name. */
  readonly closest: readonly string[];
}

const NOTHING_NEAR: NearPlace = { country: null, candidates: [], closest: [] };

/** A spelling with what rules it out fast: most have other letters, or far more or fewer. */
interface Neighbour {
  readonly spelling: string;
  readonly letters: number;
  readonly meaning: PlaceMeaning | null;
}

/**
 * Finds the country whose name was written with one typing error inside the word: first and last letter are right, the name
 * is long, and within two letters there is no other country, region, group or known word.
 */
export function createNearPlaceFinder(index: PlaceIndex, nearWords: readonly NearWords[]) {
  const words = nearWords.flatMap(({ words }) => words).map((word) => [foldName(word), null] as const);
  const byLength = new Map<number, Neighbour[]>();
  for (const [spelling, meaning] of [...index.spellings(), ...words]) {
    if (spelling.length < SHORTEST_FORGIVEN - 2 || !FORGIVING_SCRIPT.test(spelling)) continue;
    const neighbour = { spelling, letters: lettersOf(spelling), meaning };
    byLength.set(spelling.length, [...(byLength.get(spelling.length) ?? []), neighbour]);
  }

  function* neighboursOf(key: string, most: number): Iterable<Neighbour & { distance: number }> {
    const letters = lettersOf(key);
    for (let length = key.length - most; length <= key.length + most; length++) {
      for (const neighbour of byLength.get(length) ?? []) {
        if (countBits(neighbour.letters ^ letters) > 2 * most) continue;
        const distance = editDistance(key, neighbour.spelling, most);
        if (distance <= most) yield { ...neighbour, distance };
      }
    }
  }

  return (key: string): NearPlace => {
    if (key.length < SHORTEST_FORGIVEN - 1 || !FORGIVING_SCRIPT.test(key)) return NOTHING_NEAR;
    const near = new Set<string>();
    const closest = new Set<string>();
    const forgiven = new Set<string>();
    // Any name two letters from a short word is chance.
    for (const { spelling, meaning, distance } of neighboursOf(key, key.length < SHORTEST_FORGIVEN ? 1 : 2)) {
      if (meaning === null) {
        if (distance < 2) near.add(spelling);
        continue;
      }
      const { keys, source, outside } = meaning;
      // A foreign name two letters away is chance too.
      if (source === 'foreign' && distance > 1) continue;
      for (const place of outside ? [...keys, spelling] : keys) near.add(place);
      if (distance > 1 || source === 'foreign') continue;
      for (const place of keys) closest.add(place);
      if (!outside && isInnerError(key, spelling)) for (const place of keys) forgiven.add(place);
    }
    const [country = ''] = forgiven;
    const isForgiven =
      near.size === 1 &&
      forgiven.size === 1 &&
      isCountry(country) &&
      !NEVER_FORGIVEN.has(country.slice('country:'.length));
    return {
      country: isForgiven ? country : null,
      candidates: [...near].filter(isCountry),
      closest: [...closest],
    };
  };
}

/** One bit for each letter that occurs; one typing error changes two of them at most. */
function lettersOf(spelling: string): number {
  let letters = 0;
  for (const letter of spelling) letters |= 1 << ((letter.codePointAt(0) ?? 0) % 32);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function isCountry(key: string): boolean {
  return key.startsWith('country:');
}

/** Whether the error lies within a long word, so that neither an ending (Nigerian) nor an abbreviation (Dom. Rep.) is touched. */
function isInnerError(written: string, spelling: string): boolean {
  if (spelling.length < SHORTEST_FORGIVEN) return false;
  if (written[0] !== spelling[0] || written.at(-1) !== spelling.at(-1)) return false;
  const longest = Math.max(...spelling.split(' ').map((word) => word.length));
  return longest >= SHORTEST_FORGIVEN - 1;
}
