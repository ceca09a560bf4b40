import { Injectable } from '@nestjs/common';
import { AtlasNames } from '../../atlas/index.js';
import { requireAccess } from '../../platform/access/access-rule.js';
import { type Actor, audiencesOf } from '../../platform/access/actor.js';
import { ENTITY_KEY_PATTERN, type EntityRef } from '../../platform/entities/entity.js';
import { Graph } from '../../platform/graph/graph.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { type SearchHit, SearchIndex } from '../../platform/search/search-index.js';
import { readGraph } from '../explore.access.js';
import { listVisibleEntities } from '../explore.cypher.js';
import type { EntityListView } from '../explore.schemas.js';
import { ExploreWords } from '../explore.words.js';

/** Looked at beyond what is asked for, since some hits are found by their text alone, and posts have no page. */
const HITS_LOOKED_AT = 40;

/** Finds things by name, for a form in which one of them is to be chosen. */
@Injectable()
export class FindEntities {
  constructor(
    private readonly graph: Graph,
    private readonly index: SearchIndex,
    private readonly names: AtlasNames,
    private readonly words: ExploreWords,
  ) {}

  /**
   * Things with the words in their title come first, then those that hold them elsewhere.
   * @param q words, or the very key of a thing
   */
  async execute(
    actor: Actor,
    query: { q: string; type: string[]; limit: number },
    locale: Locale,
  ): Promise<EntityListView> {
    requireAccess(readGraph, actor, undefined);
    if (query.q === '') return { items: [] };
    const { hits } = await this.index.search({
      q: query.q,
      filters: query.type.length > 0 ? { type: query.type } : undefined,
      audiences: audiencesOf(actor),
      limit: HITS_LOOKED_AT,
    });
    const named = hits.filter(isFoundByTitle);
    const others = hits.filter((hit) => !isFoundByTitle(hit));
    const exact = ENTITY_KEY_PATTERN.test(query.q) ? [query.q] : [];
    const keys = [...new Set([...exact, ...[...named, ...others].map(({ key }) => key)])];
    const items = (await this.readVisible(keys))
      .filter(({ type }) => query.type.length === 0 || query.type.includes(type))
      .slice(0, query.limit)
      .map((entity) => ({
        ...this.names.localise(entity, locale),
        typeName: this.words.typeName(entity.type, locale),
      }));
    return { items };
  }

  /** In the order of the keys. The index may lag behind; the graph says what is there and open to all. */
  private async readVisible(keys: string[]): Promise<EntityRef[]> {
    if (keys.length === 0) return [];
    const rows = await this.graph.read(listVisibleEntities, { keys });
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return keys.flatMap((key) => byKey.get(key) ?? []);
  }
}

function isFoundByTitle(hit: SearchHit): boolean {
  return hit.title.some(({ marked }) => marked);
}
