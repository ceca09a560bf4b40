import { Injectable } from '@nestjs/common';
import type { EntityRef } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import {
  findGraphNode,
  listBetween,
  listNewestPointing,
  listPointedAt,
  listPointing,
  listSteps,
  type SeenRow,
  type StepRow,
} from '../explore.cypher.js';
import type { GraphWindow, Middle, SeenNode } from '../rules/shortest-path.js';
import type { GraphNode, Link } from '../rules/walk.js';

/** So many things between hubs are enough to choose from. */
const MOST_BETWEEN = 200;

/** How the search for a walk looks into the graph: what everyone may see, and relationships that hold today. */
@Injectable()
export class GraphReader implements GraphWindow {
  constructor(private readonly graph: Graph) {}

  /** Null for what is not there, or hidden. */
  async findNode(key: string): Promise<(EntityRef & GraphNode) | null> {
    const [node] = await this.graph.read(findGraphNode, { key });
    return node ?? null;
  }

  async outgoing(keys: string[]): Promise<SeenNode[]> {
    return (await this.graph.read(listPointedAt, { keys, today: today() })).map(toSeen);
  }

  async incoming(keys: string[]): Promise<SeenNode[]> {
    return (await this.graph.read(listPointing, { keys, today: today() })).map(toSeen);
  }

  async newestIncoming(key: string, limit: number): Promise<SeenNode[]> {
    const rows = await this.graph.read(listNewestPointing, { key, limit, today: today() });
    return rows.map((row) => toSeen({ ...row, nears: [key] }));
  }

  async between(starts: string[], ends: string[]): Promise<Middle[]> {
    const asked = { starts, goals: ends, today: today(), limit: MOST_BETWEEN };
    const rows = await this.graph.read(listBetween, asked);
    return rows.map(({ start, key, pointedAt, goal }) => ({ node: { key, pointedAt }, start, end: goal }));
  }

  /** What the one says of the other, one relationship for each link: the first by name and role. */
  async readSteps(links: Link[]): Promise<StepRow[]> {
    const rows = await this.graph.read(listSteps, { pairs: links, today: today() });
    rows.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
    return links.flatMap(({ from, to }) => {
      return rows.find((row) => row.from.key === from && row.to.key === to) ?? [];
    });
  }
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function toSeen({ key, pointedAt, nears }: SeenRow): SeenNode {
  return { node: { key, pointedAt }, nears };
}

function nameOf({ relation, role, source }: StepRow): string {
  return `${relation} ${role} ${source}`;
}
