import { Injectable } from '@nestjs/common';
import { type EntityListView, FindEntities } from '../../../libs/explore/index.js';
import { findVisibleEntity } from '../../../libs/platform/entities/entities.cypher.js';
import { ENTITY_KEY_PATTERN, type EntityRef } from '../../../libs/platform/entities/entity.js';
import { Graph } from '../../../libs/platform/graph/graph.js';
import type { HttpRequest } from '../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../libs/platform/http/request-locale.js';
import type { OfferedLink, PickedLinks } from '../components/link-picker.js';
import { type NameOf, PageNames } from './names.js';
import { Pages } from './pages.js';
import { withFoundKeys } from './picked-links.js';

const MOST_FOUND = 10;

/** Finds what a form may link to, and names what it links to already. */
@Injectable()
export class LinkPicking {
  constructor(
    private readonly graph: Graph,
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly findEntities: FindEntities,
  ) {}

  nameOf(request: HttpRequest): NameOf {
    return this.names.for(request);
  }

  /** The same list with what its words find besides. */
  async withFound(request: HttpRequest, links: PickedLinks, types: readonly string[]): Promise<PickedLinks> {
    if (links.words === '') return links;
    const items = await this.find(request, links.words, types, MOST_FOUND);
    const keys = items.map(({ key }) => key);
    return withFoundKeys(links, keys);
  }

  /** What is offered, by name; what is not there, or of another type, is left out. */
  async offer(
    request: HttpRequest,
    { offered }: PickedLinks,
    types: readonly string[],
  ): Promise<OfferedLink[]> {
    const { t } = this.pages.textsFor(request);
    const keys = offered.filter((key) => types.some((type) => key.startsWith(`${type}:`)));
    const found = await this.chosen(request, keys);
    return found.map(({ key, title, type }) => ({ key, title, kind: t(`threads.subject-${type}`) }));
  }

  /** Those of the keys that are there and open to everyone, named in the reader's language. */
  async chosen(request: HttpRequest, keys: readonly string[]): Promise<EntityRef[]> {
    const nameOf = this.names.for(request);
    const valid = keys.filter((key) => ENTITY_KEY_PATTERN.test(key));
    const found = await Promise.all(valid.map((key) => this.graph.read(findVisibleEntity, { key })));
    return found.flat().map((entity) => ({ ...entity, title: nameOf(entity.key, entity.title) }));
  }

  async find(
    request: HttpRequest,
    q: string,
    types: readonly string[],
    limit: number,
  ): Promise<EntityListView['items']> {
    const query = { q, type: [...types], limit };
    const locale = requestLocale(request);
    const ask = () => this.findEntities.execute(request.actor, query, locale);
    return (await this.pages.searchFor(request, ask, { items: [] })).items;
  }
}
