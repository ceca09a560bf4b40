import type { DocumentWords } from './document-words.js';

/** The words of many documents one after the other in one array, while they are read from the file. */
export class PackedDocuments {
  #numbers = new Uint32Array(1 << 16);
  #end = 0;

  /** Rows must come in ascending order. */
  add(row: number, words: DocumentWords): void {
    const needed = this.#end + 2 + words.length;
    if (needed > this.#numbers.length) {
      const wider = new Uint32Array(Math.max(needed, Math.ceil(this.#numbers.length * 1.5)));
      wider.set(this.#numbers);
      this.#numbers = wider;
    }
    this.#numbers[this.#end] = row;
    this.#numbers[this.#end + 1] = words.length;
    this.#numbers.set(words, this.#end + 2);
    this.#end = needed;
  }

  visit(visit: (row: number, words: DocumentWords) => void): void {
    for (let at = 0; at < this.#end; ) {
      const length = this.#numbers[at + 1]!;
      visit(this.#numbers[at]!, this.#numbers.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
}
