import type { QueryWord } from '../text/query-words.js';
import { visitTokens } from '../text/tokenizer.js';
import type { Worded } from './document-words.js';

/** Whether the pairs of a run of Han or Kana follow each other somewhere in the document. */
export function holdsRun(document: Worded, run: QueryWord): boolean {
  const places = [document.title, document.text, document.names, document.keywords];
  // Nearly always it stands there as it was typed; comparing the folded pairs takes a hundred times as long.
  return places.some((text) => text.includes(run.typed)) || places.some((text) => followsIn(text, run.terms));
}

function followsIn(text: string, terms: readonly string[]): boolean {
  let before: string[] = [];
  let found = false;
  visitTokens(text, (term) => {
    before = [...before, term].slice(-terms.length);
    found = before.length === terms.length && before.every((each, at) => each === terms[at]);
    return !found;
  });
  return found;
}
