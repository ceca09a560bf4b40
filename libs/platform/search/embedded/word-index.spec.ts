import { describe, expect, it } from '@jest/globals';
import { type Worded, wordsOf } from './document-words.js';
import { PackedDocuments } from './packed-documents.js';
import { PostingLists } from './posting-lists.js';
import { WordIndex } from './word-index.js';

const TERMS = ['water', 'wells', 'school', 'garden'];
const numberOf = (term: string) => TERMS.indexOf(term);
const write = (fields: Partial<Worded>) =>
  wordsOf({ title: '', text: '', keywords: '', names: '', ...fields }, numberOf);
const wanted = (...words: string[]) => words.map((word) => word.split('|').map(numberOf));

function buildIndex(documents: Partial<Worded>[]): WordIndex {
  const index = new WordIndex();
  for (const [row, fields] of documents.entries()) index.add(row, write(fields));
  return index;
}

function bestFirst({ rows, scores }: { rows: Uint32Array; scores: Float32Array }): number[] {
  return [...rows.keys()].sort((a, b) => scores[b]! - scores[a]!).map((place) => rows[place]!);
}

describe('word index', () => {
  const documents = [
    { title: 'School garden', text: 'water water wells' },
    { title: 'Water', text: 'school' },
    { title: 'Wells', keywords: 'water' },
    { title: 'Garden', text: 'school school school' },
  ];

  it('finds what holds all words, what is in the title first', () => {
    const index = buildIndex(documents);
    expect(bestFirst(index.match(wanted('water')))).toEqual([1, 0, 2]);
    expect(bestFirst(index.match(wanted('water', 'wells')))).toEqual([2, 0]);
    expect(bestFirst(index.match(wanted('water', 'garden', 'school')))).toEqual([0]);
    expect(bestFirst(index.match(wanted('wells|garden', 'school')))).toEqual([0, 3]);
  });

  it('can ask for titles alone', () => {
    const index = buildIndex(documents);
    expect(bestFirst(index.match(wanted('school'), true))).toEqual([0]);
    expect(bestFirst(index.match(wanted('garden', 'school'), true))).toEqual([0]);
    expect(bestFirst(index.match(wanted('garden', 'water'), true))).toEqual([]);
  });

  it('answers each question as if it were the first', () => {
    const index = buildIndex(documents);
    const once = index.match(wanted('water', 'school'));
    index.match(wanted('garden', 'wells'));
    expect(index.match(wanted('water', 'school'))).toEqual(once);
  });

  it('forgets a document with its words, and takes it in again at its place', () => {
    const index = buildIndex(documents);
    index.remove(1, write(documents[1]!));
    expect(bestFirst(index.match(wanted('water')))).toEqual([0, 2]);
    expect(index.documentsWith(numberOf('school'))).toBe(2);
    index.add(1, write(documents[1]!));
    expect(index.match(wanted('water'))).toEqual(buildIndex(documents).match(wanted('water')));
  });

  it('is the same when it is filled at once', () => {
    const packed = new PackedDocuments();
    for (const [row, fields] of documents.entries()) packed.add(row, write(fields));
    const index = new WordIndex();
    index.fill(packed, TERMS.length);
    expect(index.match(wanted('water', 'school'))).toEqual(
      buildIndex(documents).match(wanted('water', 'school')),
    );
  });

  it('looks rows up in a long list, or reads it, with the same result', () => {
    const many = Array.from({ length: 2000 }, (_, row) => ({
      text: row % 500 === 7 ? 'water garden' : 'water',
    }));
    expect([...buildIndex(many).match(wanted('garden', 'water')).rows].sort((a, b) => a - b)).toEqual([
      7, 507, 1007, 1507,
    ]);
  });
});

describe('posting lists', () => {
  it('stay in order, each on its own, however they grow and shrink', () => {
    const lists = new PostingLists();
    const held = new Map<number, Set<number>>();
    let state = 3;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((state / 2 ** 31) * below);
    };
    for (let time = 0; time < 60_000; time++) {
      const [term, row] = [random(40) * random(40), random(3000)];
      const rows = held.get(term) ?? new Set();
      held.set(term, rows);
      if (rows.has(row)) lists.remove(term, row);
      else lists.add(term, row, 1);
      if (!rows.delete(row)) rows.add(row);
    }
    lists.remove(0, 3001);
    for (const [term, rows] of held) {
      expect([...lists.of(term)].map((posting) => posting >>> 8)).toEqual([...rows].sort((a, b) => a - b));
    }
  });
});
