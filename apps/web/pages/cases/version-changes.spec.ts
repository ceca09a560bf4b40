import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './version-changes.js';

function version(number: number, data: Record<string, unknown>) {
  return {
    number,
    at: '2026-05-03T10:00:00Z',
    note: null,
    writtenBy: null,
    data: { title: 'Canals', ...data },
  };
}

describe('what changed from one version of a case to the next', () => {
  it('is nothing to tell for the first one', () => {
    expect(changesBetween(undefined, version(1, {}))).toBeNull();
  });

  it('is told word by word for texts, by name for the rest', () => {
    const before = version(1, { summary: 'Two kept running.', themes: ['water'], startYear: 2016 });
    const after = version(2, {
      summary: 'One kept running.',
      themes: ['water', 'irrigation'],
      startYear: 2017,
    });
    expect(changesBetween(before, after)).toEqual({
      parts: ['themes', 'years'],
      texts: [
        {
          part: 'summary',
          text: 'One kept running.',
          words: [
            { text: 'Two', kind: 'removed' },
            { text: 'One', kind: 'added' },
            { text: ' kept running.', kind: 'kept' },
          ],
        },
      ],
    });
  });

  it('does not mind whether something is missing or null', () => {
    expect(changesBetween(version(1, {}), version(2, { context: null }))).toEqual({ texts: [], parts: [] });
  });
});
