import MarkdownIt from 'markdown-it';
import { alignmentByClass, directionsOfBlocks } from './directions.js';
import { emphasisOfAllScripts } from './emphasis.js';
import { costsOf } from './markdown-costs.js';

/** Far above what a text for people holds: one character in ten of the longest. */
const MOST_MARKS = 4000;
const MOST_CELLS = 5000;
/** Looking for the end of an address takes the longer, the more of them follow. */
const MOST_ADDRESSES = 500;

function newReader() {
  const reader = new MarkdownIt('default', { html: false, linkify: true, breaks: true, typographer: false });
  reader.use(emphasisOfAllScripts).use(alignmentByClass).use(directionsOfBlocks);

  /** Deeper quotes and lists are drawn flat: a text of a thousand `>` must not become a thousand elements. */
  reader.set({ maxNesting: 20 });

  // Pictures would be loaded from anywhere, which tells others who reads what and costs people on slow lines: link to them.
  reader.renderer.rules.image = (tokens, index) => {
    const token = tokens[index];
    const source = String(token?.attrGet('src') ?? '');
    const name = token?.content || source;
    const { escapeHtml } = reader.utils;
    return `<a href="${escapeHtml(source)}" rel="nofollow ugc noopener">${escapeHtml(name)}</a>`;
  };

  reader.renderer.rules.link_open = (tokens, index, options, _env, self) => {
    tokens[index]?.attrSet('rel', 'nofollow ugc noopener');
    return self.renderToken(tokens, index, options);
  };

  // A post starts below the headings of its page.
  reader.renderer.rules.heading_open = () => '<p class="heading" dir="auto"><strong>';
  reader.renderer.rules.heading_close = () => '</strong></p>\n';
  return reader;
}

interface Reading {
  tables: boolean;
  /** Whether addresses become links that nobody marked as such. */
  addresses: boolean;
}

function readerOf({ tables, addresses }: Reading) {
  const reader = newReader().set({ linkify: addresses });
  return tables ? reader : reader.disable('table');
}

const markdown = readerOf({ tables: true, addresses: true });
const sparing = [false, true].flatMap((tables) =>
  [false, true].map((addresses) => ({ tables, addresses, reader: readerOf({ tables, addresses }) })),
);

/** Null for a text that would take long to read: whoever wrote it did not write it for people, and it stays as it is. */
function readerFor(text: string): ReturnType<typeof newReader> | null {
  if (text.length <= MOST_ADDRESSES && !text.includes('|')) return markdown;
  const { marks, cells, addresses } = costsOf(text);
  if (marks > MOST_MARKS) return null;
  const wanted = { tables: cells <= MOST_CELLS, addresses: addresses <= MOST_ADDRESSES };
  const found = sparing.find((one) => one.tables === wanted.tables && one.addresses === wanted.addresses);
  return found?.reader ?? markdown;
}

/** Paragraphs and line breaks alone: the rest stands there as it was typed. */
function asTyped(text: string): string {
  const paragraphs = markdown.utils.escapeHtml(text.trim()).split(/\n{2,}/);
  return paragraphs
    .map((paragraph) => `<p dir="auto">${paragraph.replaceAll('\n', '<br>\n')}</p>\n`)
    .join('');
}

/** HTML of a text in CommonMark with tables and strikethrough. Raw HTML in it is shown as text. */
export function renderMarkdown(text: string): string {
  return readerFor(text)?.render(text) ?? asTyped(text);
}

/** The words of a text without its markup, for search and for excerpts. */
export function plainText(text: string): string {
  const reader = readerFor(text);
  if (!reader) return text.replace(/\s+/g, ' ').trim();
  const words: string[] = [];
  for (const block of reader.parse(text, {})) {
    if (block.type === 'fence' || block.type === 'code_block') words.push(block.content);
    for (const child of block.children ?? []) {
      if (child.type === 'text' || child.type === 'code_inline' || child.type === 'image')
        words.push(child.content);
      if (child.type === 'softbreak' || child.type === 'hardbreak') words.push(' ');
    }
    if (block.type === 'inline') words.push(' ');
  }
  return words.join('').replace(/\s+/g, ' ').trim();
}
