import { describe, expect, it } from '@jest/globals';
import { parseInput } from '../http/parse-input.js';
import { cleanText, line, prose } from './text.js';
import { isVisible, isVisibleMarkdown } from './visible-text.js';

/** By their code points, so that they can be seen here. */
const UNSEEN = [
  ...['\u200b', '\u200c', '\u200d', '\u3164', '\u00ad', '\u2800', '\u115f', '\u1160', '\uffa0', '\u180e'],
  ...['\u2060', '\u2061', '\u2062', '\u2063', '\u2064', '\u2065', '\u206a', '\u206f', '\u034f', '\u061c'],
  ...[
    '\u200e\u200f',
    '\ufe0f',
    '\ufe00',
    '\u{e0100}',
    '\u{e0041}\u{e007f}',
    '\u{e0001}',
    '\u0301',
    '\u0301\u0302',
  ],
  ...['\u00a0', '\u3000', '\u2003', '\u2028', '\ufff9\ufffb', '\ufffc', '\u{1d173}', '\u{1d159}', '\ue000'],
  ...['\ufeff \u2066\u2069', '\u202e', '\u0000', '\u200b\u0301 \u2800', '\u093e', '\u20dd', '\uffff'],
];

const nameOf = (text: string) => [...text].map((letter) => letter.codePointAt(0)?.toString(16)).join(' ');
const codeOf = (read: () => unknown) => {
  try {
    read();
    return 'taken';
  } catch (error) {
    return (error as { fields: { code: string }[] }).fields[0]?.code;
  }
};

describe('a text in which nothing can be seen', () => {
  it.each(UNSEEN.map((text) => [nameOf(text), text]))('is %s', (_, text) => {
    const repeated = `${text} ${text}`;
    expect([isVisible(text), isVisible(repeated)]).toEqual([false, false]);
    expect(cleanText(repeated)).toBe('');
    for (const shape of [line(1, 80), prose(1, 80), line(3, 80)])
      expect(codeOf(() => parseInput(shape, repeated))).toMatch(/^field\/(invisible|required|too-short)$/);
    for (const shape of [line(0, 80), prose(0, 80)]) expect(parseInput(shape, repeated)).toBe('');
  });

  it.each(['&nbsp;', '&#8203;&#x200b;', '&ZeroWidthSpace; &zwj;', '&#173; &NBSP;', '&#x2800;'])(
    'is %s for Markdown',
    (text) => {
      expect(isVisibleMarkdown(text)).toBe(false);
      expect(codeOf(() => parseInput(prose(1, 80), text))).toBe('field/invisible');
      expect(parseInput(line(1, 80), text)).toBe(text);
    },
  );

  it('is told of by what it is', () => {
    expect(codeOf(() => parseInput(line(1, 80), '\u200b\u3164'))).toBe('field/invisible');
    expect(codeOf(() => parseInput(line(1, 80), '  '))).toBe('field/required');
  });
});

describe('a text in which something can be seen', () => {
  it.each([
    'می‌خواهم',
    'क्‍ष',
    'ភាសា​ខ្មែរ',
    '👩‍🌾',
    '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    '❤️',
    '葛\u{e0100}',
    '!',
    '7',
    '…',
    'co\u00adoperation',
    'e\u0301',
  ])('stays as it is: %s', (text) => {
    expect(parseInput(line(1, 80), text)).toBe(text.normalize('NFC'));
    expect(parseInput(prose(1, 80), text)).toBe(text.normalize('NFC'));
    expect(cleanText(text)).toBe(text.normalize('NFC'));
  });

  it('may hold what is no character reference', () => {
    for (const text of ['AT&T', '&amp;', '&#xffffff;', '&unknown;', '&#77;'])
      expect(isVisibleMarkdown(text)).toBe(true);
  });
});
