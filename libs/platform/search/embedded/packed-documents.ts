import type { DocumentWords } from './document-words.js';

const CHUNK = 1 << 18;

/** The words of many documents one after the other in few arrays, while they are read from the file. */
export class PackedDocuments {
  readonly #chunks: { numbers: Uint32Array; end: number }[] = [];

  /** Rows must come in ascending order. */
  add(row: number, words: DocumentWords): void {
    const size = 2 + words.length;
    let chunk = this.#chunks.at(-1);
    if (!chunk || chunk.end + size > chunk.numbers.length) {
      chunk = { numbers: new Uint32Array(Math.max(CHUNK, size)), end: 0 };
      this.#chunks.push(chunk);
    }
    chunk.numbers[chunk.end] = row;
    chunk.numbers[chunk.end + 1] = words.length;
    chunk.numbers.set(words, chunk.end + 2);
    chunk.end += size;
  }

  /** Hands over each row with the number of its words, repeated ones included. */
  visitLengths(visit: (row: number, length: number) => void): void {
    for (const { numbers, end } of this.#chunks) {
      for (let at = 0; at < end; at += 2 + numbers[at + 1]!) visit(numbers[at]!, numbers[at + 2]!);
    }
  }

  /** In how many documents each term stands. One plain loop, as it runs for every word of every document. */
  countTerms(terms: number): Uint32Array<ArrayBuffer> {
    const counts = new Uint32Array(terms);
    for (const { numbers, end } of this.#chunks) {
      for (let at = 0; at < end; ) {
        const next = at + 2 + numbers[at + 1]!;
        for (at += 3; at < next; at++) {
          const term = numbers[at]! >>> 8;
          counts[term] = counts[term]! + 1;
        }
      }
    }
    return counts;
  }

  /**
   * Writes a posting for each word of each document.
   * @param places for each term where its next posting goes
   */
  writePostings(postings: Uint32Array, places: Uint32Array): void {
    for (const { numbers, end } of this.#chunks) {
      for (let at = 0; at < end; ) {
        const row = numbers[at]! * 256;
        const next = at + 2 + numbers[at + 1]!;
        for (at += 3; at < next; at++) {
          const word = numbers[at]!;
          const place = places[word >>> 8]!;
          postings[place] = row + (word & 255);
          places[word >>> 8] = place + 1;
        }
      }
    }
  }
}
