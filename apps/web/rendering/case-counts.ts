import { Injectable } from '@nestjs/common';
import { SearchIndex } from '../../../libs/platform/search/search-index.js';

type Counts = ReadonlyMap<string, number>;

/** How many published cases there are of each value of a facet: one question to the index, instead of one per country. */
@Injectable()
export class CaseCounts {
  constructor(private readonly index: SearchIndex) {}

  /** By value, such as `PER`, most first; empty while the search is being repaired, when lists stand without figures. */
  by(facet: 'country' | 'sdg' | 'theme'): Promise<Counts> {
    return this.count(facet, {});
  }

  /** Themes of the cases of a country. */
  themesOf(country: string): Promise<Counts> {
    return this.count('theme', { country: [country] });
  }

  private async count(facet: string, filters: Record<string, string[]>): Promise<Counts> {
    const request = {
      q: '',
      filters: { ...filters, type: ['case'] },
      audiences: ['public'],
      facets: [facet],
      limit: 1,
    };
    const answer = await this.index.search(request).catch(() => null);
    return new Map(answer?.facets[facet]?.map(({ value, count }) => [value, count]));
  }
}
