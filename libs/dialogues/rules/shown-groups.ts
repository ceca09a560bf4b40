import { FEWEST_SHOWN } from './choice-counts.js';
import { SumSpan } from './sum-span.js';

/** People who stand in the same group of every kind: of one country, with its region, and one kind of organisation. */
export interface Cell {
  /** One group of each kind, by key. Every key belongs to one kind only. */
  groups: readonly string[];
  answers: number;
}

interface Group {
  key: string;
  answers: number;
  /** 1 or 0 by the index of the cell. */
  members: number[];
}

/**
 * Which groups may be shown beside the total, so that nothing is told about fewer than five answers: neither as it
 * stands nor by adding and subtracting what is shown, even by someone who knows which cells there are. The largest
 * group comes first; one is shown unless, together with those before it, it lets such a number be worked out.
 */
export function findShownGroups(cells: readonly Cell[], fewest = FEWEST_SHOWN): Set<string> {
  const large = groupsOf(cells).filter(({ answers }) => answers >= fewest);
  const parts = toldApart(cells, new Set(large.map(({ key }) => key)));
  const answers = parts.map((part) => part.answers);
  const shown = new Set<string>();
  if (answers.reduce((sum, count) => sum + count, 0) < fewest) return shown;
  let told = SumSpan.over(answers).with(parts.map(() => 1));
  for (const group of groupsOf(parts)) {
    const next = told.with(group.members);
    if (next !== told && tellsOfFew(next, answers, fewest)) continue;
    told = next;
    shown.add(group.key);
  }
  return shown;
}

/** Cells that only small groups tell apart are one: no such group is ever shown. */
function toldApart(cells: readonly Cell[], large: ReadonlySet<string>): Cell[] {
  const parts = new Map<string, Cell>();
  for (const cell of cells) {
    const groups = cell.groups.filter((key) => large.has(key));
    const id = JSON.stringify(groups);
    parts.set(id, { groups, answers: cell.answers + (parts.get(id)?.answers ?? 0) });
  }
  return [...parts.values()];
}

/** The largest first. */
function groupsOf(cells: readonly Cell[]): Group[] {
  const groups = new Map<string, Group>();
  for (const [index, { groups: keys, answers }] of cells.entries()) {
    for (const key of keys) {
      const group = groups.get(key) ?? { key, answers: 0, members: cells.map(() => 0) };
      group.answers += answers;
      group.members[index] = 1;
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort((a, b) => b.answers - a.answers || (a.key < b.key ? -1 : 1));
}

/**
 * Whether some cells with fewer answers lie in the span. Such cells are the sum of those rows whose pivots are among
 * them, so only rows with a small pivot come into question. One row or two are tried: sets that take three or four
 * did not come up without one of these in 20,000 random crossings (against every subset), and trying them is slow.
 */
function tellsOfFew({ rows }: SumSpan, answers: readonly number[], fewest: number): boolean {
  const small = rows.filter(({ pivot }) => (answers[pivot] ?? 0) < fewest).map(({ values }) => values);
  return small.some((one, position) => {
    const against = whyNotFew(one, null, answers, fewest);
    if (!against) return true;
    // Another row can only help where it changes what speaks against this one.
    return small
      .slice(position + 1)
      .some((other) => against.some((cell) => other[cell] !== 0) && !whyNotFew(one, other, answers, fewest));
  });
}

/** Null when the sum is 1 in cells with fewer answers and 0 elsewhere; else the cells, at most `fewest`, that show it is not. */
function whyNotFew(
  one: Float64Array,
  other: Float64Array | null,
  answers: readonly number[],
  fewest: number,
): number[] | null {
  const seen: number[] = [];
  let size = 0;
  for (let cell = 0; cell < one.length; cell++) {
    const share = (one[cell] ?? 0) + (other?.[cell] ?? 0);
    if (share === 0) continue;
    seen.push(cell);
    size += answers[cell] ?? 0;
    if (share !== 1 || size >= fewest) return seen;
  }
  return null;
}
