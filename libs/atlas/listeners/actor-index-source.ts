import { Injectable } from '@nestjs/common';
import { entityKey, parseEntityKey } from '../../platform/entities/entity.js';
import type { EventMap } from '../../platform/events/event.js';
import type { IndexedEvent, IndexSource } from '../../platform/search/index-source.js';
import { IndexedSource } from '../../platform/search/indexer.js';
import type { SearchDocument } from '../../platform/search/search-index.js';
import type { ActorRow } from '../actors.cypher.js';
import { ActorsRepository } from '../actors.repository.js';
import { AtlasNames } from '../atlas-names.js';

const ACTORS_PER_BATCH = 500;

/** An actor is a short text, which ranks high; what it took part in tells more. */
const ACTOR_WEIGHT = 0.2;

/** Actors under their name; their kind and country, in all languages, find them too. */
@Injectable()
@IndexedSource()
export class ActorIndexSource implements IndexSource {
  readonly type = 'actor';
  readonly hears = ['atlas.actor-added', 'atlas.actor-changed'];

  constructor(
    private readonly actors: ActorsRepository,
    private readonly names: AtlasNames,
  ) {}

  keysFor({ data }: IndexedEvent): string[] {
    return [entityKey('actor', (data as unknown as EventMap['atlas.actor-changed']).actor.id)];
  }

  async load(keys: string[]): Promise<{ put: SearchDocument[]; remove: string[] }> {
    const put = await this.documents(keys.map((key) => parseEntityKey(key).id));
    const found = new Set(put.map(({ key }) => key));
    return { put, remove: keys.filter((key) => !found.has(key)) };
  }

  async *all(): AsyncIterable<SearchDocument[]> {
    const ids = (await this.actors.listIds()).map(({ id }) => id);
    for (let first = 0; first < ids.length; first += ACTORS_PER_BATCH) {
      yield await this.documents(ids.slice(first, first + ACTORS_PER_BATCH));
    }
  }

  private async documents(ids: string[]): Promise<SearchDocument[]> {
    const rows = await this.actors.listById(ids);
    return rows.filter(({ hidden }) => !hidden).map((row) => this.toDocument(row));
  }

  private toDocument({ id, name, type, country, createdAt }: ActorRow): SearchDocument {
    const filedUnder = [
      ...(type === null ? [] : [`actor-type:${type}`]),
      ...(country === null ? [] : [entityKey('country', country)]),
    ];
    return {
      key: entityKey('actor', id),
      type: 'actor',
      title: name,
      text: '',
      keywords: this.names.keywordsOf(filedUnder),
      weight: ACTOR_WEIGHT,
      url: `/actors/${id}`,
      audience: ['public'],
      facets: country === null ? {} : { country: [country] },
      at: createdAt,
    };
  }
}
