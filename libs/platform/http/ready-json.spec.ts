import { describe, expect, it } from '@jest/globals';
import { ReadyJson } from './ready-json.js';

describe('answers that are JSON already', () => {
  it('are written as they are, beside others', () => {
    const text = '{"hits": [1],\n "total":1}';
    const ready = new ReadyJson<{ total: number }>(text);
    expect(ReadyJson.write(ready)).toBe(text);
    expect(ready.content.total).toBe(1);
    expect(ReadyJson.write({ hits: [1] })).toBe('{"hits":[1]}');
  });
});
