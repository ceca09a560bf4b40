import { describe, expect, it } from '@jest/globals';
import { broaderThan, inTreeOrder, themeCodeFor, wouldCloseCircle } from './theme-tree.js';

const themes = [
  { code: 'drip', parent: 'irrigation' },
  { code: 'irrigation', parent: 'water' },
  { code: 'energy', parent: null },
  { code: 'water', parent: null },
  { code: 'drinking', parent: 'water' },
];

describe('the tree of themes', () => {
  it('puts each theme before its narrower ones', () => {
    const order = inTreeOrder(themes, (a, b) => (a.code < b.code ? -1 : 1));
    expect(order.map(({ code, depth }) => `${depth} ${code}`)).toEqual([
      '0 energy',
      '0 water',
      '1 drinking',
      '1 irrigation',
      '2 drip',
    ]);
  });

  it('shows a theme whose broader one is gone at the top', () => {
    expect(inTreeOrder([{ code: 'lost', parent: 'gone' }], () => 0)).toEqual([
      { code: 'lost', parent: 'gone', depth: 0 },
    ]);
  });

  it('names the broader themes, the nearest first', () => {
    expect(broaderThan('drip', themes).map(({ code }) => code)).toEqual(['irrigation', 'water']);
    expect(broaderThan('water', themes)).toEqual([]);
  });

  it('finds out whether a theme would stand under itself', () => {
    expect(wouldCloseCircle('water', 'drip', themes)).toBe(true);
    expect(wouldCloseCircle('water', 'water', themes)).toBe(true);
    expect(wouldCloseCircle('drip', 'energy', themes)).toBe(false);
    expect(wouldCloseCircle('water', null, themes)).toBe(false);
  });

  it('makes a code of a name', () => {
    expect(themeCodeFor('Énergie & eau: dès 2030')).toBe('energie-and-eau-des-2030');
    expect(themeCodeFor('水')).toBe('');
  });
});
