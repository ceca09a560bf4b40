import { describe, expect, it } from '@jest/globals';
import { emailField, emailKey } from './email.js';

describe('an e-mail address', () => {
  it('is the same person whatever the case, the width of its letters and the spaces around it', () => {
    expect(emailKey('  Rosa.Quispe@Example.ORG ')).toBe('rosa.quispe@example.org');
    expect(emailKey('ｒｏｓａ@example.org')).toBe('rosa@example.org');
  });

  it('keeps the dot and the plus, which only some mail servers ignore', () => {
    expect(emailKey('rosa.quispe+minga@example.org')).toBe('rosa.quispe+minga@example.org');
  });

  it('is accepted with spaces around it and kept without', () => {
    expect(emailField.parse(' Rosa@example.org ')).toBe('Rosa@example.org');
  });

  it.each([
    'rosa',
    'rosa@',
    '@example.org',
    'rosa@example.org,other@example.org',
    'rosa@example.org\nBcc: other@example.org',
    'Rosa <rosa@example.org>',
    `${'a'.repeat(250)}@example.org`,
    '',
  ])('is refused when it is not one address: %j', (text) => {
    expect(emailField.safeParse(text).success).toBe(false);
  });
});
