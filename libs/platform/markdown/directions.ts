import type { MarkdownIt, Token } from 'markdown-it';

/** Blocks that hold words themselves: each is read in the direction of its own. */
const WORDS = new Set(['paragraph_open', 'heading_open', 'th_open', 'td_open', 'fence', 'code_block']);

/** Blocks that hold blocks. Browsers do not look through the directions inside, so it is found here. */
const HOLDERS = new Set(['bullet_list_open', 'ordered_list_open', 'list_item_open', 'blockquote_open']);

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LETTER = /\p{L}/u;

/** Gives every block its direction of writing: a text may hold English and Arabic, and neither bends the other. */
export function directionsOfBlocks(reader: MarkdownIt): void {
  reader.core.ruler.push('directions', ({ tokens }) => {
    const open: Token[] = [];
    for (const token of tokens) {
      if (HOLDERS.has(token.type)) open.push(token);
      else if (token.type === 'inline') {
        const direction = directionOf(token.content);
        // Whatever has no letter yet takes the direction of the first that comes.
        if (direction)
          for (const holder of open) if (!holder.attrGet('dir')) holder.attrSet('dir', direction);
      } else if (WORDS.has(token.type)) token.attrSet('dir', 'auto');
      if (token.nesting === -1 && HOLDERS.has(token.type.replace('_close', '_open'))) open.pop();
    }
    return false;
  });
}

function directionOf(text: string): 'rtl' | 'ltr' | null {
  const letter = LETTER.exec(text)?.[0];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

const ALIGNED: Record<string, string> = {
  'text-align:left': 'align-start',
  'text-align:center': 'align-center',
  'text-align:right': 'align-end',
};

/** Columns of tables are aligned by a class: pages allow no inline style. */
export function alignmentByClass(reader: MarkdownIt): void {
  reader.core.ruler.push('alignment', ({ tokens }) => {
    for (const token of tokens) {
      if (token.type !== 'th_open' && token.type !== 'td_open') continue;
      const style = token.attrGet('style');
      if (style === null) continue;
      token.attrs = (token.attrs ?? []).filter(([name]) => name !== 'style');
      const name = ALIGNED[style];
      if (name) token.attrSet('class', name);
    }
    return false;
  });
}
