import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt('default', { html: false, linkify: true, breaks: true, typographer: false });

/** Deeper quotes and lists are drawn flat: a text of a thousand `>` must not become a thousand elements. */
markdown.set({ maxNesting: 20 });

// Pictures would be loaded from anywhere, which tells others who reads what and costs people on slow lines: link to them.
markdown.renderer.rules.image = (tokens, index) => {
  const token = tokens[index];
  const source = String(token?.attrGet('src') ?? '');
  const name = token?.content || source;
  const { escapeHtml } = markdown.utils;
  return `<a href="${escapeHtml(source)}" rel="nofollow ugc noopener">${escapeHtml(name)}</a>`;
};

markdown.renderer.rules.link_open = (tokens, index, options, _env, self) => {
  tokens[index]?.attrSet('rel', 'nofollow ugc noopener');
  return self.renderToken(tokens, index, options);
};

// A post starts below the headings of its page.
markdown.renderer.rules.heading_open = () => '<p class="heading"><strong>';
markdown.renderer.rules.heading_close = () => '</strong></p>\n';

/** HTML of a text in CommonMark with tables and strikethrough. Raw HTML in it is shown as text. */
export function renderMarkdown(text: string): string {
  return markdown.render(text);
}

/** The words of a text without its markup, for search and for excerpts. */
export function plainText(text: string): string {
  const words: string[] = [];
  for (const block of markdown.parse(text, {})) {
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
