import { describe, expect, it } from '@jest/globals';
import type { SearchRequest } from '../../../libs/platform/search/search-index.js';
import { buildDocument, buildLibrary, inBatches, markedIn, textOf } from './search-documents.js';
import { describeSearchEngines, foundIn, searchIn } from './search-engines.js';

const RIEGO = buildDocument({
  key: 'case:riego',
  title: 'Turnos de agua entre vecinos',
  text: 'Cada familia riega por turnos. La directiva los anuncia en la plaza.',
  keywords: 'Irrigation\nRiego\nالري\n灌溉\nКения\nKenya\nWater\nSüd-Süd',
  lang: 'es',
  at: '2014-01-01T00:00:00.000Z',
});

/** What the atlas contributes: short titles, which would rank above everything. */
const KENYA = buildDocument({
  key: 'country:KEN',
  title: 'Kenya',
  text: 'Kenya\nKenia\nКения\n肯尼亚\nكينيا',
  names: ['Kenya', 'Kenia', 'Кения', '肯尼亚', 'كينيا'],
  weight: 0.4,
  at: '1970-01-01T00:00:00.000Z',
});

const WATER_AND_SANITATION = buildDocument({
  key: 'sdg:6',
  title: 'Clean water and sanitation',
  names: ['Agua limpia y saneamiento'],
  weight: 0.4,
  at: '1970-01-01T00:00:00.000Z',
});

describeSearchEngines('keywords and weights', (use, engine) => {
  const search = (request: Partial<SearchRequest>) => searchIn(use(), request);
  const found = (q: string, request: Partial<SearchRequest> = {}) => foundIn(use(), q, request);

  describe('keywords', () => {
    it('find what is written in another language, also together with words of the text', async () => {
      await use().put([RIEGO]);
      await use().settled();
      for (const q of ['irrigation', 'riego', 'ري', '灌溉', 'кения', 'water vecinos', 'irrig']) {
        expect([q, await found(q)]).toEqual([q, ['case:riego']]);
      }
    });

    it('are never shown nor marked: the snippet is the beginning of the text', async () => {
      await use().put([RIEGO]);
      await use().settled();
      const [hit] = (await search({ q: 'irrigation' })).hits;
      expect(textOf(hit!.snippet)).toBe(RIEGO.text);
      expect(textOf(hit!.title)).toBe(RIEGO.title);
      expect([...markedIn(hit!.title), ...markedIn(hit!.snippet)]).toEqual([]);
      expect(JSON.stringify(hit)).not.toContain('Irrigation');
    });

    it('count less than words of the title and of the text', async () => {
      await use().put([
        buildDocument({ key: 'case:tagged', keywords: 'Irrigation', at: '2025-01-01T00:00:00.000Z' }),
        buildDocument({ key: 'case:told', text: 'A story of irrigation, told at length by its farmers.' }),
        buildDocument({ key: 'case:titled', title: 'Irrigation by turns', at: '2010-01-01T00:00:00.000Z' }),
      ]);
      await use().settled();
      expect(await found('irrigation')).toEqual(['case:titled', 'case:told', 'case:tagged']);
    });

    it('are forgiven a typo, which is corrected as they write it', async () => {
      await use().put([RIEGO]);
      await use().settled();
      const answer = await search({ q: 'irigation' });
      expect(answer.hits.map(({ key }) => key)).toEqual(['case:riego']);
      if (engine.embedded) expect((await search({ q: 'suud' })).corrected).toEqual({ suud: 'süd' });
    });

    it('change with their document, and go with it', async () => {
      await use().put([RIEGO]);
      await use().put([{ ...RIEGO, keywords: 'Energy' }]);
      await use().settled();
      expect(await found('irrigation')).toEqual([]);
      expect(await found('energy')).toEqual(['case:riego']);
      await use().remove([RIEGO.key]);
      await use().settled();
      expect(await found('energy')).toEqual([]);
    });
  });

  describe('weights', () => {
    const experiences = [
      buildDocument({
        key: 'case:titled',
        title: 'Sharing water in Kenya by turns agreed upon at a meeting',
      }),
      buildDocument({
        key: 'case:told',
        text: 'Water is shared. The water of Kenya comes at night, by turns.',
      }),
    ];

    it('let what was experienced come before what is reference', async () => {
      await use().put([...experiences, WATER_AND_SANITATION, KENYA]);
      await use().settled();
      expect(await found('water')).toEqual(['case:titled', 'case:told', 'sdg:6']);
    });

    it('do not hold back what the whole query names', async () => {
      await use().put([...experiences, WATER_AND_SANITATION, KENYA]);
      await use().settled();
      for (const q of ['Kenya', 'kenya ', 'KÉNYA']) expect((await found(q))[0]).toBe('country:KEN');
      expect((await found('clean water and sanitation'))[0]).toBe('sdg:6');
      expect((await found('kenya', { sort: 'newest' }))[0]).not.toBe('country:KEN');
      expect(await found('kenya', { filters: { type: ['case'] } })).not.toContain('country:KEN');
    });

    it('let names find their document, and keywords not be names', async () => {
      const mill = {
        key: 'actor:mill',
        title: 'Kisumu Mills',
        keywords: 'Kenya',
        names: ['KM Ltd'],
        weight: 0.4,
      };
      await use().put([...experiences, buildDocument(mill)]);
      await use().settled();
      expect(await found('KM Ltd')).toEqual(['actor:mill']);
      expect((await found('Kenya'))[0]).toBe('case:titled');
    });

    it('hide a named document from those who may not find it', async () => {
      await use().put([{ ...KENYA, audience: ['board'] }, ...experiences]);
      await use().settled();
      expect(await found('kenya')).toEqual(['case:titled', 'case:told']);
    });

    it('know the names of all languages', async () => {
      const told = buildDocument({ key: 'case:ru', title: 'Кения: опыт', text: '肯尼亚, Kenia, كينيا' });
      await use().put([told, KENYA]);
      await use().settled();
      for (const q of ['кения', '肯尼亚', 'kenia', 'كينيا']) {
        expect([q, await found(q)]).toEqual([q, ['country:KEN', 'case:ru']]);
      }
      await use().put([{ ...KENYA, weight: 1, names: [] }]);
      await use().settled();
      expect((await found('кения'))[0]).toBe('case:ru');
    });

    if (engine.embedded) {
      it('keep their order when more is found than can be ranked', async () => {
        const many = Array.from({ length: 3_100 }, (_, at) =>
          buildDocument({
            key: `case:${at}`,
            title: at === 7 ? 'About Kenya' : 'Untitled',
            keywords: 'Kenya',
          }),
        );
        const told = buildDocument({ key: 'case:told', text: 'In Kenya', at: '2001-01-01T00:00:00.000Z' });
        await use().rebuild(inBatches(many, [told, KENYA], buildLibrary()));
        const answer = await search({ q: 'kenya', limit: 3 });
        expect(answer.total).toBe(3_102);
        expect(answer.hits.map(({ key }) => key)).toEqual(['country:KEN', 'case:7', 'case:told']);
        const pages = [];
        for (const offset of [0, 40, 80]) pages.push(...(await found('kenya', { limit: 40, offset })));
        expect(new Set(pages).size).toBe(120);
      });
    }
  });
});
