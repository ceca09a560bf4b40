import { describe, expect, it } from '@jest/globals';
import type { Config } from '../../platform/config/config.js';
import type { HttpReply } from '../../platform/http/http-request.js';
import { placeOf, rememberDevice } from './device-cookie.js';

const config = (sharedSecret = 'secret') => ({ isSecure: false, sharedSecret }) as unknown as Config;

const remembered = (cookie: string | undefined, email: string, settings = config()): string => {
  let set = '';
  const setCookie = (_: string, value: string) => {
    set = value;
  };
  const reply = { setCookie } as unknown as HttpReply;
  rememberDevice({ cookies: { minga_device: cookie } }, reply, email, settings);
  return set;
};

const deviceOf = (cookie: string, email: string, settings = config()) =>
  placeOf({ address: '192.0.2.7', cookies: { minga_device: cookie } }, email, settings).device;

describe('the cookie of a device', () => {
  it('is known to the accounts that signed in there, however they spell their address, and to no other', () => {
    const both = remembered(remembered(undefined, 'rosa@example.org'), 'amina@example.org');
    expect(deviceOf(both, ' Rosa@Example.org ')).toBe(both.split('.')[0]);
    expect(deviceOf(both, 'amina@example.org')).toBe(both.split('.')[0]);
    expect(deviceOf(both, 'li@example.org')).toBeNull();
    expect(both).not.toMatch(/rosa|amina|@/);
  });

  it('cannot be made or carried over by anyone else', () => {
    const rosas = remembered(undefined, 'rosa@example.org');
    const strangers = remembered(undefined, 'stranger@example.org');
    const forged = `${strangers.split('.')[0]}.${rosas.split('.')[1]}`;
    expect(deviceOf(forged, 'rosa@example.org')).toBeNull();
    expect(deviceOf(rosas, 'rosa@example.org', config('another'))).toBeNull();
    for (const cookie of ['', 'x', 'a.b', `${'x'.repeat(22)}.${'y'.repeat(22)}`, rosas.slice(0, -1)])
      expect(deviceOf(cookie, 'rosa@example.org')).toBeNull();
  });

  it('stays short where many sign in', () => {
    let cookie: string | undefined;
    for (let person = 0; person < 40; person++) cookie = remembered(cookie, `${person}@example.org`);
    expect(cookie?.length).toBeLessThan(320);
    expect(deviceOf(cookie ?? '', '39@example.org')).not.toBeNull();
    expect(deviceOf(cookie ?? '', '0@example.org')).toBeNull();
  });
});
