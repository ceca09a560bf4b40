import { visitTokens } from './tokenizer.js';

/**
 * The words of a text in the form in which the tokenizer knows them, with a space between, for an engine that cuts texts
 * by rules of its own: it finds nothing in them that it would read in another way. Runs of Han and Kana stay whole.
 */
export function plainWords(text: string): string {
  const words: string[] = [];
  let run = { start: 0, end: 0 };
  const endRun = () => {
    if (run.end > run.start) words.push(text.slice(run.start, run.end));
    run = { start: 0, end: 0 };
  };
  visitTokens(text, (term, start, end, unspaced) => {
    if (unspaced && start < run.end) {
      run.end = Math.max(run.end, end);
      return;
    }
    endRun();
    if (unspaced) run = { start, end };
    else words.push(term);
  });
  endRun();
  return words.join(' ');
}
