import { foldLetter, LETTER_CLASS, letterClass } from './letter-fold.js';

/** A word of a text in the form in which it is indexed. */
export interface Token {
  term: string;
  /** Where the word stands in the text, as indexes into the string. */
  start: number;
  end: number;
  /** Part of a run of Han or Kana: `term` holds two characters, or one at the end of the run. */
  unspaced: boolean;
}

const LONGEST_TERM = 64;

/** Called for each token; return `false` to stop. */
export type TokenVisitor = (term: string, start: number, end: number, unspaced: boolean) => unknown;

/** Makes text safe to store: composed characters, no broken surrogates, no NUL. */
export function cleanText(text: unknown): string {
  const whole = typeof text === 'string' ? text : text == null ? '' : String(text);
  return whole.toWellFormed().replaceAll('\0', ' ').normalize('NFC');
}

/**
 * Cuts text into indexed words. One rule for documents, queries and marks, so that the three always agree:
 * accents and case fold away; Arabic letter forms become one and the article goes; a run of Han or Kana becomes
 * overlapping pairs plus its last character, so that any part of it can be found.
 */
export function visitTokens(text: string, visit: TokenVisitor): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const code = text.codePointAt(at)!;
    const kind = letterClass(code);
    if (kind === LETTER_CLASS.letter) {
      at = visitWord(text, at, visit);
    } else if (kind === LETTER_CLASS.unspaced) {
      at = visitUnspacedRun(text, at, visit);
    } else {
      at += code > 0xffff ? 2 : 1;
    }
    if (at < 0) return;
  }
}

/** All tokens of a text, in order. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  visitTokens(text, (term, start, end, unspaced) => {
    tokens.push({ term, start, end, unspaced });
  });
  return tokens;
}

/** In place of a letter where the text ends: no word goes on over it. */
const END = 0;

/** Most letters are these, which are as they stand: runs of them are taken as they are. */
function isPlainLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** Returns where to go on, or -1 to stop. */
function visitWord(text: string, start: number, visit: TokenVisitor): number {
  let term = '';
  let at = start;
  while (at < text.length) {
    const plainFrom = at;
    while (isPlainLetter(text.charCodeAt(at))) at++;
    if (at > plainFrom) term += text.slice(plainFrom, at);
    const code = text.codePointAt(at) ?? END;
    const kind = letterClass(code);
    if (kind === LETTER_CLASS.letter) term += foldLetter(code);
    else if (kind !== LETTER_CLASS.ignored && !isJoint(text, at, term)) break;
    at += code > 0xffff ? 2 : 1;
  }
  if (isElision(text, term, start, at)) return at;
  const stripped = withoutArticle(term);
  return visit(clipped(stripped), start, at, false) === false ? -1 : at;
}

const HYPHENS = new Set(['-', '\u2010', '\u2011']);

/** `co-operation`, `co-opération`: one word, written with a hyphen or without. */
function isJoint(text: string, at: number, term: string): boolean {
  if (term !== 'co' || !HYPHENS.has(text[at] ?? '')) return false;
  return letterClass(text.codePointAt(at + 1) ?? 0x20) === LETTER_CLASS.letter;
}

function visitUnspacedRun(text: string, start: number, visit: TokenVisitor): number {
  let before = '';
  let beforeStart = start;
  let at = start;
  while (at < text.length) {
    const code = text.codePointAt(at)!;
    if (letterClass(code) !== LETTER_CLASS.unspaced) break;
    const next = at + (code > 0xffff ? 2 : 1);
    const letter = foldLetter(code) || String.fromCodePoint(code);
    if (before && visit(before + letter, beforeStart, next, true) === false) return -1;
    before = letter;
    beforeStart = at;
    at = next;
  }
  return visit(before, beforeStart, at, true) === false ? -1 : at;
}

function clipped(term: string): string {
  return term.length > LONGEST_TERM ? term.slice(0, LONGEST_TERM).toWellFormed() : term;
}

const APOSTROPHES = new Set(["'", '’', 'ʼ', '‘']);

/** `l’eau`, `d'abord`, `farmer's`: the letter beside the apostrophe is grammar, nobody looks for it. */
function isElision(text: string, term: string, start: number, end: number): boolean {
  if (term.length > 2) return false;
  const elidedBefore = APOSTROPHES.has(text[end] ?? '') && (term.length === 1 || term === 'qu');
  if (elidedBefore && letterClass(text.codePointAt(end + 1) ?? 0x20) === LETTER_CLASS.letter) return true;
  return term === 's' && start > 0 && APOSTROPHES.has(text[start - 1]!);
}

const LONE_ARTICLE = /^ال(?=..)/u;
const JOINED_ARTICLE = /^(?:[وفبك]ال|لل)(?=...)/u;

/** Removes the Arabic article, also behind a joined particle, when a word is left. */
function withoutArticle(term: string): string {
  const first = term.charCodeAt(0);
  if (first < 0x620 || first > 0x6ff) return term;
  return term.replace(LONE_ARTICLE, '').length < term.length
    ? term.replace(LONE_ARTICLE, '')
    : term.replace(JOINED_ARTICLE, '');
}
