import { Injectable } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { countLinked } from './entities.cypher.js';

/** How many entities of each type stand one step from an entity. */
@Injectable()
export class CountLinked {
  constructor(private readonly graph: Graph) {}

  /** By type, without those that are hidden: `{ case: 12, thread: 3 }`. */
  async execute(key: string): Promise<Record<string, number>> {
    const rows = await this.graph.read(countLinked, { key });
    return Object.fromEntries(rows.map(({ type, count }) => [type, count]));
  }
}
