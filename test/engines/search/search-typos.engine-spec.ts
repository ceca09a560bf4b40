import { expect, it } from '@jest/globals';
import { buildDocument } from './search-documents.js';
import { describeSearchEngines, foundIn, searchIn } from './search-engines.js';

const titled = (key: string, title: string, text = '') => buildDocument({ key, title, text });

describeSearchEngines('typing errors', (use, engine) => {
  const found = (q: string) => foundIn(use(), q);
  const put = async (...documents: ReturnType<typeof buildDocument>[]) => {
    await use().put(documents);
    await use().settled();
  };

  it('are forgiven where the document that is meant is clear', async () => {
    await put(titled('case:1', 'Community radio'), titled('case:2', 'Cooperatives'));
    for (const q of ['comunity', 'communiyt', 'commmunity', 'radoi community']) {
      expect([q, await found(q)]).toEqual([q, ['case:1']]);
    }
    expect(await found('coperatvies')).toEqual(['case:2']);
  });

  if (!engine.embedded) return;

  it('mean the word that goes with the others, though another is more frequent', async () => {
    const often = Array.from({ length: 20 }, (_, at) => titled(`case:often-${at}`, 'Goat keeping'));
    await put(
      ...often,
      titled('case:boat', 'A boat for the delta'),
      titled('case:coat', 'A coat for the rain'),
    );
    const answer = await searchIn(use(), { q: 'delta voat ' });
    expect(answer.hits.map(({ key }) => key)).toEqual(['case:boat']);
    expect(answer.corrected).toEqual({ voat: 'boat' });
    expect((await searchIn(use(), { q: 'voat' })).corrected).toEqual({ voat: 'goat' });
  });

  it('take whole words before words that only begin alike', async () => {
    await put(titled('case:mango', 'Drying mango by the sun'), titled('case:mangroves', 'Drying mangroves'));
    expect(await found('drying mangi')).toEqual(['case:mango']);
    expect(await found('drying mangor')).toEqual(['case:mango']);
    expect(await found('drying magnrov')).toEqual(['case:mangroves']);
  });

  it('that make another word are seen where both words are in a title', async () => {
    await put(
      titled('case:meant', 'Boats of the delta'),
      titled('case:elsewhere', 'Untitled', 'The boats of another delta'),
      titled('case:typed', 'Minutes', 'The goats of the delta'),
    );
    const answer = await searchIn(use(), { q: 'goats delta' });
    expect(answer.hits.map(({ key }) => key)).toEqual(['case:typed', 'case:meant']);
    expect(answer.corrected).toEqual({});
    expect(await found('goats')).toEqual(['case:typed']);
  });

  it('are forgiven in one of two words that never stand together', async () => {
    await put(titled('case:meant', 'Boats of the delta'), titled('case:goats', 'Goats in the hills'));
    const answer = await searchIn(use(), { q: 'goats delta' });
    expect(answer.hits.map(({ key }) => key)).toEqual(['case:meant']);
    expect(answer.corrected).toEqual({ goats: 'boats' });
  });

  it('are not looked for in words written without spaces, whose pairs must follow each other', async () => {
    await put(titled('case:apart', '水资 与 资源'), titled('case:run', '水资源'));
    expect(await found('水资源')).toEqual(expect.arrayContaining(['case:run', 'thread:zh']));
    expect(await found('水资源')).not.toContain('case:apart');
    expect(await found('水资原')).toEqual([]);
  });
});
