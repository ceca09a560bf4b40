import { describe, expect, it } from '@jest/globals';
import { plainText, renderMarkdown } from './markdown.js';

describe('markdown', () => {
  it('shows raw HTML as text', () => {
    expect(renderMarkdown('<script>alert(1)</script> <b>x</b>')).toBe(
      '<p dir="auto">&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;x&lt;/b&gt;</p>\n',
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
    const depth = renderMarkdown(`${'> '.repeat(3000)}deep`).split('<blockquote').length;
    expect(depth).toBeLessThan(30);
  });

  it('shows what is made to be hard to read as it was typed', () => {
    const html = renderMarkdown(`${'*_'.repeat(3000)}\n<b>`);
    expect(html).toContain('*_*_*_');
    expect(html).not.toMatch(/<(?!\/p>|p dir="auto">|br>)/);
  });

  it('draws a large table, but none that is mostly empty cells', () => {
    const rows = Array.from({ length: 200 }, (_, row) => `| ${row} | gate | pump | late |`).join('\n');
    expect(renderMarkdown(`| n | a | b | c |\n| - | - | - | - |\n${rows}`)).toContain(
      '<td dir="auto">199</td>',
    );
    const empty = `${'|a'.repeat(400)}\n${'|-'.repeat(400)}\n${'|\n'.repeat(1200)}`;
    expect(renderMarkdown(empty)).not.toContain('<td');
  });

  it('gives the words alone', () => {
    expect(plainText('# Water\n\n> *peers*, not [consultants](https://e.org)\n\n- a\n- `b`')).toBe(
      'Water peers, not consultants a b',
    );
  });

  it.each([
    ['**注意：**请先关水。', '<strong>注意：</strong>请先关水。'],
    ['这是**「节水」**方案。', '这是<strong>「节水」</strong>方案。'],
    ['テスト**（重要）**です', 'テスト<strong>（重要）</strong>です'],
    ['**提示：**ABC', '<strong>提示：</strong>ABC'],
    ['خطة و**«التوفير»** أولًا', 'خطة و<strong>«التوفير»</strong> أولًا'],
    ['**تنبيه:**أغلق الماء', '<strong>تنبيه:</strong>أغلق الماء'],
    ['هذا *«مهم»*جدًا', 'هذا <em>«مهم»</em>جدًا'],
    ['ה**"חשוב"**', 'ה<strong>&quot;חשוב&quot;</strong>'],
    ['นี่คือ**“สำคัญ”**มาก', 'นี่คือ<strong>“สำคัญ”</strong>มาก'],
    ['2 * 3 * 4 and a ** b', '2 * 3 * 4 and a ** b'],
    ['水 * 电 * 气', '水 * 电 * 气'],
  ])('sees strong words beside punctuation in all scripts: %s', (text, html) => {
    expect(renderMarkdown(text)).toBe(`<p dir="auto">${html}</p>\n`);
  });

  it('gives every block the direction of its own words', () => {
    const html = renderMarkdown(
      'An answer.\n\nجواب.\n\n> قول\n\n- بند\n- item\n\n| a | ب |\n|---|---|\n| 1 | ت |',
    );
    expect(html).toContain('<p dir="auto">جواب.</p>');
    expect(html).toContain('<blockquote dir="rtl">\n<p dir="auto">');
    expect(html).toContain('<ul dir="rtl">\n<li dir="rtl">بند</li>\n<li dir="ltr">item</li>');
    expect(html).toContain('<td dir="auto">ت</td>');
    expect(renderMarkdown('## عنوان')).toContain('dir="auto"');
  });

  it('aligns columns without inline style, which pages do not allow', () => {
    const html = renderMarkdown('| a | b | c |\n|:--|:-:|--:|\n| 1 | 2 | 3 |');
    expect(html).not.toContain('style');
    expect(html).toContain('<td class="align-start" dir="auto">1</td>');
    expect(html).toContain('<td class="align-center" dir="auto">2</td>');
    expect(html).toContain('<td class="align-end" dir="auto">3</td>');
  });

  it.each(['http://', 'http://中', 'a@b.c ', '//a.b ', 'ftp://x'])(
    'looks for no addresses where there are thousands of them: %s',
    (address) => {
      expect(renderMarkdown(address.repeat(Math.floor(40_000 / address.length)))).not.toContain('<a ');
    },
  );

  it('makes links of hundreds of addresses', () => {
    const html = renderMarkdown('See https://example.org/a and write to a@example.org\n'.repeat(200));
    expect(html.split('<a ')).toHaveLength(401);
  });
});
