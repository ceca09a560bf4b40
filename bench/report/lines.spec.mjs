import { describe, expect, it } from '@jest/globals';
import { judge, sideBySide } from './lines.mjs';

describe('a result', () => {
  it('is set against NodeBB and the aim, more being better for rates', () => {
    const [rate, cpu] = judge({ row: 'thread-json', at: 10, figures: { perSecond: 4040, cpuMs: 0.2 } });
    expect(rate).toMatchObject({ value: 4040, nodebb: 404, ratio: 10, verdict: 'short' });
    expect(cpu).toMatchObject({ ratio: 12.5, verdict: 'met' });
  });

  it('is judged the other way round where less is better', () => {
    const [kB, requests] = judge({ row: 'first-visit', figures: { kB: 33, requests: 9 } });
    expect([kB.verdict, requests.verdict]).toEqual(['met', 'short']);
  });

  it('is not judged where there is no aim', () => {
    expect(judge({ row: 'search', at: 50, figures: { perSecond: 9 } })[0].verdict).toBeNull();
    expect(judge({ row: 'search', at: 7, figures: { perSecond: 9 } })).toEqual([]);
  });

  it('of two forums stand side by side where both have it', () => {
    const theirs = [
      { forum: 'Other', row: 'thread-html', at: 10, figures: { perSecond: 100 } },
      { forum: 'Other', row: 'search', at: 10, figures: { perSecond: 100 } },
    ];
    const table = sideBySide(theirs, [{ row: 'thread-html', at: 10, figures: { perSecond: 1500 } }]);
    expect(table).toContain('100 /s | 1500 /s | 15×');
    expect(table).not.toContain('search');
  });
});
