import { describe, expect, it } from '@jest/globals';
import type { SearchDocument } from '../search-index.js';
import { readQueryWords } from '../text/query-words.js';
import { primaryKey, toMeiliDocument } from './meili-documents.js';
import { wordsFoundIn } from './meili-marks.js';
import { filterFor, queryParts, toMeiliQueries, toSearchAnswer } from './meili-query.js';

function buildDocument(key: string): SearchDocument {
  const [type = ''] = key.split(':');
  return { key, type, title: key, text: '', url: '/', audience: [], facets: {}, at: '2020-01-01T00:00:00Z' };
}

describe('Meilisearch queries', () => {
  it('turn keys into allowed characters without two becoming one', () => {
    expect(primaryKey('case:01J')).toBe('case_3a01J');
    expect(primaryKey('case_3a01J')).not.toBe(primaryKey('case:01J'));
    expect(primaryKey('sector:水')).toBe('sector_3a_e6_b0_b4');
  });

  it('keep a filter value from becoming an expression', () => {
    const hostile = '\\" OR audience = "board';
    expect(filterFor({ q: '', audiences: ['public'], filters: { country: [hostile], year: [] } })).toEqual([
      '"audience" IN ["public"]',
      '"facets.country" IN ["\\" OR audience = \\"board"]',
    ]);
  });

  it('hold words alone, none of which is an operator, as they are held by documents', () => {
    expect(queryParts(' "water" -harvesting Süd-Süd straße сёл المياه 农业培训 ')).toEqual([
      'water harvesting sud strasse сел مياه 农业培训',
    ]);
  });

  it('come in parts where there are more words than the server reads, the last one alone unfinished', () => {
    const words = 'a b c d e f g h i j k l'.split(' ').map((letter) => letter.repeat(2));
    expect(queryParts(words.join(' '))).toEqual([`${words.slice(0, 10).join(' ')} `, 'kk ll']);
    expect(queryParts('')).toEqual([]);
  });

  it('ask once more for each facet that is filtered itself', () => {
    const request = {
      q: 'w',
      audiences: ['public'],
      filters: { country: ['PER'] },
      facets: ['country', 'type'],
    };
    const queries = toMeiliQueries(request, 'minga');
    expect(queries.slice(0, 3).map(({ filter, facets }) => ({ filter, facets }))).toEqual([
      {
        filter: ['"audience" IN ["public"]', '"facets.country" IN ["PER"]', 'names != "w"'],
        facets: undefined,
      },
      { filter: ['"audience" IN ["public"]', '"facets.country" IN ["PER"]'], facets: ['type'] },
      { filter: ['"audience" IN ["public"]'], facets: ['facets.country'] },
    ]);
  });

  it('put the counts of all answers together', () => {
    const request = {
      q: 'w',
      audiences: ['public'],
      filters: { country: ['PER'] },
      facets: ['country', 'type'],
    };
    const base = { indexUid: 'minga', query: 'w', processingTimeMs: 1, hits: [], offset: 0, limit: 0 };
    const answer = toSearchAnswer(
      request,
      [
        { ...base, estimatedTotalHits: 1000 },
        { ...base, totalHits: 7, facetDistribution: { type: { case: 3, thread: 4 } } },
        { ...base, facetDistribution: { 'facets.country': { PER: 7, IND: 9 } } },
      ],
      2,
    );
    expect(answer.total).toBe(7);
    expect(answer.facets).toEqual({
      country: [
        { value: 'IND', count: 9 },
        { value: 'PER', count: 7 },
      ],
      type: [
        { value: 'thread', count: 4 },
        { value: 'case', count: 3 },
      ],
    });
  });

  describe('for what the query names', () => {
    const base = { indexUid: 'minga', query: 'w', processingTimeMs: 1, offset: 0, limit: 0 };
    const document = (key: string) => toMeiliDocument(buildDocument(key));
    const keysOn = (offset: number) => {
      const request = { q: 'Quênia', audiences: ['public'], offset, limit: 2 };
      const [page, totals, named] = toMeiliQueries(request, 'minga');
      expect(page?.filter).toContain('names != "quenia"');
      expect(named?.filter).toContain('names = "quenia"');
      const others = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => document(`case:${id}`));
      const hits = others.slice(page!.offset, page!.offset! + page!.limit!);
      const answer = toSearchAnswer(
        request,
        [
          { ...base, hits },
          { ...base, hits: [], totalHits: 8, query: totals!.q! },
          { ...base, hits: [document('country:KEN')] },
        ],
        1,
      );
      return answer.hits.map(({ key }) => key);
    };

    it('put it first, and let each of the others stand on one page', () => {
      expect(keysOn(0)).toEqual(['country:KEN', 'case:a']);
      expect(keysOn(1)).toEqual(['case:a', 'case:b']);
      expect(keysOn(2)).toEqual(['case:b', 'case:c']);
      expect(keysOn(6)).toEqual(['case:f', 'case:g']);
    });

    it('ask for nothing of the kind when the order is by time', () => {
      expect(toMeiliQueries({ q: '', audiences: ['public'] }, 'minga')).toHaveLength(2);
      expect(toMeiliQueries({ q: 'kenya', sort: 'newest', audiences: ['public'] }, 'minga')).toHaveLength(2);
      const [page] = toMeiliQueries({ q: 'kenya', sort: 'newest', audiences: ['public'] }, 'minga');
      expect(page).toMatchObject({ sort: ['atMs:desc'], filter: ['"audience" IN ["public"]'] });
    });
  });

  it('keep names of documents that count less, and no others', () => {
    const kenya = { ...buildDocument('country:KEN'), title: 'Kenya', names: ['Quênia', 'Кения'] };
    expect(toMeiliDocument({ ...kenya, weight: 0.5 }).names).toEqual(['kenya', 'quenia', 'кения']);
    expect(toMeiliDocument(kenya)).toMatchObject({ names: [], weight: 1, keywords: 'quenia кения' });
  });

  it('mark what was typed, or what was taken for it', () => {
    const taken = (q: string, text: string) =>
      wordsFoundIn(readQueryWords(q), [text]).map(({ instead }) => instead ?? null);
    expect(taken('pmups', 'Solar pumps for gardens')).toEqual([['pumps']]);
    expect(taken('harvestng rain', 'Rainwater harvesting')).toEqual([['harvesting'], null]);
    expect(taken('rice 2021 watr', 'Nice price in 2012, water')).toEqual([null, null, null]);
    expect(taken('whistleb', 'Whistleblowers')).toEqual([null]);
  });

  it('leave the words by which things are found on the server', () => {
    const document = toMeiliDocument({ ...buildDocument('case:1'), title: 'Ёлки', text: 'Łódź' });
    expect(document).toMatchObject({ title: 'Ёлки', titleWords: 'елки', text: 'Łódź', textWords: 'lodz' });
    const [page] = toMeiliQueries({ q: 'елки', audiences: ['public'] }, 'minga');
    expect(page?.attributesToRetrieve).not.toContain('titleWords');
    expect(page).not.toHaveProperty('attributesToHighlight');
  });
});
