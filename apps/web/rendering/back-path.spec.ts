import { describe, expect, it } from '@jest/globals';
import { backPath, withBack } from './back-path.js';

describe('the way back', () => {
  it('keeps a path of this site with its query and its place', () => {
    expect(backPath('/threads/1?after=20#post-21')).toBe('/threads/1?after=20#post-21');
    expect(backPath('/search?q=رَيّ')).toBe('/search?q=%D8%B1%D9%8E%D9%8A%D9%91');
  });

  it.each([
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '/\t/elsewhere.example',
    '/.//elsewhere.example',
    'javascript:alert(1)',
    'threads/1',
    '',
    undefined,
    ['/threads'],
  ])('never leads off this site by %j', (value) => {
    expect(backPath(value)).toBe('/');
  });

  it('is forgotten when it is too long to be a page of ours', () => {
    expect(backPath(`/${'x'.repeat(3000)}`)).toBe('/');
  });

  it('is carried along by links unless it is the home page', () => {
    expect(withBack('/sign-in', '/')).toBe('/sign-in');
    expect(withBack('/sign-in', '/threads/1?after=20')).toBe('/sign-in?back=%2Fthreads%2F1%3Fafter%3D20');
  });
});
