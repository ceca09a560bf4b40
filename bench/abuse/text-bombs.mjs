const LONGEST = 40_000;

/** Texts that are short to send and long to read, as long as a post may be. */
export const TEXT_BOMBS = [
  '>'.repeat(LONGEST),
  Array.from({ length: 250 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n'),
  '['.repeat(LONGEST),
  '[a]('.repeat(10_000),
  '![a]('.repeat(8000),
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  '*a '.repeat(13_000),
  '*_'.repeat(20_000),
  '**a_b'.repeat(8000),
  '~~a'.repeat(13_000),
  '```\n'.repeat(10_000),
  `${'|a'.repeat(1000)}\n${'|-'.repeat(1000)}\n${'|\n'.repeat(10_000)}`,
  'http://a.b/'.repeat(3600),
  Array.from({ length: 1500 }, (_, index) => `[${index}]: /a "b"\n[${index}]`).join('\n'),
  '\\'.repeat(LONGEST),
  'a  \n'.repeat(10_000),
].map((text) => text.slice(0, LONGEST));
