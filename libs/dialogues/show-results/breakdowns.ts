import type { BreakdownView } from '../dialogues.views.schemas.js';
import { addCounts, type ChoiceCounts, NO_ANSWERS, sumOf } from '../rules/choice-counts.js';
import { findShownGroups } from '../rules/shown-groups.js';
import type { GroupNames } from './group-names.js';

/** The three ways to divide those who answered, each with its group for a country. */
const KINDS = {
  byCountry: (country: string) => country,
  byRegion: (country: string, names: GroupNames) => names.regionOf(country),
  byIncomeGroup: (country: string, names: GroupNames) => names.incomeGroupOf(country),
};

type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as Kind[];

/** The answers to one statement, divided, without the groups that would tell of fewer than five. */
export function toBreakdowns(
  byCountry: ReadonlyMap<string, ChoiceCounts>,
  names: GroupNames,
): Record<Kind, BreakdownView> {
  const cells = [...byCountry].map(([country, counts]) => ({
    counts,
    answers: sumOf(counts),
    groups: KIND_NAMES.map((kind) => `${kind} ${KINDS[kind](country, names)}`),
  }));
  const shown = findShownGroups(cells.filter(({ answers }) => answers > 0));
  const totals = new Map<string, ChoiceCounts>();
  for (const { groups, counts, answers } of cells) {
    if (answers === 0) continue;
    for (const group of groups) totals.set(group, addCounts(totals.get(group) ?? NO_ANSWERS, counts));
  }
  const breakdownOf = (kind: Kind): BreakdownView => {
    const all = [...totals].filter(([group]) => group.startsWith(`${kind} `));
    const groups = all
      .filter(([group]) => shown.has(group))
      .map(([group, counts]) => ({ key: group.slice(kind.length + 1), counts, answers: sumOf(counts) }))
      .sort((a, b) => b.answers - a.answers || (a.key < b.key ? -1 : 1))
      .map(({ key, ...rest }) => ({ key: key || null, title: key && names.titleOf(key), ...rest }));
    return { groups, hiddenGroups: all.length - groups.length };
  };
  return {
    byCountry: breakdownOf('byCountry'),
    byRegion: breakdownOf('byRegion'),
    byIncomeGroup: breakdownOf('byIncomeGroup'),
  };
}
