import { describe, expect, it } from '@jest/globals';
import { nameOf, readQueryWords } from '../text/query-words.js';
import { LightDocuments } from './light-documents.js';

const named = (documents: LightDocuments, q: string) => [...documents.named(nameOf(readQueryWords(q)))];

describe('light documents', () => {
  it('are known by their title and each line of their keywords, and by nothing less', () => {
    const documents = new LightDocuments();
    documents.set(1, { weight: 0.5, title: 'South Sudan', keywords: 'Sudán del Sur\n南苏丹\n\n' });
    for (const q of ['south sudan', ' SUDAN del sur', '南苏丹'])
      expect([q, named(documents, q)]).toEqual([q, [1]]);
    for (const q of ['sudan', 'south sudan del sur', '苏丹', ''])
      expect([q, named(documents, q)]).toEqual([q, []]);
    expect(documents.weightOf(1)).toBe(0.5);
  });

  it('are forgotten when they are removed, renamed or gain weight', () => {
    const documents = new LightDocuments();
    documents.set(1, { weight: 0.5, title: 'Congo', keywords: '' });
    documents.set(2, { weight: 0.5, title: 'Congo', keywords: '' });
    expect(named(documents, 'congo')).toEqual([1, 2]);
    documents.set(1, { weight: 0.5, title: 'Zaire', keywords: '' });
    documents.set(2, { weight: 1, title: 'Congo', keywords: '' });
    expect(named(documents, 'congo')).toEqual([]);
    expect(documents.weightOf(2)).toBe(1);
    documents.clear(1);
    documents.clear(99);
    expect(named(documents, 'zaire')).toEqual([]);
    expect(documents.weightOf(1)).toBe(1);
  });
});
