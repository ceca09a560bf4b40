import { describe, expect, it } from '@jest/globals';
import { titleOf } from './commitment-title.js';

describe('the title of a commitment', () => {
  it('is the text in one line', () => {
    expect(titleOf('Translate the manual\n\nand  send it')).toBe('Translate the manual and send it');
  });

  it('is cut at 120 characters, never within one', () => {
    expect(titleOf('é'.repeat(120))).toBe('é'.repeat(120));
    const cut = titleOf('🌱'.repeat(121));
    expect(cut).toBe(`${'🌱'.repeat(119)}…`);
  });
});
