import { type DocumentWords, FREQUENCIES, TITLE_BITS } from './document-words.js';
import type { PackedDocuments } from './packed-documents.js';
import { firstFrom, PostingLists } from './posting-lists.js';

/** Documents in which every wanted word stands, with how well they match: the higher, the better. */
export interface Ranked {
  rows: Uint32Array;
  scores: Float32Array;
}

export const NOTHING: Ranked = { rows: new Uint32Array(), scores: new Float32Array() };

/** The usual constants of BM25. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;
const LONGEST_DOCUMENT = 0xffff;
/** A list so many times longer than the candidates is searched for each of them, rather than read. */
const SEARCHED_BEYOND = 8;

/** Which document holds which terms, and the matching and ranking by them: all in memory. */
export class WordIndex {
  readonly #postings = new PostingLists();
  #lengths = new Uint16Array(1024);
  #documents = 0;
  #totalLength = 0;
  /** By row, while matching: how many of the wanted words it holds; how often the current one; its score. */
  #reached = new Uint8Array(1024);
  #frequencies = new Float32Array(1024);
  #scores = new Float32Array(1024);
  #candidates = new Uint32Array(1024);

  documentsWith(term: number): number {
    return this.#postings.lengthOf(term);
  }

  /** Takes in all documents of an empty index. */
  fill(documents: PackedDocuments, terms: number): void {
    this.#postings.fill(documents, terms);
    documents.visitLengths((row, length) => this.#noteLength(row, length));
  }

  add(row: number, words: DocumentWords): void {
    for (let at = 1; at < words.length; at++) this.#postings.add(words[at]! >>> 8, row, words[at]! & 255);
    this.#noteLength(row, words[0]!);
  }

  remove(row: number, words: DocumentWords): void {
    for (let at = 1; at < words.length; at++) this.#postings.remove(words[at]! >>> 8, row);
    this.#totalLength -= this.#lengths[row] ?? 0;
    this.#documents--;
  }

  /** Whether one of the terms stands in a document that passes. */
  someHolds(terms: readonly number[], passes: (row: number) => boolean): boolean {
    for (const term of terms) {
      const list = this.#postings.of(term);
      for (let at = 0; at < list.length; at++) if (passes(list[at]! >>> 8)) return true;
    }
    return false;
  }

  /**
   * @param wanted for each word the terms of which one has to be there
   * @param inTitle whether all of them must stand in the title
   */
  match(wanted: readonly (readonly number[])[], inTitle = false): Ranked {
    const words = wanted
      .map((terms) => ({ terms, documents: this.#documentsWithAny(terms) }))
      .sort((a, b) => a.documents - b.documents);
    if (words.length === 0 || words[0]!.documents === 0) return NOTHING;
    const least = inTitle ? TITLE_BITS : 255;
    let count = 0;
    for (const [place, word] of words.entries()) {
      count = place === 0 ? this.#gather(word.terms, least) : this.#narrow(word.terms, place, count, least);
      this.#rank(place + 1, count, word.documents);
      if (place > 0) count = this.#dropOthers(place + 1, count);
    }
    return this.#takeOut(count);
  }

  /** All documents that hold one of the terms become candidates. */
  #gather(terms: readonly number[], mask: number): number {
    const [reached, frequencies, candidates] = [this.#reached, this.#frequencies, this.#candidates];
    let count = 0;
    for (const term of terms) {
      const list = this.#postings.of(term);
      for (let at = 0; at < list.length; at++) {
        const posting = list[at]!;
        if ((posting & mask) === 0) continue;
        const row = posting >>> 8;
        if (reached[row] === 0) {
          reached[row] = 1;
          candidates[count++] = row;
        }
        frequencies[row] = frequencies[row]! + FREQUENCIES[posting & 255]!;
      }
    }
    return count;
  }

  /** Marks the candidates that hold one of the terms as well. */
  #narrow(terms: readonly number[], place: number, count: number, mask: number): number {
    const [reached, frequencies, candidates] = [this.#reached, this.#frequencies, this.#candidates];
    const take = (row: number, posting: number) => {
      if ((posting & mask) === 0 || reached[row]! < place) return;
      reached[row] = place + 1;
      frequencies[row] = frequencies[row]! + FREQUENCIES[posting & 255]!;
    };
    for (const term of terms) {
      const list = this.#postings.of(term);
      if (list.length > count * SEARCHED_BEYOND) {
        for (let at = 0; at < count; at++) {
          const row = candidates[at]!;
          const posting = list[firstFrom(list, row)];
          if (posting !== undefined && posting >>> 8 === row) take(row, posting);
        }
      } else {
        for (let at = 0; at < list.length; at++) take(list[at]! >>> 8, list[at]!);
      }
    }
    return count;
  }

  /** BM25: what a word adds to the score of those that hold it. */
  #rank(reachedNow: number, count: number, documents: number): void {
    const [reached, frequencies, scores] = [this.#reached, this.#frequencies, this.#scores];
    const rarity = Math.log(1 + (this.#documents - documents + 0.5) / (documents + 0.5));
    const average = Math.max(1, this.#totalLength / this.#documents);
    for (let at = 0; at < count; at++) {
      const row = this.#candidates[at]!;
      if (reached[row] !== reachedNow) continue;
      const often = frequencies[row]!;
      const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * this.#lengths[row]!) / average;
      scores[row] = scores[row]! + (rarity * often * (SATURATION + 1)) / (often + SATURATION * length);
      frequencies[row] = 0;
    }
  }

  #dropOthers(reachedNow: number, count: number): number {
    let kept = 0;
    for (let at = 0; at < count; at++) {
      const row = this.#candidates[at]!;
      if (this.#reached[row] === reachedNow) {
        this.#candidates[kept++] = row;
        continue;
      }
      this.#reached[row] = 0;
      this.#scores[row] = 0;
    }
    return kept;
  }

  /** Leaves the arrays as they have to be for the next question. */
  #takeOut(count: number): Ranked {
    const rows = this.#candidates.slice(0, count);
    const scores = new Float32Array(count);
    for (let at = 0; at < count; at++) {
      const row = rows[at]!;
      scores[at] = this.#scores[row]!;
      this.#scores[row] = 0;
      this.#reached[row] = 0;
    }
    return { rows, scores };
  }

  #noteLength(row: number, words: number): void {
    this.#grow(row);
    const length = Math.min(LONGEST_DOCUMENT, words);
    this.#lengths[row] = length;
    this.#totalLength += length;
    this.#documents++;
  }

  #documentsWithAny(terms: readonly number[]): number {
    let documents = 0;
    for (const term of terms) documents += this.#postings.lengthOf(term);
    return Math.min(this.#documents, documents);
  }

  #grow(row: number): void {
    if (row < this.#lengths.length) return;
    const size = Math.max(row + 1, this.#lengths.length * 2);
    const lengths = new Uint16Array(size);
    lengths.set(this.#lengths);
    this.#lengths = lengths;
    // Between two questions these hold nothing.
    this.#reached = new Uint8Array(size);
    this.#frequencies = new Float32Array(size);
    this.#scores = new Float32Array(size);
    this.#candidates = new Uint32Array(size);
  }
}
