import { describe, expect, it } from '@jest/globals';
import type { SearchRequest } from '../../../libs/platform/search/search-index.js';
import { buildDocument, buildLibrary, inBatches, textOf } from './search-documents.js';
import { describeSearchEngines, foundIn, searchIn } from './search-engines.js';

describeSearchEngines('changes', (use, engine) => {
  const search = (request: Partial<SearchRequest>) => searchIn(use(), request);
  const found = (q: string, request: Partial<SearchRequest> = {}) => foundIn(use(), q, request);

  describe('changes', () => {
    it('replace a document with the same key, its words, facets and time', async () => {
      await use().put([
        buildDocument({
          key: 'case:rain',
          title: 'Terraces',
          facets: { country: ['BOL'] },
          at: '2024-01-01T00:00:00.000Z',
        }),
      ]);
      await use().settled();
      expect(await found('rainwater')).toEqual([]);
      expect(await found('terraces', { filters: { country: ['BOL'] } })).toEqual(['case:rain']);
      expect((await found(''))[0]).toBe('case:rain');
      expect(await use().count()).toBe(8);
    });

    it('remove documents, and ignore unknown keys', async () => {
      await use().remove(['case:rain', 'case:unknown']);
      await use().settled();
      expect(await found('rainwater')).toEqual([]);
      expect(await use().count()).toBe(7);
      const { facets } = await search({ facets: ['sector'] });
      expect(facets.sector).not.toContainEqual(expect.objectContaining({ value: 'water' }));
    });

    it('arrive in order when many come at once', async () => {
      const writes = Array.from({ length: 60 }, (_, at) =>
        use().put([buildDocument({ key: `case:${at % 20}`, title: `Parallel ${at}` })]),
      );
      writes.push(use().remove(['case:0']));
      await Promise.all(writes);
      await use().settled();
      expect(await use().count()).toBe(8 + 19);
      expect(await found('parallel 59')).toEqual(['case:19']);
      expect(await found('parallel 40')).toEqual([]);
    });
  });

  if (engine.name.includes('thread')) {
    it('are found by the search that follows, however many others are waiting', async () => {
      const crowd = Array.from({ length: 200 }, (_, at) => search({ q: `harvesting ${at}` }));
      const put = use().put([buildDocument({ key: 'case:between', title: 'In between' })]);
      await put;
      expect(await found('between')).toEqual(['case:between']);
      await Promise.all(crowd);
    });

    it('and searches beyond a few hundred at once are refused, which says so at once', async () => {
      const crowd = Array.from({ length: 500 }, (_, at) => search({ q: `harvesting ${at}` }));
      const outcomes = await Promise.allSettled(crowd);
      const refusals = outcomes.flatMap((outcome) =>
        outcome.status === 'rejected' ? [(outcome.reason as { code: string }).code] : [],
      );
      expect(refusals).toEqual(Array.from({ length: 200 }, () => 'platform/unavailable'));
      expect(await found('rainwater')).toEqual(['case:rain']);
    });
  }

  it('stores text that is no text', async () => {
    await use().put([buildDocument({ key: 'case:odd', title: 'Odd\ud800 \0 one', text: '\udc00' })]);
    await use().settled();
    expect(await found('odd one')).toEqual(['case:odd']);
  });

  describe('rebuild', () => {
    it('replaces everything while the old content goes on answering, and loses no write', async () => {
      const progress: number[] = [];
      async function* source() {
        yield [buildDocument({ key: 'case:new', title: 'Fresh start' })];
        expect(await found('rainwater')).toEqual(['case:rain']);
        expect(await found('fresh')).toEqual([]);
        await use().put([buildDocument({ key: 'case:late', title: 'Latecomer, second version' })]);
        await use().remove(['case:gone']);
        await use().settled();
        expect(await found('latecomer')).toEqual(['case:late']);
        yield [
          buildDocument({ key: 'case:late', title: 'Latecomer, first version' }),
          buildDocument({ key: 'case:gone', title: 'Gone meanwhile' }),
        ];
      }
      expect(await use().rebuild(source(), (done) => progress.push(done))).toBe(2);
      expect(progress).toEqual([1, 3]);
      expect(await found('')).toHaveLength(2);
      expect(await found('fresh')).toEqual(['case:new']);
      expect(textOf((await search({ q: 'latecomer' })).hits[0]!.title)).toBe('Latecomer, second version');
      await use().put([buildDocument({ key: 'case:after', title: 'Afterwards' })]);
      await use().settled();
      expect(await found('afterwards')).toEqual(['case:after']);
      expect(use().wasRecreated).toBe(false);
    });

    it('leaves the old content when its source fails, and can be tried again', async () => {
      async function* failing() {
        yield [buildDocument({ key: 'case:new' })];
        throw new Error('the source failed');
      }
      await expect(use().rebuild(failing())).rejects.toThrow('the source failed');
      expect(await found('rainwater')).toEqual(['case:rain']);
      expect(await use().rebuild(inBatches(buildLibrary()))).toBe(8);
    });
  });
});
