import { describe, expect, it } from '@jest/globals';
import { readableAddress } from './readable-address.js';

describe('an address', () => {
  it.each(['/threads/1', '/themes/caf%C3%A9?q=1', '/search?q=%FF%zz', '/a%2Fb'])(
    'stays as it is: %s',
    (address) => {
      expect(readableAddress(address)).toBe(address);
    },
  );

  it.each([
    ['/threads/%zz', '/threads/%25zz'],
    ['/threads/%C3%A9%FF?q=%FF', '/threads/%25C3%25A9%25FF?q=%FF'],
    ['/threads/%', '/threads/%25'],
  ])('that cannot be decoded is read letter by letter: %s', (address, read) => {
    expect(readableAddress(address)).toBe(read);
  });
});
