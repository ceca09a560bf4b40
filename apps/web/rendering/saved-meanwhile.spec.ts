import { describe, expect, it } from '@jest/globals';
import { partsThatDiffer } from './saved-meanwhile.js';

describe('the parts in which an edit differs from what is saved by now', () => {
  it('are those that say something else, in the order of the form', () => {
    const sent = { title: 'Mine', summary: 'Same', themes: ['soil'], endYear: 2024 };
    const saved = { title: 'Theirs', summary: 'Same', themes: ['water'], endYear: null };
    expect(partsThatDiffer(sent, saved)).toEqual(['title', 'themes', 'endYear']);
  });

  it('are not what merely looks otherwise', () => {
    const sent = { version: 1, note: 'why', themes: ['water', 'soil'], scale: undefined };
    expect(partsThatDiffer(sent, { version: 3, themes: ['soil', 'water'], scale: null })).toEqual([]);
  });

  it('are rows in their order', () => {
    const [gate, well] = [{ title: 'Gate' }, { title: 'Well' }];
    expect(partsThatDiffer({ agenda: [gate, well] }, { agenda: [well, gate] })).toEqual(['agenda']);
  });
});
