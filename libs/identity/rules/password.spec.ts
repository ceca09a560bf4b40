import { describe, expect, it } from '@jest/globals';
import { normalizePassword, passwordRefusal } from './password.js';

const rosa = { name: 'Rosa Quispe Mamani', email: 'rosa.quispe@example.org' };

describe('a new password', () => {
  it.each(['el canal abre a las seis', 'Zw8-kLq1', 'пароль из четырёх слов', '水渠在早上六点钟开放了'])(
    'is accepted without rules on its letters: %s',
    (password) => expect(passwordRefusal(password, rosa)).toBeNull(),
  );

  it('has 8 to 128 characters, counted as people count them', () => {
    expect(passwordRefusal('7 chars', rosa)).toBe('field/too-short');
    expect(passwordRefusal('🌾🌊🚜🌽🥔💧🌱', rosa)).toBe('field/too-short');
    expect(passwordRefusal('🌾🌊🚜🌽🥔💧🌱🐄', rosa)).toBeNull();
    expect(passwordRefusal('agua y tierra '.repeat(10).slice(0, 128), rosa)).toBeNull();
    expect(passwordRefusal('agua y tierra '.repeat(10).slice(0, 129), rosa)).toBe('field/too-long');
  });

  it.each(['password', 'Password1', '12345678', 'QWERTYUIOP', 'aaaaaaaaaa', 'abcabcabcabc'])(
    'is refused when everyone would try it: %s',
    (password) => expect(passwordRefusal(password, rosa)).toBe('identity/password-common'),
  );

  it.each(['Rosa Quispe Mamani', 'rosaquispemamani', 'rosa.quispe@example.org', 'Rosa-Quispe'])(
    'is refused when it is the name or the address: %s',
    (password) => expect(passwordRefusal(password, rosa)).toBe('identity/password-personal'),
  );

  it.each(['minga-rosa-2026', 'quispe1234', 'MINGAminga1', 'rosa.quispe!', 'Rosa&Mamani77'])(
    'is refused when little else is in it than words that others know: %s',
    (password) => expect(passwordRefusal(password, rosa)).toBe('identity/password-personal'),
  );

  it.each(['rosas en el canal', 'la minga del domingo', 'mamani riega la chacra'])(
    'may hold such a word among others: %s',
    (password) => expect(passwordRefusal(password, rosa)).toBeNull(),
  );

  it('may have to be longer than that', () => {
    expect(passwordRefusal('agua y tierra', rosa, 15)).toBe('field/too-short');
    expect(passwordRefusal('agua y tierra y sol', rosa, 15)).toBeNull();
  });

  it('is one and the same when typed composed or decomposed', () => {
    expect(normalizePassword('contrasen\u0303a')).toBe(normalizePassword('contrase\u00f1a'));
  });
});
