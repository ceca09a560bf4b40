import { describe, expect, it } from '@jest/globals';
import { readQueryWords } from '../text/query-words.js';
import { LightDocuments } from './light-documents.js';

const named = (documents: LightDocuments, q: string) => [...documents.named(readQueryWords(q))];

describe('light documents', () => {
  it('are known by their title and each of their other names, and by nothing less', () => {
    const documents = new LightDocuments();
    documents.set(1, { weight: 0.5, title: 'South Sudan', names: 'Sudán del Sur\n南苏丹\n\n' });
    for (const q of ['south sudan', ' SUDAN del sur', '南苏丹'])
      expect([q, named(documents, q)]).toEqual([q, [1]]);
    for (const q of ['sudan', 'south sudan del sur', '苏丹', ''])
      expect([q, named(documents, q)]).toEqual([q, []]);
    expect(documents.weightOf(1)).toBe(0.5);
  });

  it('are known while the last word of a name is being typed, the shortest name first', () => {
    const documents = new LightDocuments();
    documents.set(1, { weight: 0.5, title: 'Nigeria', names: 'Nigéria' });
    documents.set(2, { weight: 0.5, title: 'Niger', names: '' });
    documents.set(3, { weight: 0.5, title: 'South Sudan', names: '' });
    for (const [q, rows] of [
      ['nig', [2, 1]],
      ['niger', [2]],
      ['nigeri', [1]],
      ['south su', [3]],
      ['south sud', [3]],
      ['sou', []],
      ['ni', []],
    ] as const)
      expect([q, named(documents, q)]).toEqual([q, rows]);
  });

  it('are forgotten when they are removed, renamed or gain weight', () => {
    const documents = new LightDocuments();
    documents.set(1, { weight: 0.5, title: 'Congo', names: '' });
    documents.set(2, { weight: 0.5, title: 'Congo', names: '' });
    expect(named(documents, 'congo')).toEqual([1, 2]);
    documents.set(1, { weight: 0.5, title: 'Zaire', names: '' });
    documents.set(2, { weight: 1, title: 'Congo', names: '' });
    expect(named(documents, 'congo')).toEqual([]);
    expect(documents.weightOf(2)).toBe(1);
    documents.clear(1);
    documents.clear(99);
    expect(named(documents, 'zaire')).toEqual([]);
    expect(documents.weightOf(1)).toBe(1);
  });
});
