import MarkdownIt from 'markdown-it';
import { costsOf } from './markdown-costs.js';

/** Far above what a text for people holds: one character in ten of the longest. */
const MOST_MARKS = 4000;
const MOST_CELLS = 5000;

function newReader() {
  const reader = new MarkdownIt('default', { html: false, linkify: true, breaks: true, typographer: false });

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
  reader.renderer.rules.heading_open = () => '<p class="heading"><strong>';
  reader.renderer.rules.heading_close = () => '</strong></p>\n';
  return reader;
}

const markdown = newReader();
const withoutTables = newReader().disable('table');

/** Null for a text that would take long to read: whoever wrote it did not write it for people, and it stays as it is. */
function readerFor(text: string): ReturnType<typeof newReader> | null {
  if (text.length <= MOST_MARKS && !text.includes('|')) return markdown;
  const { marks, cells } = costsOf(text);
  if (marks > MOST_MARKS) return null;
  return cells > MOST_CELLS ? withoutTables : markdown;
}

/** Paragraphs and line breaks alone: the rest stands there as it was typed. */
function asTyped(text: string): string {
  const paragraphs = markdown.utils.escapeHtml(text.trim()).split(/\n{2,}/);
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>\n')}</p>\n`).join('');
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
