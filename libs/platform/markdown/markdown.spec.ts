import { describe, expect, it } from '@jest/globals';
import { plainText, renderMarkdown } from './markdown.js';

describe('markdown', () => {
  it('shows raw HTML as text', () => {
    expect(renderMarkdown('<script>alert(1)</script> <b>x</b>')).toBe(
      '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n',
    );
  });

  it('makes no link that runs script', () => {
    expect(renderMarkdown('[x](javascript:alert(1))')).not.toContain('<a');
  });

  it('links to pictures instead of loading them', () => {
    const html = renderMarkdown('![a "map"](https://example.org/map.png)');
    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://example.org/map.png"');
    expect(html).toContain('a &quot;map&quot;');
  });

  it('stops nesting quotes at some depth', () => {
    const depth = renderMarkdown(`${'> '.repeat(3000)}deep`).split('<blockquote>').length;
    expect(depth).toBeLessThan(30);
  });

  it('shows what is made to be hard to read as it was typed', () => {
    const html = renderMarkdown(`${'*_'.repeat(3000)}\n<b>`);
    expect(html).toContain('*_*_*_');
    expect(html).not.toMatch(/<(?!\/?p>|br>)/);
  });

  it('draws a large table, but none that is mostly empty cells', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `| ${row} | gate | pump | late |`).join('\n');
    expect(renderMarkdown(`| n | a | b | c |\n| - | - | - | - |\n${rows}`)).toContain('<td>199</td>');
    const empty = `${'|a'.repeat(400)}\n${'|-'.repeat(400)}\n${'|\n'.repeat(1200)}`;
    expect(renderMarkdown(empty)).not.toContain('<td>');
  });

  it('gives the words alone', () => {
    expect(plainText('# Water\n\n> *peers*, not [consultants](https://e.org)\n\n- a\n- `b`')).toBe(
      'Water peers, not consultants a b',
    );
  });
});
