import { describe, expect, it } from '@jest/globals';
import { fold, isUnmistakable, withinOneEdit } from './one-edit.mjs';
import { numbers } from './random.mjs';
import { searchCorpus, withTypo } from './search-corpus.mjs';
import { searchQuestions } from './search-questions.mjs';

const size = { seed: 1, documents: 800 };
const asked = searchQuestions(size);

describe('the documents to search in', () => {
  it('are the same on every run, in seven languages', () => {
    const [first, again] = [[...searchCorpus(size)], [...searchCorpus(size)]];
    expect(JSON.stringify(again)).toBe(JSON.stringify(first));
    expect(new Set(first.map(({ lang }) => lang)).size).toBe(7);
    expect(new Set(first.map(({ key }) => key)).size).toBe(size.documents);
  });

  it('are asked for with one error, by a word of the title of the right one', () => {
    const { typos, known } = asked;
    expect([typos.length, known.length]).toEqual([200, 300]);
    const documents = new Map([...searchCorpus(size)].map((document) => [document.key, document]));
    for (const { q, key } of typos) expect(documents.get(key).title).not.toContain(q);
    for (const { q, key } of known) expect(documents.get(key).title).toContain(q.split(' ')[0]);
  });

  it('are asked for in the same way on every run', () => {
    expect(JSON.stringify(searchQuestions(size))).toBe(JSON.stringify(asked));
  });
});

describe('a typing error', () => {
  it('changes a word by one step and leaves its first letter', () => {
    const next = numbers(9);
    for (let time = 0; time < 200; time++) {
      const typed = withTypo(next, 'irrigation');
      expect(typed).not.toBe('irrigation');
      expect(typed[0]).toBe('i');
      expect(withinOneEdit(typed, 'irrigation')).toBe(true);
    }
  });
});

describe('one edit', () => {
  it('is a letter more, less or other, or two changed over', () => {
    const away = ['cana', 'canall', 'canel', 'caanl', 'acnal'];
    expect(away.filter((word) => withinOneEdit(word, 'canal'))).toEqual(away);
    expect(['can', 'lanac', 'cenel', 'nacal'].some((word) => withinOneEdit(word, 'canal'))).toBe(false);
  });

  it('leaves no doubt when no other word is near or begins alike', () => {
    expect(fold('Méésou')).toBe('meesou');
    expect(isUnmistakable('canl', 'canal', ['canal', 'river'])).toBe(true);
    expect(isUnmistakable('canl', 'canal', ['canal', 'cank'])).toBe(false);
    expect(isUnmistakable('cana', 'canal', ['canal', 'canada'])).toBe(false);
  });
});
