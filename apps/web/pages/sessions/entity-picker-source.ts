import { Injectable } from '@nestjs/common';
import { type EntityListView, FindEntities } from '../../../../libs/explore/index.js';
import { findVisibleEntity } from '../../../../libs/platform/entities/entities.cypher.js';
import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import { Graph } from '../../../../libs/platform/graph/graph.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { type NameOf, PageNames } from '../../rendering/names.js';

/** Things to choose from in a form, by name, and those that were chosen. */
@Injectable()
export class EntityPickerSource {
  constructor(
    private readonly graph: Graph,
    private readonly names: PageNames,
    private readonly findEntities: FindEntities,
  ) {}

  nameOf(request: HttpRequest): NameOf {
    return this.names.for(request);
  }

  /** Those of the keys that are there and open to everyone, named in the reader's language. */
  async chosen(request: HttpRequest, keys: readonly string[]): Promise<EntityRef[]> {
    const nameOf = this.names.for(request);
    const found = await Promise.all(keys.map((key) => this.graph.read(findVisibleEntity, { key })));
    return found.flat().map((entity) => ({ ...entity, title: nameOf(entity.key, entity.title) }));
  }

  async find(
    request: HttpRequest,
    q: string,
    type: string[],
    limit: number,
  ): Promise<EntityListView['items']> {
    const { items } = await this.findEntities.execute(
      request.actor,
      { q, type, limit },
      requestLocale(request),
    );
    return items;
  }
}
