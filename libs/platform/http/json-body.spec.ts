import { describe, expect, it } from '@jest/globals';
import { LIMITS } from '../limits.js';
import { refuseDeepJson } from './json-body.js';

const nested = (depth: number) => Buffer.from('['.repeat(depth) + ']'.repeat(depth));

describe('the depth of JSON', () => {
  it('may be as great as any form of ours needs', () => {
    expect(() => refuseDeepJson(nested(LIMITS.http.jsonDepth))).not.toThrow();
    expect(() => refuseDeepJson(Buffer.from(JSON.stringify({ rows: [{ a: [{}] }] })))).not.toThrow();
    expect(() => refuseDeepJson(Buffer.from(`[${'[],'.repeat(500)}[]]`))).not.toThrow();
  });

  it('ends there', () => {
    expect(() => refuseDeepJson(nested(LIMITS.http.jsonDepth + 1))).toThrow('platform/malformed-request');
    expect(() => refuseDeepJson(Buffer.from('{"a":'.repeat(1000)))).toThrow('platform/malformed-request');
  });

  it('does not count what stands in a text', () => {
    const text = JSON.stringify({ body: `\\" ${'['.repeat(1000)}`, 'a\\': ['"{{'.repeat(1000)] });
    expect(() => refuseDeepJson(Buffer.from(text))).not.toThrow();
  });
});
