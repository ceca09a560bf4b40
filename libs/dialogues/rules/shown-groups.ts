import { FEWEST_SHOWN } from './choice-counts.js';

/** People who always stand in the same groups: those of one country, with its region and its income group. */
export interface Cell {
  /** One group of each kind, by key. Every key belongs to one kind only. */
  groups: readonly string[];
  answers: number;
}

/**
 * Which groups may be shown beside the total, so that nothing is told about fewer than five answers: neither as it
 * stands nor by adding and subtracting what is shown. What is shown are sums over cells; a small group is given away
 * when it is a combination of them (it lies in their span), so as long as one is, the smallest group that takes part
 * in that combination is hidden too.
 */
export function findShownGroups(cells: readonly Cell[], fewest = FEWEST_SHOWN): Set<string> {
  const answers = cells.map((cell) => cell.answers);
  const total = sum(answers);
  if (total < fewest) return new Set();
  const members = membersOf(cells);
  const sizeOf = (key: string) =>
    sum((members.get(key) ?? []).map((has, index) => has * (answers[index] ?? 0)));
  const keys = [...members.keys()].sort((a, b) => sizeOf(a) - sizeOf(b) || (a < b ? -1 : 1));
  const small = keys.filter((key) => sizeOf(key) < fewest).map((key) => members.get(key) ?? []);
  const shown = keys.filter((key) => sizeOf(key) >= fewest);
  for (;;) {
    const vectors = [answers.map(() => 1), ...shown.map((key) => members.get(key) ?? [])];
    const combination = findGivenAway(reduce(vectors), small, answers, fewest);
    if (!combination) return new Set(shown);
    // The first is the total, which stays; those after it stand in the order of their size.
    const smallest = combination.findIndex((share, index) => index > 0 && !isZero(share));
    if (smallest < 1) return new Set();
    shown.splice(smallest - 1, 1);
  }
}

/** For each group, which cells it holds: 1 or 0 by the index of the cell. */
function membersOf(cells: readonly Cell[]): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [index, { groups }] of cells.entries()) {
    for (const key of groups) {
      const row = members.get(key) ?? cells.map(() => 0);
      row[index] = 1;
      members.set(key, row);
    }
  }
  return members;
}

interface ReducedRow {
  values: number[];
  /** How much of each original vector is in it. */
  shares: number[];
  pivot: number;
}

/** Reduced row echelon form, by Gauss and Jordan. */
function reduce(vectors: readonly number[][]): ReducedRow[] {
  const rows: ReducedRow[] = [];
  for (const [index, vector] of vectors.entries()) {
    const shares = vectors.map((_, other) => Number(other === index));
    const rest = eliminate({ values: [...vector], shares, pivot: -1 }, rows);
    const pivot = rest.values.findIndex((value) => !isZero(value));
    if (pivot === -1) continue;
    const scale = rest.values[pivot] ?? 1;
    const row = { values: rest.values.map(by(scale)), shares: rest.shares.map(by(scale)), pivot };
    for (const [at, earlier] of rows.entries()) rows[at] = eliminate(earlier, [row]);
    rows.push(row);
  }
  return rows;
}

function eliminate(row: ReducedRow, rows: readonly ReducedRow[]): ReducedRow {
  let { values, shares } = row;
  for (const other of rows) {
    const factor = values[other.pivot] ?? 0;
    if (isZero(factor)) continue;
    values = values.map((value, index) => value - factor * (other.values[index] ?? 0));
    shares = shares.map((share, index) => share - factor * (other.shares[index] ?? 0));
  }
  return { values, shares, pivot: row.pivot };
}

/** How the shown vectors combine to something about too few answers, or null. */
function findGivenAway(
  rows: readonly ReducedRow[],
  small: readonly number[][],
  answers: readonly number[],
  fewest: number,
): number[] | null {
  const rest = rows.find(({ values }) => {
    const size = sum(values.map((value, index) => value * (answers[index] ?? 0)));
    return size < fewest && values.every((value) => isZero(value) || isZero(value - 1));
  });
  if (rest) return rest.shares;
  for (const values of small) {
    const left = eliminate(
      { values: [...values], shares: rows[0]?.shares.map(() => 0) ?? [], pivot: -1 },
      rows,
    );
    if (left.values.every(isZero)) return left.shares;
  }
  return null;
}

function by(scale: number): (value: number) => number {
  return (value) => value / scale;
}

function isZero(value: number): boolean {
  return Math.abs(value) < 1e-9;
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}
