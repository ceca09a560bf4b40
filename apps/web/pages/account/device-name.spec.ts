import { describe, expect, it } from '@jest/globals';
import { deviceOf } from './device-name.js';

describe('the name of a device', () => {
  it.each([
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36', 'Chrome · Linux'],
    [
      'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 EdgA/140',
      'Edge · Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18 Safari/604',
      'Safari · iOS',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0', 'Firefox · Windows'],
    ['curl/8.5.0', 'curl/8.5.0'],
  ])('of %j reads %j', (userAgent, name) => {
    expect(deviceOf(userAgent)).toBe(name);
  });

  it('is unknown when the browser says nothing', () => {
    expect(deviceOf('')).toBeNull();
  });
});
