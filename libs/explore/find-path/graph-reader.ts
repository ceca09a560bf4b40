import { Injectable } from '@nestjs/common';
import { Graph } from '../../platform/graph/graph.js';
import {
  type BetweenRow,
  type EdgeRow,
  findGraphNode,
  listBetween,
  listIncomingEdges,
  listNewestIncomingEdges,
  listOutgoingEdges,
} from '../explore.cypher.js';
import type { GraphWindow, Middle } from '../rules/shortest-path.js';
import type { GraphNode, SeenEdge } from '../rules/walk.js';

/** So many things between hubs are enough to choose from. */
const MOST_BETWEEN = 200;

/** How the search for a walk looks into the graph: what everyone may see, and relationships that hold today. */
@Injectable()
export class GraphReader implements GraphWindow {
  constructor(private readonly graph: Graph) {}

  async findNode(key: string): Promise<GraphNode | null> {
    const [node] = await this.graph.read(findGraphNode, { key });
    return node ?? null;
  }

  async outgoing(keys: string[]): Promise<SeenEdge[]> {
    return (await this.graph.read(listOutgoingEdges, { keys, today: today() })).map(startingNear);
  }

  async incoming(keys: string[]): Promise<SeenEdge[]> {
    return (await this.graph.read(listIncomingEdges, { keys, today: today() })).map(endingNear);
  }

  async newestIncoming(key: string, limit: number): Promise<SeenEdge[]> {
    return (await this.graph.read(listNewestIncomingEdges, { key, limit, today: today() })).map(endingNear);
  }

  async between(starts: string[], ends: string[]): Promise<Middle[]> {
    const rows = await this.graph.read(listBetween, { starts, ends, today: today(), limit: MOST_BETWEEN });
    return rows.map(toMiddle);
  }
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

function startingNear({ near, relation, role, source, ...far }: EdgeRow): SeenEdge {
  return { edge: { from: near, relation, role, source, to: far.key }, far };
}

function endingNear({ near, relation, role, source, ...far }: EdgeRow): SeenEdge {
  return { edge: { from: far.key, relation, role, source, to: near }, far };
}

function toMiddle(row: BetweenRow): Middle {
  const { key, type, title, url, pointedAt } = row;
  return {
    node: { key, type, title, url, pointedAt },
    toStart: {
      from: key,
      relation: row.startRelation,
      role: row.startRole,
      source: row.startSource,
      to: row.start,
    },
    toEnd: { from: key, relation: row.endRelation, role: row.endRole, source: row.endSource, to: row.end },
  };
}
