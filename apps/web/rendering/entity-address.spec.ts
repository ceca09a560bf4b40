import { describe, expect, it } from '@jest/globals';
import { idOfType, keyFromAddress } from './entity-address.js';

describe('what people paste to name a thing', () => {
  it('is its key, or the address of its page', () => {
    expect(keyFromAddress(' case:01abc ')).toBe('case:01abc');
    expect(keyFromAddress('/countries/PER')).toBe('country:PER');
    expect(keyFromAddress('https://minga.example/cases/01abc?lang=ar#discussion')).toBe('case:01abc');
    expect(keyFromAddress('https://minga.example/people/p1/')).toBe('person:p1');
    expect(keyFromAddress('http://localhost:3000/sdgs/6')).toBe('sdg:6');
  });

  it('is nothing when it names nothing that has a page', () => {
    for (const typed of [
      '',
      'irrigation',
      '/settings/tokens',
      '/cases/',
      '/cases/<b>',
      'javascript:alert(1)//x y',
    ])
      expect(keyFromAddress(typed)).toBeNull();
  });

  it('may be of the wrong kind', () => {
    expect(idOfType('case', 'case:01abc')).toBe('01abc');
    expect(idOfType('case', 'country:PER')).toBeNull();
    expect(idOfType('case', null)).toBeNull();
  });
});
