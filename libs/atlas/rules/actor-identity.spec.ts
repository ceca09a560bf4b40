import { describe, expect, it } from '@jest/globals';
import { actorIdentity, actorNameKey } from './actor-identity.js';

describe('the identity of an actor', () => {
  it('is one for spellings that differ in case, accents and punctuation', () => {
    expect(actorIdentity('Unión de Usuarios, Río Seco', 'PER')).toBe(
      actorIdentity('UNION DE USUARIOS RIO SECO', 'PER'),
    );
  });

  it('differs between countries', () => {
    expect(actorIdentity('Ministry of Health', 'PER')).not.toBe(actorIdentity('Ministry of Health', 'KEN'));
    expect(actorIdentity('Ministry of Health', null)).not.toBe(actorIdentity('Ministry of Health', 'KEN'));
  });

  it('keeps names in every script apart, and those of signs alone', () => {
    expect(actorNameKey('陇原旱地农业学院')).toBe('陇原旱地农业学院');
    expect(actorNameKey('!!!')).toBe('!!!');
  });
});
