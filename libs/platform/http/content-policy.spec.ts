import { describe, expect, it } from '@jest/globals';
import { NONCE_PLACE, pagePolicy, withNonce } from './content-policy.js';

const page = (text: string) => `<script nonce="${NONCE_PLACE}" src="/assets/a.js"></script><p>${text}</p>`;

describe('the nonce of a page', () => {
  it('stands wherever the page left a place for it', () => {
    const { html, nonce } = withNonce(page('one') + page('two'));
    expect(nonce).toMatch(/^[\w-]{24}$/);
    expect(html.split(`nonce="${nonce}"`)).toHaveLength(3);
    expect(html).not.toContain(NONCE_PLACE);
    expect(pagePolicy(nonce, 'localhost')).toContain(`'nonce-${nonce}'`);
  });

  it('is another one as soon as anything on the page is', () => {
    const nonces = new Set(['one', 'two', '<script nonce="x">'].map((text) => withNonce(page(text)).nonce));
    expect(nonces.size).toBe(3);
  });

  it('stays while the page does, so that browsers may keep it', () => {
    expect(withNonce(page('one'))).toEqual(withNonce(page('one')));
  });

  it('is missing where a page has no place for it, and then no script of others may run either', () => {
    expect(withNonce('<p>text</p>')).toEqual({ html: '<p>text</p>', nonce: null });
    expect(pagePolicy(null, 'localhost')).toContain("script-src 'self';");
  });
});
