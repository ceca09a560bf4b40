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

  visit(visit: (row: number, words: DocumentWords) => void): void {
    for (const { numbers, end } of this.#chunks) {
      for (let at = 0; at < end; ) {
        const length = numbers[at + 1]!;
        visit(numbers[at]!, numbers.subarray(at + 2, at + 2 + length));
        at += 2 + length;
      }
    }
  }
}
