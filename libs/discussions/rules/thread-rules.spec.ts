import { describe, expect, it } from '@jest/globals';
import { isValidParent, takesReplies } from './thread-rules.js';

describe('rules of a thread', () => {
  it('takes replies while it is open', () => {
    expect(takesReplies({ closed: false, starterId: 'a' })).toBe(true);
    expect(takesReplies({ closed: true, starterId: 'a' })).toBe(false);
  });

  it('lets a reply answer a post that is there, or none', () => {
    expect(isValidParent(null, 3)).toBe(true);
    expect(isValidParent(3, 3)).toBe(true);
    expect(isValidParent(4, 3)).toBe(false);
    expect(isValidParent(0, 3)).toBe(false);
    expect(isValidParent(1.5, 3)).toBe(false);
  });
});
