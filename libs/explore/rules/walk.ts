import type { EntityRef } from '../../platform/entities/entity.js';

/** A thing in the graph, and how many others point at it. */
export interface GraphNode extends EntityRef {
  pointedAt: number;
}

/** A relationship as it stands in the graph: `from` says it of `to`. */
export interface GraphEdge {
  from: string;
  relation: string;
  role: string | null;
  source: string;
  to: string;
}

/** An edge seen from one end, with the node at the other. */
export interface SeenEdge {
  edge: GraphEdge;
  far: GraphNode;
}

export interface Walk {
  /** One more than edges. */
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Types that join nearly everything with everything. */
const BROAD = new Set(['region', 'income', 'group', 'modality']);
const COST_OF_BROAD = 10;

/**
 * What it costs to walk through a node: the more things point at it, the less it says that two of them do. Half of
 * all things could be said to be connected by having been done in one region, so broad types cost more.
 */
export function costOf({ type, pointedAt }: GraphNode): number {
  return Math.log2(1 + pointedAt) + (BROAD.has(type) ? COST_OF_BROAD : 0);
}

/** The shorter one; then the one through fewer and smaller hubs; then the first by keys. */
export function isBetterWalk(one: Walk, other: Walk): boolean {
  const longer = one.edges.length - other.edges.length;
  if (longer !== 0) return longer < 0;
  const dearer = costBetweenEnds(one) - costBetweenEnds(other);
  return Math.abs(dearer) > 1e-9 ? dearer < 0 : keysOf(one) < keysOf(other);
}

function costBetweenEnds({ nodes }: Walk): number {
  return nodes.slice(1, -1).reduce((sum, node) => sum + costOf(node), 0);
}

function keysOf({ nodes, edges }: Walk): string {
  const steps = edges.map(({ relation, role }) => `${relation} ${role}`);
  return [...nodes.map(({ key }) => key), ...steps].join(' ');
}
