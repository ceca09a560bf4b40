import { Injectable } from '@nestjs/common';
import { Graph } from '../graph/graph.js';
import { findVisibleEntity } from './entities.cypher.js';
import type { EntityRef } from './entity.js';

/** Finds what keys stand for, for pages that tell of many things at once. */
@Injectable()
export class NameEntities {
  constructor(private readonly graph: Graph) {}

  /** What everyone may see, by its key; what is hidden or gone is left out. */
  async execute(keys: Iterable<string>): Promise<Map<string, EntityRef>> {
    const found = await Promise.all(
      [...new Set(keys)].map(async (key) => (await this.graph.read(findVisibleEntity, { key }))[0]),
    );
    return new Map(found.filter((entity) => entity !== undefined).map((entity) => [entity.key, entity]));
  }
}
