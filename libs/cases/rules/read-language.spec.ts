import { describe, expect, it } from '@jest/globals';
import { readLanguage } from './read-language.js';

function shortly(written: string): string {
  const reading = readLanguage(written);
  return 'tag' in reading ? reading.tag : `?${reading.refused}`;
}

describe('a language', () => {
  it.each([
    ['EN', 'en'],
    ['English', 'en'],
    ['fr_FR', 'fr-FR'],
    ['fr-FR', 'fr-FR'],
    ['pt_BR', 'pt-BR'],
    ['pt_BR.UTF-8', 'pt-BR'],
    ['Français', 'fr'],
    ['français', 'fr'],
    ['francais', 'fr'],
    ['zh-Hans', 'zh-Hans'],
    ['es-419', 'es-419'],
    ['Spanish; Castilian', 'es'],
    ['eng', 'en'],
    ['fra', 'fr'],
    ['fre', 'fr'],
    ['SPA', 'es'],
    ['deu', 'de'],
    ['ger', 'de'],
    ['Español', 'es'],
    ['Portuguese (Brazil)', 'pt'],
    ['português', 'pt'],
    ['Arabic', 'ar'],
    ['العربية', 'ar'],
    ['Arabe', 'ar'],
    ['中文', 'zh'],
    ['Chinese (Simplified)', 'zh-Hans'],
    ['русский', 'ru'],
    ['Russe', 'ru'],
    ['Английский', 'en'],
    ['法语', 'fr'],
    ['الفرنسية', 'fr'],
    ['Inglés', 'en'],
    ['Swahili', 'sw'],
    ['Kiswahili', 'sw'],
    ['fil', 'fil'],
  ])('is read from %s', (written, tag) => {
    expect(shortly(written)).toBe(tag);
  });

  it.each([
    ['English, French', '?several'],
    ['en/fr', '?several'],
    ['xx', '?unknown'],
    ['und', '?unknown'],
    ['mul', '?unknown'],
    ['Klingonese', '?unknown'],
    ['n/a', '?unknown'],
    ['', '?unknown'],
    ['42', '?unknown'],
  ])('is not guessed from %s: %s', (written, reason) => {
    expect(shortly(written)).toBe(reason);
  });
});
