import type { MarkdownIt } from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';

/** Letters of scripts without capitals, the marks on them, and Arabic punctuation. */
const CASELESS = /^[\p{Lo}\p{Mn}\u0600-\u06ff]/u;
const SPACE = /^\s/u;

/**
 * Lets `**` begin and end strong words beside punctuation where no space parts it from the word: Chinese and Japanese
 * do not part words, and in Arabic "and" or "the" is written to what follows. CommonMark was made for scripts that do;
 * it shows the asterisks of `و**«التوفير»**`. The plugin knows the East Asian characters, and this the other scripts.
 */
export function emphasisOfAllScripts(reader: MarkdownIt): void {
  reader.use(cjkFriendly);
  const State = reader.inline.State;
  reader.inline.State = class extends State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord);
      // `_` never splits a word.
      if (!canSplitWord) return scanned;
      const before = [...this.src.slice(Math.max(0, start - 2), start)].at(-1) ?? ' ';
      const after = this.src.slice(start + scanned.length, start + scanned.length + 2) || ' ';
      if (SPACE.test(before) || SPACE.test(after)) return scanned;
      if (!CASELESS.test(before) && !CASELESS.test(after)) return scanned;
      return { ...scanned, can_open: true, can_close: true };
    }
  };
}
