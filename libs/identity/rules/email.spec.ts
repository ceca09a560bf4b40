import { describe, expect, it } from '@jest/globals';
import { deliverableEmail, emailField, emailKey, shownEmail } from './email.js';

describe('an e-mail address', () => {
  it('is the same person whatever the case, the width of its letters and the spaces around it', () => {
    expect(emailKey('  Rosa.Quispe@Example.ORG ')).toBe('rosa.quispe@example.org');
    expect(emailKey('ｒｏｓａ@example.org')).toBe('rosa@example.org');
  });

  it('keeps the dot and the plus, which only some mail servers ignore', () => {
    expect(emailKey('rosa.quispe+minga@example.org')).toBe('rosa.quispe+minga@example.org');
  });

  it('is accepted with spaces around it and kept without', () => {
    expect(emailField.parse(' Rosa@Example.org ')).toBe('Rosa@Example.org');
  });

  it.each([
    ['иван@почта.рф', 'иван@xn--80a1acny.xn--p1ai'],
    ['ivan@почта.рф', 'ivan@xn--80a1acny.xn--p1ai'],
    ['wei@例子.中国', 'wei@xn--fsqu00a.xn--fiqs8s'],
    ['王伟@例子.公司', '王伟@xn--fsqu00a.xn--55qx5d'],
    ['amina@مثال.مصر', 'amina@xn--mgbh0fb.xn--wgbh1c'],
    ['परीक्षा@उदाहरण.भारत', 'परीक्षा@xn--p1b6ci4b4b3a.xn--h2brj9c'],
    ['jörg@bücher.example', 'jörg@xn--bcher-kva.example'],
  ])('may be of any script: %s', (shown, sent) => {
    for (const typed of [shown, sent, ` ${shown.toUpperCase().toLowerCase()} `]) {
      expect(emailField.parse(typed)).toBe(shown);
      expect(emailKey(typed)).toBe(sent.normalize('NFKC'));
      expect(deliverableEmail(typed)).toBe(sent);
      expect(shownEmail(typed)).toBe(shown);
    }
  });

  it.each([
    'a&b@example.org',
    "o'brien@example.org",
    'rosa+minga@example.org',
    "!#$%&'*+-/=?^_`{|}~@example.org",
    '1@example.org',
    'rosa@sub.sub.example.museum',
    'rosa@xn--bcher-kva.example',
    'rosa@1and1.example',
    '_@example.org',
  ])('is accepted as it is: %s', (typed) => {
    expect(emailField.safeParse(typed).success).toBe(true);
    expect(deliverableEmail(typed)).toBe(typed);
  });

  it('may be typed with the signs of an East Asian keyboard', () => {
    expect(emailField.parse('wei＠example。cn')).toBe('wei@example.cn');
  });

  it.each([
    'rosa',
    'rosa@',
    '@example.org',
    'rosa@example',
    'rosa@localhost',
    'rosa@192.0.2.7',
    'rosa@[192.0.2.7]',
    'rosa@0x7f.1',
    'rosa@exa mple.org',
    'rosa@-example.org',
    'rosa@example-.org',
    'rosa@example..org',
    'rosa@xn--zzzzzzzz99999.org',
    'rosa@example.org/path',
    'rosa@ex%61mple.org',
    'rosa@example.org:25',
    '.rosa@example.org',
    'rosa.@example.org',
    'ro..sa@example.org',
    'ro sa@example.org',
    '"ro sa"@example.org',
    'rosa@other@example.org',
    'rosa,amina@example.org',
    'rosa@example.org,other@example.org',
    'rosa@example.org\nBcc: other@example.org',
    'rosa\r\nBcc:amina@example.org',
    'rosa\u2028amina@example.org',
    'ro\u200bsa@example.org',
    'ro\u0000sa@example.org',
    'Rosa <rosa@example.org>',
    'group:rosa@example.org;',
    `${'a'.repeat(65)}@example.org`,
    `${'я'.repeat(33)}@example.org`,
    `rosa@${'a'.repeat(64)}.org`,
    `${'a'.repeat(250)}@example.org`,
    '',
  ])('is refused when it is not one that mail could reach: %j', (text) => {
    expect(emailField.safeParse(text).success).toBe(false);
  });
});
