import { describe, expect, it } from '@jest/globals';
import { costsOf } from './markdown-costs.js';

describe('what a text costs to read', () => {
  it('grows with the characters that mean something', () => {
    expect(costsOf('*so* and [so](https://e.org)').marks).toBe(4);
    expect(costsOf('The gates were late, and nobody knew why.\n\nWho does?')).toEqual({
      marks: 2,
      cells: 0,
      addresses: 0,
    });
    expect(costsOf('https://e.org, //e.org and a@e.org').addresses).toBe(3);
  });

  it('grows with the cells that a table would have, be its rows ever so short', () => {
    expect(costsOf('|a|b|\n|-|-|\n|1|2|').cells).toBe(9);
    expect(costsOf(`${'|a'.repeat(100)}\n${'|-'.repeat(100)}\n${'|\n'.repeat(98)}`).cells).toBe(10_000);
  });

  it('counts each block for itself', () => {
    expect(costsOf('a\nb\nc\n\n|a|\n|-|').cells).toBe(4);
    expect(costsOf('|a|\n|-|\n\n\n|a|\n|-|\n').cells).toBe(8);
  });
});
