import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from './vocabulary.js';

function buildVocabulary(words: Record<string, number>): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const [term, documents] of Object.entries(words)) vocabulary.change(term, documents);
  return vocabulary;
}

const terms = (vocabulary: Vocabulary, typed: string, prefix = false) =>
  vocabulary.similar(typed, prefix, 10).map(({ term }) => term);

describe('vocabulary', () => {
  it('offers fewest typos first, then the most frequent', () => {
    const vocabulary = buildVocabulary({ training: 3, draining: 9, trailing: 5, straining: 1 });
    expect(terms(vocabulary, 'traiming')).toEqual(['trailing', 'training', 'draining', 'straining']);
  });

  it('forgets words that no document holds any more', () => {
    const vocabulary = buildVocabulary({ water: 1 });
    expect(terms(vocabulary, 'watr')).toEqual(['water']);
    vocabulary.change('water', -1);
    expect(terms(vocabulary, 'watr')).toEqual([]);
    expect(vocabulary.documentsWith('water')).toBe(0);
  });

  it('completes an unfinished word with a typo in it', () => {
    const vocabulary = buildVocabulary({ agriculture: 4, agreement: 9 });
    expect(terms(vocabulary, 'agriclu', true)).toEqual(['agriculture']);
    expect(terms(vocabulary, 'agriclu')).toEqual([]);
  });

  it('holds many words', () => {
    const vocabulary = buildVocabulary(
      Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`w${at}`, 1])),
    );
    vocabulary.change('sanitation', 1);
    expect(terms(vocabulary, 'sanitaton')).toEqual(['sanitation']);
  });
});
