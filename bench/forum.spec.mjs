import { describe, expect, it } from '@jest/globals';
import { fillIn } from './forum.mjs';

describe('a map of a forum', () => {
  it('is filled in wherever a name stands, and escaped in addresses', () => {
    const template = {
      path: '/search?q={{term}}',
      body: { text: 'about {{term}}', tags: ['{{tag}}'] },
      limit: 3,
    };
    expect(fillIn(template, { term: 'rivers & rain', tag: 'a' })).toEqual({
      path: '/search?q=rivers%20%26%20rain',
      body: { text: 'about rivers & rain', tags: ['a'] },
      limit: 3,
    });
  });

  it('keeps what nobody has a value for', () => {
    expect(fillIn('Bearer {{token}}', {})).toBe('Bearer {{token}}');
  });
});
