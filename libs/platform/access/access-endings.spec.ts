import { describe, expect, it } from '@jest/globals';
import { isEndedFor } from './access-endings.js';
import type { Actor } from './actor.js';

const amina: Actor = { id: 'amina', name: 'Amina', roles: [], locale: null, via: 'session', scopes: 'all' };
const phone: Actor = { ...amina, sessionId: 'phone' };
const script: Actor = { ...amina, via: 'token', tokenId: 'script' };

describe('an ended access', () => {
  it('of one session ends that session alone', () => {
    expect(isEndedFor({ personId: 'amina', sessionId: 'phone' }, phone)).toBe(true);
    expect(isEndedFor({ personId: 'amina', sessionId: 'desk' }, phone)).toBe(false);
    expect(isEndedFor({ personId: 'amina', sessionId: 'phone' }, script)).toBe(false);
  });

  it('of one token ends that token alone', () => {
    expect(isEndedFor({ personId: 'amina', tokenId: 'script' }, script)).toBe(true);
    expect(isEndedFor({ personId: 'amina', tokenId: 'script' }, phone)).toBe(false);
  });

  it('of a person ends all that they hold, and nothing of others', () => {
    expect([phone, script].map((actor) => isEndedFor({ personId: 'amina' }, actor))).toEqual([true, true]);
    expect(isEndedFor({ personId: 'rosa' }, phone)).toBe(false);
  });
});
