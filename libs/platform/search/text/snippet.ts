import type { MarkedText } from '../search-index.js';
import type { SoughtWord } from './query-words.js';
import { visitTokens } from './tokenizer.js';

const SNIPPET_LENGTH = 200;
const BEFORE_FIRST_MATCH = 60;
const LONGEST_STEP_TO_SPACE = 24;

/** A part of a text, as indexes into the string. */
interface Span {
  start: number;
  end: number;
}

/** Finds the words of one query in stored texts. */
export class WordMarker {
  readonly #exact = new Set<string>();
  readonly #prefixes: string[] = [];
  readonly #singles = new Set<string>();

  constructor(words: readonly SoughtWord[]) {
    for (const word of words) {
      for (const term of word.instead ?? word.also ?? []) this.#exact.add(term);
      const term = word.terms[0]!;
      if (word.unspaced && word.prefix) this.#singles.add(term);
      else if (word.prefix) this.#prefixes.push(term);
      else for (const each of word.terms) this.#exact.add(each);
    }
  }

  /** The whole text with the matching words marked. */
  mark(text: string): MarkedText {
    return split(text, this.#spans(text, Number.POSITIVE_INFINITY));
  }

  /** About 200 characters around the first match, or the beginning when only the title matches. */
  snippet(text: string): MarkedText {
    const first = this.#spans(text, 1)[0];
    const window = cutWindow(text, first?.start ?? 0);
    const part = text.slice(window.start, window.end).trim();
    const marked = first ? this.mark(part) : split(part, []);
    if (window.start > 0) marked.unshift({ text: '… ', marked: false });
    if (window.end < text.length) marked.push({ text: ' …', marked: false });
    return joinEqual(marked);
  }

  #spans(text: string, most: number): Span[] {
    const spans: Span[] = [];
    visitTokens(text, (term, start, end, unspaced) => {
      const width = this.#matchedWidth(term, end - start, unspaced, text, start);
      if (width === 0) return true;
      const last = spans.at(-1);
      if (last && start <= last.end && unspaced) last.end = Math.max(last.end, start + width);
      else spans.push({ start, end: start + width });
      return spans.length < most;
    });
    return spans;
  }

  #matchedWidth(term: string, width: number, unspaced: boolean, text: string, start: number): number {
    if (this.#exact.has(term)) return width;
    if (unspaced) {
      const first = String.fromCodePoint(term.codePointAt(0)!);
      return this.#singles.has(first) ? String.fromCodePoint(text.codePointAt(start)!).length : 0;
    }
    return this.#prefixes.some((prefix) => term.startsWith(prefix)) ? width : 0;
  }
}

/** Chooses the part of a text to show, at spaces where there are any nearby, and never within a character. */
function cutWindow(text: string, firstMatch: number): Span {
  if (text.length <= SNIPPET_LENGTH) return { start: 0, end: text.length };
  let start = Math.max(0, Math.min(firstMatch - BEFORE_FIRST_MATCH, text.length - SNIPPET_LENGTH));
  let end = Math.min(text.length, start + SNIPPET_LENGTH);
  if (start > 0) {
    const space = text.slice(start, Math.min(firstMatch, start + LONGEST_STEP_TO_SPACE)).search(/\s/u);
    start = space >= 0 ? start + space + 1 : wholeCharacter(text, start);
  }
  if (end < text.length) {
    const from = end - LONGEST_STEP_TO_SPACE;
    const space = text.slice(from, end).search(/\s\S*$/u);
    end = space >= 0 ? from + space : wholeCharacter(text, end);
  }
  return { start, end };
}

/** Moves a cut to the left until it parts neither a surrogate pair nor a letter and its marks. */
function wholeCharacter(text: string, at: number): number {
  let cut = at;
  while (cut > 0 && /^[\udc00-\udfff\p{M}]/u.test(text.slice(cut, cut + 2))) cut--;
  return cut;
}

function split(text: string, spans: Span[]): MarkedText {
  const parts: MarkedText = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) parts.push({ text: text.slice(at, span.start), marked: false });
    parts.push({ text: text.slice(span.start, span.end), marked: true });
    at = span.end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), marked: false });
  return parts;
}

function joinEqual(parts: MarkedText): MarkedText {
  const joined: MarkedText = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.marked === part.marked) last.text += part.text;
    else joined.push(part);
  }
  return joined;
}
