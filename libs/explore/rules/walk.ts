/** A thing in the graph, by its key `type:id`, and how many others point at it. */
export interface GraphNode {
  key: string;
  pointedAt: number;
}

/** That one thing points at another, by whatever relation. */
export interface Link {
  from: string;
  to: string;
}

export interface Walk {
  /** One more than links. */
  nodes: GraphNode[];
  links: Link[];
}

/** Types that join nearly everything with everything. */
const BROAD = new Set(['region', 'income', 'group', 'modality']);
const COST_OF_BROAD = 10;

/** Meetings touch many things at once, and what comes of one is about all that it touched. */
const OF_MEETINGS = new Set(['session', 'dialogue', 'statement', 'outcome', 'commitment']);
const COST_OF_MEETING = 6;

/**
 * What it costs to walk through a node: the more things point at it, the less it says that two of them do. Half of
 * all things could be said to be connected by having been done in one region, so broad types cost more. What was done
 * connects more closely than what was touched at one meeting, so meetings cost more too, though less.
 */
export function costOf({ key, pointedAt }: GraphNode): number {
  const type = key.slice(0, key.indexOf(':'));
  return Math.log2(1 + pointedAt) + extraCostOf(type);
}

function extraCostOf(type: string): number {
  if (BROAD.has(type)) return COST_OF_BROAD;
  return OF_MEETINGS.has(type) ? COST_OF_MEETING : 0;
}

/** The shorter one; then the one through fewer and smaller hubs; then the first by keys. */
export function isBetterWalk(one: Walk, other: Walk): boolean {
  const longer = one.links.length - other.links.length;
  if (longer !== 0) return longer < 0;
  const dearer = costBetweenEnds(one) - costBetweenEnds(other);
  return Math.abs(dearer) > 1e-9 ? dearer < 0 : keysOf(one) < keysOf(other);
}

function costBetweenEnds({ nodes }: Walk): number {
  return nodes.slice(1, -1).reduce((sum, node) => sum + costOf(node), 0);
}

function keysOf({ nodes }: Walk): string {
  return nodes.map(({ key }) => key).join(' ');
}
