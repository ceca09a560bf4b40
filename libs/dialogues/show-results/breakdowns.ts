import type { BreakdownView, ResultsView } from '../dialogues.views.schemas.js';
import { addCounts, type ChoiceCounts, NO_ANSWERS, sumOf } from '../rules/choice-counts.js';
import { findShownGroups } from '../rules/shown-groups.js';
import type { GroupNames } from './group-names.js';

/** What people of one country and kind of organisation answered to a statement. */
export interface Tally {
  /** Key of a country; empty for people who name none. */
  country: string;
  /** Code of an actor type; empty for people who name none. */
  organisationType: string;
  counts: ChoiceCounts;
}

/** The ways to divide those who answered, each with the key of their group. */
const KINDS = {
  byCountry: ({ country }: Tally) => country,
  byActorType: ({ organisationType }: Tally) => organisationType && `actor-type:${organisationType}`,
  byRegion: ({ country }: Tally, names: GroupNames) => names.regionOf(country),
  byIncomeGroup: ({ country }: Tally, names: GroupNames) => names.incomeGroupOf(country),
};

type Kind = keyof typeof KINDS;

const KIND_NAMES = Object.keys(KINDS) as Kind[];

export type Breakdowns = Pick<ResultsView['statements'][number], Kind>;

/** The answers to one statement, divided, without the groups that would tell of fewer than five. */
export function toBreakdowns(tallies: readonly Tally[], names: GroupNames): Breakdowns {
  const cells = tallies.map((tally) => ({
    counts: tally.counts,
    answers: sumOf(tally.counts),
    groups: KIND_NAMES.map((kind) => `${kind} ${KINDS[kind](tally, names)}`),
  }));
  const shown = findShownGroups(cells);
  const totals = new Map<string, ChoiceCounts>();
  for (const { groups, counts } of cells) {
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
    byActorType: breakdownOf('byActorType'),
    byRegion: breakdownOf('byRegion'),
    byIncomeGroup: breakdownOf('byIncomeGroup'),
  };
}
