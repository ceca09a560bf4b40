import { typosForgiven } from '../text/typos.js';
import { NONE, TermTrie } from './term-trie.js';
import { type NearTerm, TypoWalk } from './typo-walk.js';

/** A word of the index that may have been meant. */
export interface SimilarTerm extends NearTerm {
  documents: number;
}

/** All words of the index by number, in memory: for completing unfinished words and forgiving typos. */
export class Vocabulary {
  readonly #trie = new TermTrie();
  readonly #documentsWith: (id: number) => number;
  #size = 0;
  #unsaved: { id: number; term: string }[] = [];

  /** @param documentsWith tells how many documents hold a term */
  constructor(documentsWith: (id: number) => number) {
    this.#documentsWith = documentsWith;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes in a term that is in the file. In the order of the alphabet, words that are near each other lie together. */
  load(id: number, term: string): void {
    this.#trie.setTerm(this.#trie.grow(term), id + 1);
    this.#size = Math.max(this.#size, id + 1);
  }

  /** The number of a term, or undefined when no document has ever held it. */
  find(term: string): number | undefined {
    const node = this.#trie.find(term);
    return node === NONE || this.#trie.termAt(node) === NONE ? undefined : this.#trie.termAt(node) - 1;
  }

  /** The number of a term, which may be new. */
  numberOf(term: string): number {
    const node = this.#trie.grow(term);
    const known = this.#trie.termAt(node);
    if (known !== NONE) return known - 1;
    const id = this.#size++;
    this.#trie.setTerm(node, id + 1);
    this.#unsaved.push({ id, term });
    return id;
  }

  /** Terms that are not in the file yet. */
  get unsaved(): readonly { id: number; term: string }[] {
    return this.#unsaved;
  }

  /** All terms so far are in the file. */
  saved(): void {
    this.#unsaved = [];
  }

  /** Numbers of the terms that begin so, in no order. */
  startingWith(beginning: string): number[] {
    const found: number[] = [];
    const node = this.#trie.find(beginning);
    if (node !== NONE) this.#trie.visitTerms(node, (term) => found.push(term));
    return found;
  }

  /**
   * Words within the typos forgiven, likeliest first: fewest typos, whole words before beginnings, most frequent.
   * @param prefix whether the typed word may be unfinished
   * @param most looks for so many typos at most: with one it is several times quicker than with two
   */
  similar(typed: string, prefix: boolean, most: number): SimilarTerm[] {
    const typos = Math.min(most, typosForgiven(typed));
    if (typos === 0) return [];
    return new TypoWalk(this.#trie, typed, typos, prefix)
      .run()
      .map((near) => ({ ...near, documents: this.#documentsWith(near.id) }))
      .filter(({ documents }) => documents > 0)
      .sort(likelierFirst);
  }
}

function likelierFirst(a: SimilarTerm, b: SimilarTerm): number {
  return (
    a.distance - b.distance ||
    Number(a.beginning) - Number(b.beginning) ||
    b.documents - a.documents ||
    (a.term < b.term ? -1 : 1)
  );
}
