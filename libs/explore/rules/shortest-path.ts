import { type GraphNode, isBetterWalk, type Link, type Walk } from './walk.js';
import { isBetterReach, type Reach, WalkSide } from './walk-side.js';

/** A thing with those of the things asked for that it is linked to. */
export interface SeenNode {
  node: GraphNode;
  nears: string[];
}

/** A thing that points at both `start` and `end`. */
export interface Middle {
  node: GraphNode;
  start: string;
  end: string;
}

/** How the search looks into the graph. Hidden things are not there; order does not matter. */
export interface GraphWindow {
  /** Everything that these point at. */
  outgoing(keys: string[]): Promise<SeenNode[]>;
  /** Everything that points at these; asked only for nodes that few point at. */
  incoming(keys: string[]): Promise<SeenNode[]>;
  /** The newest of the things that point at a node. */
  newestIncoming(key: string, limit: number): Promise<SeenNode[]>;
  /** Things that point at one of `starts` and at one of `ends`; some of them when there are very many. */
  between(starts: string[], ends: string[]): Promise<Middle[]>;
}

export const LONGEST_WALK = 6;

export interface WalkLimits {
  longest: number;
  /** A node that more than this point at is a hub: it is never opened in full. */
  hubFrom: number;
  /** Edges read at most when all nodes at one distance are opened; those that most point at are left as hubs. */
  mostOpened: number;
  /** Where going on reads more edges than this from either end, what lies between the two is looked for first. */
  dearFrom: number;
}

const LIMITS: WalkLimits = { longest: LONGEST_WALK, hubFrom: 500, mostOpened: 1000, dearFrom: 60 };

/** A list of more would make every look at a hub slow; what is left out is met by opening it, a step later. */
const MOST_ENDS = 60;

/** Members of hubs looked through at most in one search for a thing that belongs to two of them. */
const MOST_LOOKED_THROUGH = 30_000;
const LOOKED_THROUGH_AT_ONCE = 500;

/** So many of the newest members of a hub are opened when nothing belongs to two. */
const HUB_SAMPLE = 50;
const MOST_SAMPLED_HUBS = 6;

/**
 * One shortest walk between two things, from both ends at once, level by level.
 *
 * Edges point from what is particular to what is general: a case has a dozen edges, but twenty thousand cases may
 * point at a country. So edges *from* a node are always read in full, edges *to* it only while they are few. What two
 * hubs have in common is looked for by name (`between`), beginning with the smaller hub, so that no country is ever
 * read in full. The walk found is a shortest one, except where every shortest one goes through a hub to one of its
 * members and from there on to something other than what the far end already reaches: of those, the newest
 * {@link HUB_SAMPLE} members are tried.
 *
 * Among walks of one length the one through the fewest and smallest hubs wins (see `costOf`), then the first by keys;
 * between hubs, among those found first.
 */
export async function findShortestWalk(
  window: GraphWindow,
  from: GraphNode,
  to: GraphNode,
  limits: Partial<WalkLimits> = {},
): Promise<Walk | null> {
  if (from.key === to.key) return { nodes: [from], links: [] };
  return new WalkSearch(window, from, to, { ...LIMITS, ...limits }).run();
}

class WalkSearch {
  private readonly a: WalkSide;
  private readonly b: WalkSide;
  private best: Walk | null = null;
  private lookedThrough = 0;

  constructor(
    private readonly window: GraphWindow,
    from: GraphNode,
    to: GraphNode,
    private readonly limits: WalkLimits,
  ) {
    this.a = new WalkSide(from);
    this.b = new WalkSide(to);
  }

  async run(): Promise<Walk | null> {
    await Promise.all([this.lookAhead(this.a, this.a.frontier), this.lookAhead(this.b, this.b.frontier)]);
    while (!this.isSettled()) {
      if (this.a.isExhausted || this.b.isExhausted) break;
      if (this.settledLength >= this.limits.longest) break;
      if (this.isDearToGoOn()) {
        await this.lookBetweenFrontiers();
        if (this.hasWalkOf(this.settledLength + 1)) break;
      }
      const side = this.cheaperSide();
      await this.advance(side);
      if (this.isSettled()) break;
      await this.lookBetween();
      if (this.isSettled()) break;
      await this.sampleHubs(side);
    }
    return this.best && this.best.links.length <= this.limits.longest ? this.best : null;
  }

  /** The length up to which every walk has been met: both sides and the step between them. */
  private get settledLength(): number {
    return this.a.depth + this.b.depth + 1;
  }

  /** Whether no shorter walk, and no better one as long, can turn up any more. */
  private isSettled(): boolean {
    return this.hasWalkOf(this.settledLength);
  }

  private hasWalkOf(length: number): boolean {
    return this.best !== null && this.best.links.length <= length;
  }

  private isDearToGoOn(): boolean {
    const { hubFrom, dearFrom } = this.limits;
    return [this.a, this.b].every((side) => side.openingCost(hubFrom) > dearFrom);
  }

  /** The side that costs less to go on from; one that has only hubs left is not opened. */
  private cheaperSide(): WalkSide {
    const { hubFrom } = this.limits;
    if (this.a.frontier.length === 0) return this.b;
    if (this.b.frontier.length === 0) return this.a;
    return this.b.openingCost(hubFrom) < this.a.openingCost(hubFrom) ? this.b : this.a;
  }

  /** Takes a side one step further. */
  private async advance(side: WalkSide): Promise<void> {
    const light: string[] = [];
    let rows = 0;
    side.newHubs = [];
    for (const { node } of side.frontierByWeight()) {
      rows += node.pointedAt;
      if (node.pointedAt > this.limits.hubFrom || rows > this.limits.mostOpened) side.newHubs.push(node.key);
      else if (node.pointedAt > 0) light.push(node.key);
    }
    side.hubs.push(...side.newHubs);
    if (light.length > 0) {
      for (const { node, nears } of await this.window.incoming(light)) {
        for (const near of nears) this.reach(side, near, { from: node.key, to: near }, node);
      }
    }
    side.step();
    await this.lookAhead(side, side.frontier);
  }

  /** Reads where the edges of these lead, which costs little and tells one step early whether the sides meet. */
  private async lookAhead(side: WalkSide, keys: string[]): Promise<void> {
    if (keys.length === 0) return;
    for (const { node, nears } of await this.window.outgoing(keys)) {
      for (const near of nears) this.reach(side, near, { from: near, to: node.key }, node);
    }
  }

  private reach(side: WalkSide, near: string, link: Link, far: GraphNode): void {
    const reach = side.extend(near, link, far);
    const known = side.reached.get(far.key);
    if (known && !isBetterReach(reach, known)) return;
    // What is nearer already was opened from there.
    if (known && known.distance <= side.depth) return;
    side.add(reach);
    const met = (side === this.a ? this.b : this.a).reached.get(far.key);
    if (met) this.consider(side === this.a ? [reach, met] : [met, reach]);
  }

  /**
   * Looks for things between the two sides before either is opened: the engine finds them for less than it costs to
   * read hundreds of nodes with all they point at.
   */
  private async lookBetweenFrontiers(): Promise<void> {
    const { a, b } = this;
    const [one, other] = a.weightOf(a.frontier) <= b.weightOf(b.frontier) ? [a, b] : [b, a];
    const goals = other.frontier.slice(0, MOST_ENDS);
    await this.lookBetweenSets(one, true, one.frontier, goals, this.settledLength + 1);
  }

  /** Looks for things that belong to a hub of one side and to the edge, or a hub, of the other. */
  private async lookBetween(): Promise<void> {
    for (const [one, other] of [
      [this.a, this.b],
      [this.b, this.a],
    ] as const) {
      if (one.hubs.length === 0 || this.isSettled()) continue;
      const ends = [...new Set([...other.hubs, ...other.frontier])].slice(0, MOST_ENDS);
      const [starts, goals] =
        one.weightOf(one.hubs) <= other.weightOf(ends) ? [one.hubs, ends] : [ends, one.hubs];
      await this.lookBetweenSets(one, starts === one.hubs, starts, goals, this.settledLength);
    }
  }

  private async lookBetweenSets(
    one: WalkSide,
    startsAtOne: boolean,
    starts: string[],
    goals: string[],
    wanted: number,
  ): Promise<void> {
    const other = one === this.a ? this.b : this.a;
    const startSide = startsAtOne ? one : other;
    for (const chunk of startSide.chunksByWeight(starts, LOOKED_THROUGH_AT_ONCE)) {
      const weight = startSide.weightOf(chunk);
      if (this.lookedThrough + weight > MOST_LOOKED_THROUGH) return;
      this.lookedThrough += weight;
      for (const { node, start, end } of await this.window.between(chunk, goals)) {
        const [mine, its] = startsAtOne ? [start, end] : [end, start];
        const here = one.extend(mine, { from: node.key, to: mine }, node);
        const there = other.extend(its, { from: node.key, to: its }, node);
        this.consider(one === this.a ? [here, there] : [there, here]);
      }
      if (this.hasWalkOf(wanted)) return;
    }
  }

  /** Opens a few members of the hubs that the last step met. */
  private async sampleHubs(side: WalkSide): Promise<void> {
    const before = new Set(side.frontier);
    for (const key of side.newHubs.slice(0, MOST_SAMPLED_HUBS)) {
      for (const { node } of await this.window.newestIncoming(key, HUB_SAMPLE)) {
        this.reachSample(side, key, node);
      }
    }
    await this.lookAhead(
      side,
      side.frontier.filter((key) => !before.has(key)),
    );
  }

  private reachSample(side: WalkSide, hub: string, far: GraphNode): void {
    if (side.reached.has(far.key) && side.reached.get(far.key)!.distance <= side.depth) return;
    const reach = side.extend(hub, { from: far.key, to: hub }, far);
    side.add(reach);
    side.joinFrontier(far.key);
    const met = (side === this.a ? this.b : this.a).reached.get(far.key);
    if (met) this.consider(side === this.a ? [reach, met] : [met, reach]);
  }

  /** A walk to one node from both ends. */
  private consider([fromA, fromB]: [Reach, Reach]): void {
    const there = this.a.trail(fromA);
    const back = this.b.trail(fromB);
    const walk: Walk = {
      nodes: [...there.nodes, ...back.nodes.reverse().slice(1)],
      links: [...there.links, ...back.links.reverse()],
    };
    if (new Set(walk.nodes.map(({ key }) => key)).size < walk.nodes.length) return;
    if (!this.best || isBetterWalk(walk, this.best)) this.best = walk;
  }
}
