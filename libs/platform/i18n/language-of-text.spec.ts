import { describe, expect, it } from '@jest/globals';
import { languageOfText } from './language-of-text.js';

describe('the language of a text', () => {
  it.each([
    ['We did not know what the gates were for.', 'fr', 'en'],
    ['Nous avons fermé les vannes pour la saison sèche.', 'en', 'fr'],
    ['Cerramos las compuertas para el riego y los vecinos están de acuerdo.', 'en', 'es'],
    ['Fechamos as comportas para a irrigação e os vizinhos não gostaram.', 'en', 'pt'],
    ['Мы закрыли шлюзы.', 'en', 'ru'],
    ['أغلقنا البوابات قبل الموسم.', 'en', 'ar'],
    ['我们关了闸门。', 'en', 'zh'],
  ])('is told by script and small words: %s', (text, page, language) => {
    expect(languageOfText(text, page)).toBe(language);
  });

  it('is that of the page where a few words do not tell it', () => {
    expect(languageOfText('Merci !', 'fr')).toBe('fr');
    expect(languageOfText('Thanks', 'ar')).toBeNull();
  });

  it('is not told of languages that are none of ours', () => {
    expect(languageOfText('เราปิดประตูน้ำแล้ว', 'en')).toBeNull();
    expect(languageOfText('水門を閉めました。', 'zh')).toBeNull();
    expect(languageOfText('Ми закрили шлюзи, їх більше немає.', 'ru')).toBeNull();
    expect(languageOfText('ہم نے دروازے بند کر دیے ہیں', 'ar')).toBeNull();
    expect(languageOfText('42 …', null)).toBeNull();
  });
});
