import { describe, expect, it } from '@jest/globals';
import type { SearchRequest } from '../../../libs/platform/search/search-index.js';
import { buildDocument, buildLibrary, keysOf, markedIn, textOf } from './search-documents.js';
import { describeSearchEngines, foundIn, searchIn } from './search-engines.js';

const HOSTILE_QUERIES = [
  '"',
  '"unclosed',
  "' OR 1=1 --",
  '*',
  '***a*',
  'NEAR(a b, 2)',
  'AND',
  'a AND OR NOT',
  '{title}: x',
  'title:x',
  '^a',
  '-a',
  '(((',
  '\\',
  '🙂👩‍🌾',
  '\ud800',
  'a\udc00b',
  '\0',
  'a\0b',
  '%_',
  'x'.repeat(100_000),
  'a '.repeat(10_000),
  '水'.repeat(5_000),
  '\u202e\u200b\ufeff',
  '__proto__ constructor',
];

describeSearchEngines('answers', (use, engine) => {
  const search = (request: Partial<SearchRequest>) => searchIn(use(), request);
  const found = (q: string, request: Partial<SearchRequest> = {}) => foundIn(use(), q, request);

  describe('words', () => {
    it('must all be found, the last one perhaps unfinished', async () => {
      expect(await found('rainwater harvesting')).toEqual(['case:rain']);
      expect(await found('rainwater harv')).toEqual(['case:rain']);
      expect(await found('rainwater pumps')).toEqual([]);
    });

    it('count more in the title than in the text', async () => {
      expect(await found('harvesting')).toEqual(['case:rain', 'case:school']);
    });

    it('are forgiven a typo, and two when long', async () => {
      expect(await found('pmups')).toEqual(['case:solar']);
      expect(await found('vegetabels')).toEqual(['case:school']);
      expect(await found('rainwater harvestng')).toEqual(['case:rain']);
    });

    it('are found without their accents, and with accents too many', async () => {
      for (const q of [
        'educacion',
        'EDUCACIÓN',
        'ninas',
        'niñas',
        'montana',
        'facade',
        'façade',
        'édücación',
      ]) {
        expect([q, await found(q)]).toEqual([q, ['thread:es']]);
      }
    });

    it('are found with a hyphen behind co, and without', async () => {
      await use().put([
        buildDocument({ key: 'case:joined', title: 'Cooperation of mills' }),
        buildDocument({ key: 'case:hyphen', title: 'Co-operation of mills' }),
      ]);
      await use().settled();
      for (const q of ['cooperation', 'co-operation', 'co\u2011oper'])
        expect([q, (await found(q)).sort()]).toEqual([q, ['case:hyphen', 'case:joined']]);
    });

    it('of Arabic are found in each form, with the article and without', async () => {
      for (const q of ['مياه', 'المياه', 'ادارة', 'إدارة', 'مدرسه', 'القريه']) {
        expect([q, await found(q)]).toEqual([q, ['thread:ar']]);
      }
    });

    it('of Chinese are found within a sentence', async () => {
      for (const q of ['水资源', '管理', '农业培训']) expect([q, await found(q)]).toEqual([q, ['thread:zh']]);
    });

    it('of Russian are found with ё and with е', async () => {
      for (const q of ['еще', 'ещё', 'зеленый', 'сел'])
        expect([q, await found(q)]).toEqual([q, ['thread:ru']]);
    });
  });

  describe('answer', () => {
    it('marks the words that match', async () => {
      const { hits } = await search({ q: 'educacion' });
      expect(textOf(hits[0]!.title)).toBe('Educación rural en los Andes');
      expect(markedIn(hits[0]!.title)).toEqual(['Educación']);
      const [pond] = (await search({ q: 'ponds' })).hits;
      expect(markedIn(pond!.snippet)).toEqual(['ponds']);
      expect(textOf(pond!.snippet)).toContain('Farmers dug ponds that keep rain');
    });

    it('carries what is needed to draw a hit', async () => {
      const [hit] = (await search({ q: 'montaña' })).hits;
      expect(hit).toMatchObject({
        key: 'thread:es',
        type: 'thread',
        url: '/thread/es',
        lang: 'es',
        at: '2018-01-01T00:00:00.000Z',
        facets: { country: ['PER'] },
      });
    });

    it('brings its hits as JSON, where it does, as they are', async () => {
      const { hits, readyHits } = await search({ q: 'harvesting' });
      const ready = readyHits ?? { json: JSON.stringify(hits), count: hits.length };
      expect(JSON.parse(ready.json)).toEqual(hits);
      expect(ready.count).toBe(hits.length);
    });

    it('gives everything, newest first, when nothing is typed', async () => {
      const answer = await search({ q: '  ' });
      expect(keysOf(answer)).toEqual([
        'case:solar',
        'case:school',
        'case:rain',
        'thread:es',
        'thread:ar',
        'thread:zh',
        'thread:ru',
      ]);
      expect(answer.total).toBe(7);
    });

    it('can be sorted by newest', async () => {
      expect(await found('harvesting', { sort: 'newest' })).toEqual(['case:school', 'case:rain']);
    });

    it('comes in pages that neither repeat nor omit', async () => {
      const pages = [];
      for (const offset of [0, 3, 6, 9]) pages.push(await search({ offset, limit: 3 }));
      expect(pages.map((page) => page.hits.length)).toEqual([3, 3, 1, 0]);
      expect(pages.map((page) => page.total)).toEqual([7, 7, 7, 7]);
      expect(new Set(pages.flatMap(keysOf)).size).toBe(7);
    });
  });

  describe('facets', () => {
    it('are counted, highest first', async () => {
      const { facets } = await search({ facets: ['country', 'type', 'unknown'] });
      expect(facets).toEqual({
        country: [
          { value: 'PER', count: 3 },
          { value: 'IND', count: 1 },
          { value: 'KEN', count: 1 },
        ],
        type: [
          { value: 'thread', count: 4 },
          { value: 'case', count: 3 },
        ],
        unknown: [],
      });
    });

    it('filter: values of one are alternatives, different ones must all hold', async () => {
      expect(await found('', { filters: { country: ['IND', 'KEN'] } })).toEqual([
        'case:solar',
        'case:school',
      ]);
      expect(await found('', { filters: { country: ['IND', 'PER'], year: ['2021'] } })).toEqual([
        'case:solar',
        'case:school',
      ]);
      expect(await found('harvesting', { filters: { sector: ['water'], type: ['case'] } })).toEqual([
        'case:rain',
      ]);
      expect(await found('', { filters: { country: [], type: ['case'] } })).toHaveLength(3);
      expect(await found('', { filters: { country: ['" OR 1 = 1', '\\'] } })).toEqual([]);
    });

    it('keep their alternatives visible when they are filtered themselves', async () => {
      const { facets, total } = await search({
        filters: { country: ['IND'], type: ['case'] },
        facets: ['country', 'year', 'type'],
      });
      expect(total).toBe(1);
      expect(facets).toEqual({
        country: [
          { value: 'PER', count: 2 },
          { value: 'IND', count: 1 },
          { value: 'KEN', count: 1 },
        ],
        year: [{ value: '2021', count: 1 }],
        type: [{ value: 'case', count: 1 }],
      });
    });
  });

  describe('audience', () => {
    it('hides what the reader may not find: in hits, total and counts', async () => {
      const request = { q: 'harvesting', facets: ['country', 'year'] };
      const outside = await search(request);
      expect(outside.total).toBe(2);
      expect(keysOf(outside)).not.toContain('thread:secret');
      expect(outside.facets.country!.map(({ value }) => value)).not.toContain('BOL');
      expect(outside.facets.year).toContainEqual({ value: '2019', count: 1 });
      const inside = await search({ ...request, audiences: ['public', 'person:1'] });
      expect(inside.total).toBe(3);
      expect(inside.facets.country).toContainEqual({ value: 'BOL', count: 1 });
      expect(inside.facets.year).toContainEqual({ value: '2019', count: 2 });
    });

    it('hides hidden words from corrections', async () => {
      const typo = { q: 'whistleblowr' };
      expect(await search(typo)).toMatchObject({ hits: [], total: 0, corrected: {} });
      expect(keysOf(await search({ ...typo, audiences: ['board'] }))).toEqual(['thread:secret']);
    });

    it('shows nothing to whoever holds nothing', async () => {
      expect(await search({ audiences: [], facets: ['country'] })).toMatchObject({
        total: 0,
        facets: { country: [] },
      });
    });

    it('follows a change of audience', async () => {
      const [rain] = buildLibrary();
      await use().put([{ ...rain!, audience: ['board'] }]);
      await use().settled();
      expect(await found('rainwater')).toEqual([]);
      expect(await found('rainwater', { audiences: ['board'] })).toEqual(['case:rain']);
    });
  });

  it('takes whatever is typed for plain text', async () => {
    for (const q of HOSTILE_QUERIES) {
      const answer = await search({ q, facets: ['__proto__', 'constructor'], filters: { type: ['case'] } });
      expect(answer.hits.length).toBeLessThanOrEqual(answer.total);
      expect(Object.keys(answer.facets)).toEqual(['__proto__', 'constructor']);
    }
  });

  if (engine.embedded) {
    it('names the words that it corrected as they are written', async () => {
      const { corrected } = await search({ q: 'pmups' });
      expect(corrected).toEqual({ pmups: 'pumps' });
      expect((await search({ q: 'rural educasion' })).corrected).toEqual({ educasion: 'educación' });
      expect((await search({ q: 'pumps' })).corrected).toEqual({});
    });

    it('finds a lone Han character anywhere', async () => {
      for (const q of ['水', '验', '源']) expect([q, await found(q)]).toEqual([q, ['thread:zh']]);
    });
  }
});
