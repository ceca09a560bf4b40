import type { PlaceHints, PlaceReading, ReadPlace } from './read-place.js';

/** One place of a cell, as written. */
export interface PlaceInCell {
  readonly written: string;
  readonly reading: PlaceReading;
}

/** A part between two separators, and the separator behind it. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly separator: string;
}

/** Longest names in pieces: "Bonaire, Sint Eustatius and Saba", "Korea, Democratic People's Republic of". */
const MOST_PIECES = 4;

/** Separators that stand within names as well: `Congo, Dem. Rep.`, `Trinidad and Tobago`, `Bosnia/Herzegovina`. */
const WITHIN_NAMES = /^\s*(?:[,،，、/&-]\s*)?(?:[,،，、/&-]|and|et|y|e|und|и|و)?\s*$/iu;

/**
 * Reads a cell with several places. Names that hold a separator stay whole: of all ways to cut the cell, those that leave the
 * least unread are taken. Where two of them are as good and say different things ("Hong Kong, China": one place or two?),
 * that part is refused.
 */
export function readPlaceList(
  cell: string,
  separators: readonly string[],
  readPlace: ReadPlace,
  hints: PlaceHints = {},
): PlaceInCell[] {
  const pieces = cutInPieces(cell, separators);
  const codes = hints.codes ?? areCodes(cell, pieces);
  const read = (written: string) => readPlace(written, { ...hints, codes });
  if (pieces.length <= 1) return pieces.map((piece) => readRun(cell, [piece], read));
  const found: PlaceInCell[] = [];
  for (let from = 0; from < pieces.length; ) {
    const size = chainLength(pieces, from);
    found.push(...readChain(cell, pieces.slice(from, from + size), read));
    from += size;
  }
  return found;
}

/** Three capitals each, as in `BLZ, GUY, SUR`: what may be a word elsewhere is a code among codes. */
function areCodes(cell: string, pieces: readonly Piece[]): boolean {
  return (
    pieces.length > 1 && pieces.every(({ start, end }) => /^[A-Z]{3}$/.test(cell.slice(start, end).trim()))
  );
}

function cutInPieces(cell: string, separators: readonly string[]): Piece[] {
  const pattern = separators
    .filter((separator) => separator !== '')
    .map((separator) => separator.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'))
    .join('|');
  if (pattern === '') return cell.trim() === '' ? [] : [{ start: 0, end: cell.length, separator: '' }];
  const pieces: Piece[] = [];
  let start = 0;
  for (const match of cell.matchAll(new RegExp(pattern, 'giu'))) {
    if (isWithinBrackets(cell, match.index)) continue;
    pieces.push({ start, end: match.index, separator: match[0] });
    start = match.index + match[0].length;
  }
  pieces.push({ start, end: cell.length, separator: '' });
  return joinEmpty(cell, pieces);
}

/** Nothing between two separators, as in `Kenya, and Uganda`: both are one. */
function joinEmpty(cell: string, pieces: readonly Piece[]): Piece[] {
  const full: Piece[] = [];
  for (const piece of pieces) {
    if (cell.slice(piece.start, piece.end).trim() !== '') full.push(piece);
    else {
      const before = full.pop();
      if (before) full.push({ ...before, separator: before.separator + piece.separator });
    }
  }
  return full;
}

function isWithinBrackets(cell: string, position: number): boolean {
  const before = cell.slice(0, position);
  const isOpen = before.lastIndexOf('(') > before.lastIndexOf(')');
  return isOpen && cell.indexOf(')', position) !== -1;
}

/** How many pieces may belong together: up to a separator that stands in no name, such as `;`. */
function chainLength(pieces: readonly Piece[], from: number): number {
  let size = 1;
  while (from + size < pieces.length && WITHIN_NAMES.test(pieces[from + size - 1]?.separator ?? '')) size++;
  return size;
}

interface Run {
  readonly from: number;
  readonly to: number;
  readonly place: PlaceInCell;
  /** 1 where nothing could be read. */
  readonly unread: 0 | 1;
}

function readChain(
  cell: string,
  pieces: readonly Piece[],
  read: (written: string) => PlaceReading,
): PlaceInCell[] {
  const runs = possibleRuns(cell, pieces, read);
  const forward = leastUnread(pieces.length, runs, 'from', 'to');
  const backward = leastUnread(pieces.length, runs, 'to', 'from');
  const least = forward[pieces.length] ?? 0;
  const best = runs.filter(
    ({ from, to, unread }) => (forward[from] ?? 0) + unread + (backward[to] ?? 0) === least,
  );
  const found: PlaceInCell[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = nextCommonCut(from, best);
    found.push(...readBlock(cell, pieces, from, to, best));
    from = to;
  }
  return found;
}

function possibleRuns(
  cell: string,
  pieces: readonly Piece[],
  read: (written: string) => PlaceReading,
): Run[] {
  const runs: Run[] = [];
  for (let from = 0; from < pieces.length; from++) {
    for (let to = from + 1; to <= Math.min(pieces.length, from + MOST_PIECES); to++) {
      const place = readRun(cell, pieces.slice(from, to), read);
      const { reading } = place;
      const isOne = to === from + 1;
      const isUnread = reading.kind === 'refused';
      if (isOne || isOnePlace(place)) runs.push({ from, to, place, unread: isOne && isUnread ? 1 : 0 });
    }
  }
  return runs;
}

/** Several pieces are one place only by a listed name; a listed name that is refused (Serbia and Montenegro) is one too. */
function isOnePlace({ written, reading }: PlaceInCell): boolean {
  if (reading.kind === 'refused') return reading.note !== undefined && !/[,،，、()]/u.test(written);
  return reading.kind === 'region' || reading.via !== 'typo';
}

function readRun(
  cell: string,
  pieces: readonly Piece[],
  read: (written: string) => PlaceReading,
): PlaceInCell {
  const written = cell.slice(pieces[0]?.start, pieces.at(-1)?.end).trim();
  return { written, reading: read(written) };
}

/** For each cut, how little can be left unread on the way to it. */
function leastUnread(
  length: number,
  runs: readonly Run[],
  near: 'from' | 'to',
  far: 'from' | 'to',
): number[] {
  const isForward = near === 'from';
  const least = Array.from({ length: length + 1 }, () => Number.POSITIVE_INFINITY);
  least[isForward ? 0 : length] = 0;
  const ordered = [...runs].sort((a, b) => (isForward ? a[near] - b[near] : b[near] - a[near]));
  for (const run of ordered) {
    const through = (least[run[near]] ?? 0) + run.unread;
    if (through < (least[run[far]] ?? 0)) least[run[far]] = through;
  }
  return least;
}

/** The next place at which all the best ways cut: none of their runs goes over it. */
function nextCommonCut(from: number, best: readonly Run[]): number {
  let to = from + 1;
  for (const run of best) if (run.from >= from && run.from < to && run.to > to) to = run.to;
  for (let isGrowing = true; isGrowing; ) {
    const reach = Math.max(
      to,
      ...best.filter((run) => run.from >= from && run.from < to).map((run) => run.to),
    );
    isGrowing = reach > to;
    to = reach;
  }
  return to;
}

function readBlock(
  cell: string,
  pieces: readonly Piece[],
  from: number,
  to: number,
  best: readonly Run[],
): PlaceInCell[] {
  const [first = [], ...others] = waysThrough(from, to, best).sort((a, b) => a.length - b.length);
  const meaning = meaningOf(first);
  const ways = [first, ...others];
  // "Africa, regional": one region or two, but no country either way.
  const areRegions = ways.flat().every(({ reading }) => reading.kind === 'region');
  if (areRegions || others.every((way) => meaningOf(way) === meaning)) return first;
  const written = cell.slice(pieces[from]?.start, pieces[to - 1]?.end).trim();
  const candidates = ways.flat().flatMap(({ reading }) => (reading.kind === 'country' ? [reading.key] : []));
  return [
    { written, reading: { kind: 'refused', reason: 'ambiguous', candidates: [...new Set(candidates)] } },
  ];
}

function waysThrough(from: number, to: number, best: readonly Run[]): PlaceInCell[][] {
  if (from === to) return [[]];
  return best
    .filter((run) => run.from === from && run.to <= to)
    .flatMap((run) => waysThrough(run.to, to, best).map((rest) => [run.place, ...rest]));
}

/** What a way of cutting says; words such as "regional" add nothing to it. */
function meaningOf(way: readonly PlaceInCell[]): string {
  const keys = way.flatMap(({ written, reading }) =>
    reading.kind === 'refused' ? `?${written}` : (reading.key ?? []),
  );
  return [...new Set(keys)].sort().join(' ');
}
