import { describe, expect, it } from '@jest/globals';
import { Vocabulary } from './vocabulary.js';

function buildVocabulary(words: Record<string, number>): Vocabulary {
  const counts: number[] = [];
  const vocabulary = new Vocabulary((id) => counts[id]!);
  for (const [term, documents] of Object.entries(words)) counts[vocabulary.numberOf(term)] = documents;
  return vocabulary;
}

const terms = (vocabulary: Vocabulary, typed: string, prefix = false) =>
  vocabulary.similar(typed, prefix, 2).map(({ term }) => term);

/** The table of distances in full, a swap of neighbours counting as one. */
function editDistance(typed: string, term: string, prefix: boolean): number {
  const rows = [Array.from({ length: term.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= typed.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= term.length; column++) {
      const same = typed[row - 1] === term[column - 1];
      const costs = [
        rows[row - 1]![column]! + 1,
        rows[row]![column - 1]! + 1,
        rows[row - 1]![column - 1]! + (same ? 0 : 1),
      ];
      if (
        row > 1 &&
        column > 1 &&
        typed[row - 1] === term[column - 2] &&
        typed[row - 2] === term[column - 1]
      ) {
        costs.push(rows[row - 2]![column - 2]! + 1);
      }
      rows[row]![column] = Math.min(...costs);
    }
  }
  const last = rows[typed.length]!;
  return prefix ? Math.min(...last) : last[term.length]!;
}

describe('vocabulary', () => {
  it('offers fewest typos first, then the most frequent', () => {
    const vocabulary = buildVocabulary({ training: 3, draining: 9, trailing: 5, straining: 1 });
    expect(terms(vocabulary, 'traiming')).toEqual(['trailing', 'training', 'draining', 'straining']);
  });

  it('leaves out words that no document holds any more', () => {
    const vocabulary = buildVocabulary({ water: 1, waters: 0 });
    expect(terms(vocabulary, 'watr', true)).toEqual(['water']);
  });

  it('completes an unfinished word with a typo in it', () => {
    const vocabulary = buildVocabulary({ agriculture: 4, agreement: 9 });
    expect(terms(vocabulary, 'agriclu', true)).toEqual(['agriculture']);
    expect(terms(vocabulary, 'agriclu')).toEqual([]);
  });

  it('gives each word one number, and knows the words that begin alike', () => {
    const vocabulary = buildVocabulary({ water: 1, watering: 1, вода: 1, wagon: 1, 水利: 1, 水务: 1 });
    expect(vocabulary.numberOf('watering')).toBe(1);
    expect(vocabulary.size).toBe(6);
    expect(vocabulary.startingWith('wat').sort()).toEqual([0, 1]);
    expect(vocabulary.startingWith('水').sort()).toEqual([4, 5]);
    expect([vocabulary.find('water'), vocabulary.find('wat'), vocabulary.find('')]).toEqual([
      0,
      undefined,
      undefined,
    ]);
  });

  it('remembers which words are not in the file yet', () => {
    const vocabulary = buildVocabulary({ water: 1 });
    vocabulary.saved();
    vocabulary.numberOf('water');
    vocabulary.numberOf('wells');
    expect(vocabulary.unsaved).toEqual([{ id: 1, term: 'wells' }]);
  });

  it('finds exactly the words that the table of distances says are near', () => {
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    const word = () => Array.from({ length: 3 + random(8) }, () => 'abcde'[random(5)]).join('');
    const words = [...new Set(Array.from({ length: 400 }, word))];
    const vocabulary = buildVocabulary(Object.fromEntries(words.map((each) => [each, 1])));
    for (const typed of Array.from({ length: 40 }, word).filter(({ length }) => length >= 4)) {
      const most = typed.length < 8 ? 1 : 2;
      for (const prefix of [false, true]) {
        const near = words.flatMap((term) => {
          const whole = editDistance(typed, term, false);
          if (whole <= most) return whole > 0 ? [`${term} ${whole}`] : [];
          const beginning = prefix && term[0] === typed[0] ? editDistance(typed, term, true) : 0;
          return beginning > 0 && beginning <= most ? [`${term} ${beginning} …`] : [];
        });
        const found = vocabulary
          .similar(typed, prefix, 2)
          .map(({ term, distance, beginning }) => `${term} ${distance}${beginning ? ' …' : ''}`);
        expect([typed, prefix, found.sort()]).toEqual([typed, prefix, near.sort()]);
      }
    }
  });
});
