import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import { type Actor, audiencesOf } from '../../platform/access/actor.js';
import { SearchIndex } from '../../platform/search/search-index.js';
import { search } from '../explore.access.js';
import { QUERY_MAX, type SuggestView } from '../explore.schemas.js';

const MOST_SUGGESTED = 8;

/** The first hits while someone types. */
@Injectable()
export class Suggest {
  constructor(private readonly index: SearchIndex) {}

  async execute(actor: Actor, q: string): Promise<SuggestView> {
    requireAccess(search, actor, undefined);
    if (q.trim() === '') return { hits: [] };
    const { hits } = await this.index.search({
      q: q.slice(0, QUERY_MAX),
      audiences: audiencesOf(actor),
      limit: MOST_SUGGESTED,
    });
    return {
      hits: hits.map((hit) => {
        const { facets: _, ...view } = hit;
        return view;
      }),
    };
  }
}
