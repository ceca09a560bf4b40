import { costOf, type GraphNode, type Link } from './walk.js';

/** How one node was reached from one end. */
export interface Reach {
  node: GraphNode;
  distance: number;
  /** Of all nodes on the way, this one included and the start not. */
  cost: number;
  previous: string | null;
  link: Link | null;
}

/** The nearer one; then the one through fewer and smaller hubs; then the first by keys. */
export function isBetterReach(one: Reach, other: Reach): boolean {
  if (one.distance !== other.distance) return one.distance < other.distance;
  if (Math.abs(one.cost - other.cost) > 1e-9) return one.cost < other.cost;
  return (one.previous ?? '') < (other.previous ?? '');
}

/** What is known from one end of the walk: everything up to a depth, and some things one step further. */
export class WalkSide {
  readonly reached = new Map<string, Reach>();
  /** All nodes at exactly {@link depth}. */
  frontier: string[];
  depth = 0;
  /** Hubs met so far that were not opened, and those among them that the last step met. */
  readonly hubs: string[] = [];
  newHubs: string[] = [];
  private ahead = new Set<string>();

  constructor(start: GraphNode) {
    this.reached.set(start.key, { node: start, distance: 0, cost: 0, previous: null, link: null });
    this.frontier = [start.key];
  }

  /** The reach of a node beside one that is reached. */
  extend(near: string, link: Link, far: GraphNode): Reach {
    const from = this.reached.get(near)!;
    return {
      node: far,
      distance: from.distance + 1,
      cost: from.cost + costOf(far),
      previous: near,
      link,
    };
  }

  add(reach: Reach): void {
    const { key } = reach.node;
    if (!this.reached.has(key)) this.ahead.add(key);
    this.reached.set(key, reach);
  }

  /** Moves on to the nodes one step further. */
  step(): void {
    this.depth++;
    this.frontier = [...this.ahead];
    this.ahead.clear();
  }

  /** Takes a node that was reached late into the frontier. */
  joinFrontier(key: string): void {
    this.ahead.delete(key);
    this.frontier.push(key);
  }

  get isExhausted(): boolean {
    return this.frontier.length === 0 && this.hubs.length === 0;
  }

  /** How many edges going on from here would read. */
  openingCost(hubFrom: number): number {
    return this.reaches(this.frontier).reduce(
      (sum, { node }) => sum + 1 + Math.min(node.pointedAt, hubFrom),
      0,
    );
  }

  frontierByWeight(): Reach[] {
    return this.byWeight(this.frontier);
  }

  weightOf(keys: string[]): number {
    return this.reaches(keys).reduce((sum, { node }) => sum + node.pointedAt, 0);
  }

  /** The nodes that something points at, the lightest first, in parts of about `weight`. */
  chunksByWeight(keys: string[], weight: number): string[][] {
    const chunks: string[][] = [];
    let room = 0;
    for (const { node } of this.byWeight(keys)) {
      if (node.pointedAt === 0) continue;
      if (room < node.pointedAt) {
        chunks.push([]);
        room = weight;
      }
      room -= node.pointedAt;
      chunks.at(-1)!.push(node.key);
    }
    return chunks;
  }

  /** The way to a node, from the start. */
  trail(reach: Reach): { nodes: GraphNode[]; links: Link[] } {
    const nodes: GraphNode[] = [];
    const links: Link[] = [];
    for (
      let at: Reach | undefined = reach;
      at;
      at = at.previous ? this.reached.get(at.previous) : undefined
    ) {
      nodes.push(at.node);
      if (at.link) links.push(at.link);
    }
    return { nodes: nodes.reverse(), links: links.reverse() };
  }

  private byWeight(keys: string[]): Reach[] {
    return this.reaches(keys).sort(
      (x, y) => x.node.pointedAt - y.node.pointedAt || (x.node.key < y.node.key ? -1 : 1),
    );
  }

  private reaches(keys: string[]): Reach[] {
    return keys.map((key) => this.reached.get(key)!);
  }
}
