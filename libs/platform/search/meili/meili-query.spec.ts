import { describe, expect, it } from '@jest/globals';
import { primaryKey, toMeiliDocument } from './meili-documents.js';
import { filterFor, plainQuery, toMarkedText, toMeiliQueries, toSearchAnswer } from './meili-query.js';

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

  it('keep quotes and minus from becoming operators', () => {
    expect(plainQuery(' "water" -harvesting south-south ')).toBe('water  harvesting south-south');
  });

  it('ask once more for each facet that is filtered itself', () => {
    const request = {
      q: 'w',
      audiences: ['public'],
      filters: { country: ['PER'] },
      facets: ['country', 'type'],
    };
    const queries = toMeiliQueries(request, 'minga');
    expect(queries.map(({ filter, facets }) => ({ filter, facets }))).toEqual([
      { filter: ['"audience" IN ["public"]', '"facets.country" IN ["PER"]'], facets: undefined },
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

  it('read marks, and let no text bring its own', () => {
    expect(toMarkedText('the \ue000water\ue001 of \ue000life\ue001')).toEqual([
      { text: 'the ', marked: false },
      { text: 'water', marked: true },
      { text: ' of ', marked: false },
      { text: 'life', marked: true },
    ]);
    const document = toMeiliDocument({
      key: 'case:1',
      type: 'case',
      title: '\ue000fake\ue001',
      text: '',
      url: '/',
      audience: [],
      facets: {},
      at: '2020-01-01T00:00:00Z',
    });
    expect(document.title).toBe('fake');
  });
});
