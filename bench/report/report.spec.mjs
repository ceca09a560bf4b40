import { describe, expect, it } from '@jest/globals';
import { XMLParser } from 'fast-xml-parser';
import { placeOf, selfTimes } from './profile-table.mjs';
import { logLogChart } from './svg.mjs';

describe('a chart of growth', () => {
  const chart = logLogChart({
    title: 'Cost & size',
    xLabel: 'posts',
    yLabel: 'ms',
    curves: [
      {
        name: 'read <b>',
        points: [
          { x: 1e4, y: 0.2 },
          { x: 1e5, y: 0.25 },
          { x: 1e6, y: 0 },
        ],
      },
    ],
  });

  it('is well-formed, with texts escaped and a look for the dark', () => {
    expect(() => new XMLParser({ ignoreAttributes: false }).parse(chart, true)).not.toThrow();
    expect(chart).toContain('read &lt;b>');
    expect(chart).toContain('prefers-color-scheme: dark');
  });

  it('leaves out what has no logarithm', () => {
    expect(chart.match(/<circle/g)).toHaveLength(2);
  });
});

describe('a profile', () => {
  it('names own files, packages and the engine', () => {
    const frame = (url, functionName = 'f') => ({ url, functionName });
    expect(placeOf(frame('file:///somewhere/dist/libs/platform/graph/graph.js'))).toBe(
      'libs/platform/graph/graph.js',
    );
    expect(placeOf(frame('file:///a/node_modules/x/node_modules/@scope/name/index.js'))).toBe('@scope/name');
    expect(placeOf(frame('node:internal/streams/readable'))).toBe('node:internal/streams');
    expect(placeOf(frame('', '(garbage collector)'))).toBe('(garbage collector)');
    expect(placeOf(frame('', 'toArray'))).toBe('(native)');
  });

  it('adds up what was spent in each place and leaves waiting out', () => {
    const profile = {
      nodes: [
        { id: 1, callFrame: { url: '', functionName: '(idle)' } },
        { id: 2, callFrame: { url: 'file:///dist/apps/a.js', functionName: 'a' } },
      ],
      samples: [1, 2, 2],
      timeDeltas: [5000, 2000, 3000],
    };
    expect(selfTimes(profile)).toEqual([{ place: 'apps/a.js', ms: 5 }]);
    expect(selfTimes(profile, 8000)).toEqual([{ place: 'apps/a.js', ms: 3 }]);
  });
});
