import { visitTokens } from '../text/tokenizer.js';

/** What holds words. */
export interface Worded {
  title: string;
  text: string;
  keywords: string;
  /** One per line. */
  names: string;
}

/**
 * The words of one document as numbers: first how many there are, then `term * 256 + bits` for each different one.
 * The bits say where it stands: in the title up to three times (two bits), in the text up to fifteen times (four),
 * among names and keywords up to three times (two).
 */
export type DocumentWords = Uint32Array;

const IN_TITLE = 0b01_0000_00;
const IN_TEXT = 0b00_0001_00;
const IN_KEYWORDS = 0b00_0000_01;

/** Whether the bits say that the term stands in the title. */
export const TITLE_BITS = 0b11_0000_00;
const TEXT_BITS = 0b00_1111_00;
const KEYWORD_BITS = 0b00_0000_11;

const TITLE_WEIGHT = 8;
const KEYWORDS_WEIGHT = 0.3;

/** How often a term stands in a document, by its bits: once in the title is as much as eight times in the text. */
export const FREQUENCIES = Float32Array.from({ length: 256 }, (_, bits) => {
  const [title, text, keywords] = [bits >>> 6, (bits & TEXT_BITS) >>> 2, bits & KEYWORD_BITS];
  return title * TITLE_WEIGHT + text + keywords * KEYWORDS_WEIGHT;
});

/** @param numberOf gives each term its number */
export function wordsOf(document: Worded, numberOf: (term: string) => number): DocumentWords {
  const found = new Map<string, number>();
  let count = 0;
  const read = (text: string, once: number, mask: number) => {
    visitTokens(text, (term) => {
      const bits = found.get(term) ?? 0;
      found.set(term, (bits & mask) === mask ? bits : bits + once);
      count++;
    });
  };
  read(document.title, IN_TITLE, TITLE_BITS);
  read(document.text, IN_TEXT, TEXT_BITS);
  read(document.names, IN_KEYWORDS, KEYWORD_BITS);
  read(document.keywords, IN_KEYWORDS, KEYWORD_BITS);
  const words = new Uint32Array(found.size + 1);
  words[0] = count;
  let at = 1;
  for (const [term, bits] of found) words[at++] = numberOf(term) * 256 + bits;
  return words;
}

export function toBytes(words: DocumentWords): Uint8Array {
  return new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
}

/** Looks at the bytes as numbers; copies them first where they do not begin at a multiple of four. */
export function fromBytes(bytes: Uint8Array): DocumentWords {
  const { buffer, byteOffset, byteLength } = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  return new Uint32Array(buffer, byteOffset, byteLength / 4);
}
