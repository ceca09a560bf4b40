import { Injectable } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { decodeCursor, type Page, toPage } from '../graph/page.js';
import { findVisibleEntity, type LinkedRow, listLinked, listLinkedOfType } from './entities.cypher.js';

export interface ListLinkedQuery {
  /** Only entities of this type, for example `case`. */
  type?: string;
  cursor?: string;
  /** 20 by default. */
  limit?: number;
}

/** What stands one step from an entity in the graph, by whichever relationship. */
@Injectable()
export class ListLinked {
  constructor(private readonly graph: Graph) {}

  /**
   * Each linked entity once with all its relations, newest link first; what is hidden is left out, and nothing is
   * linked to what is hidden itself.
   */
  async execute(key: string, { type, cursor, limit = 20 }: ListLinkedQuery = {}): Promise<Page<LinkedRow>> {
    const position = decodeCursor(cursor);
    const [entity] = await this.graph.read(findVisibleEntity, { key });
    if (!entity) return { items: [], nextCursor: null };
    const window = { key, ...position, limit: limit + 1 };
    const rows = type
      ? await this.graph.read(listLinkedOfType, { ...window, type })
      : await this.graph.read(listLinked, window);
    return toPage(rows, limit, (row) => ({ at: row.at, id: row.key }));
  }
}
