import { describe, expect, it } from '@jest/globals';
import { numbers } from './random.mjs';
import { searchCorpus, withTypo } from './search-corpus.mjs';
import { searchQuestions } from './search-questions.mjs';

const size = { seed: 1, documents: 800 };

describe('the documents to search in', () => {
  it('are the same on every run, in seven languages', () => {
    const [first, again] = [[...searchCorpus(size)], [...searchCorpus(size)]];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(new Set(first.map(({ lang }) => lang)).size).toBe(7);
    expect(new Set(first.map(({ key }) => key)).size).toBe(size.documents);
  });

  it('are asked for with one error, by a word of the title of the right one', () => {
    const { typos, known } = searchQuestions(size);
    expect([typos.length, known.length]).toEqual([200, 300]);
    const documents = new Map([...searchCorpus(size)].map((document) => [document.key, document]));
    for (const { q, key } of typos) expect(documents.get(key).title).not.toContain(q);
    for (const { q, key } of known) expect(documents.get(key).title).toContain(q.split(' ')[0]);
  });

  it('are asked for in the same way on every run', () => {
    expect(JSON.stringify(searchQuestions(size))).toBe(JSON.stringify(searchQuestions(size)));
  });
});

describe('a typing error', () => {
  it('changes a word by one step and leaves its first letter', () => {
    const next = numbers(9);
    for (let time = 0; time < 200; time++) {
      const typed = withTypo(next, 'irrigation');
      expect(typed).not.toBe('irrigation');
      expect(typed[0]).toBe('i');
      expect(Math.abs(typed.length - 'irrigation'.length)).toBeLessThanOrEqual(1);
    }
  });
});
