import { describe, expect, it } from '@jest/globals';
import type { MarkedText } from '../search-index.js';
import { readQueryWords } from './query-words.js';
import { WordMarker } from './snippet.js';

const markerFor = (q: string) => new WordMarker(readQueryWords(q));
const shown = (parts: MarkedText) => parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

describe('marks', () => {
  it.each([
    ['educacion', 'La educación rural', 'La [educación] rural'],
    ['educ', 'La educación rural', 'La [educación] rural'],
    ['مياه', 'إدارة المياه', 'إدارة [المياه]'],
    ['水资源', '中国水资源管理', '中国[水资源]管理'],
    ['水', '节约用水', '节约用[水]'],
    ['еще', 'Ещё раз', '[Ещё] раз'],
    ['a b', 'A & <b>', '[A] & <[b]>'],
  ])('show where %s was found', (q, text, expected) => {
    expect(shown(markerFor(q).mark(text))).toBe(expected);
  });

  it('add up to the text', () => {
    const text = '🙂 water, 水资源 and wateŕ \u202b';
    const parts = markerFor('水资源 water').mark(text);
    expect(parts.map((part) => part.text).join('')).toBe(text);
  });
});

describe('snippet', () => {
  const filler = 'lorem ipsum dolor sit amet '.repeat(40);

  it('is cut around the first match, at spaces', () => {
    const snippet = shown(
      markerFor('harvesting').snippet(`${filler}water harvesting in dry lands ${filler}`),
    );
    expect(snippet).toContain('water [harvesting] in dry lands');
    expect(snippet).toMatch(/^… \w+ .* \w+ …$/);
    expect(snippet.length).toBeLessThan(220);
  });

  it('is the beginning when only the title matches', () => {
    expect(shown(markerFor('nothing').snippet(filler))).toMatch(/^lorem ipsum .* …$/);
  });

  it('is the whole of a short text', () => {
    expect(shown(markerFor('dry').snippet('Dry lands'))).toBe('[Dry] lands');
  });

  it('never cuts within a character', () => {
    const text = `${'🙂'.repeat(301)}水${'👩‍🌾'.repeat(200)}`;
    const joined = markerFor('水')
      .snippet(text)
      .map((part) => part.text)
      .join('');
    expect(joined.isWellFormed()).toBe(true);
  });
});
