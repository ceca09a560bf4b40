import { describe, expect, it } from '@jest/globals';
import { cleanText, tokenize } from './tokenizer.js';

const indexedText = (text: string) =>
  tokenize(text)
    .map(({ term }) => term)
    .join(' ');

describe('tokenizer', () => {
  it.each([
    ['accents and case', 'Educación São Ñandú façade NAÏVE', 'educacion sao nandu facade naive'],
    ['letters without decomposition', 'Straße cœur Øresund Łódź Işık', 'strasse coeur oresund lodz isik'],
    ['ё and not й', 'Ещё зелёный край', 'еще зеленый край'],
    ['full-width forms', 'ＡＢＣ １２３', 'abc 123'],
    ['digits of Arabic', '٢٠١٩', '2019'],
    ['elisions', "l'eau d’abord qu'elle farmer's don't", 'eau abord elle farmer don t'],
    ['hyphens', 'South-South co‑operation', 'south south cooperation'],
    ['soft hyphens and joiners', 'co\u00adoper\u200dation', 'cooperation'],
  ])('folds %s', (_, text, terms) => {
    expect(indexedText(text)).toBe(terms);
  });

  it('brings the forms of an Arabic word together', () => {
    expect(indexedText('أحمد إحمد آحمد ٱحمد')).toBe('احمد احمد احمد احمد');
    expect(indexedText('مُعَلِّمَة معلمه')).toBe('معلمه معلمه');
    expect(indexedText('ميـــاه مستشفى مستشفي')).toBe('مياه مستشفي مستشفي');
  });

  it('removes the Arabic article, also behind a particle, but never the whole word', () => {
    expect(indexedText('المياه والمياه بالمياه للمياه مياه')).toBe('مياه مياه مياه مياه مياه');
    expect(indexedText('ال الى والد')).toBe('ال الي والد');
  });

  it('cuts Han and Kana into overlapping pairs and the last character', () => {
    expect(indexedText('水资源')).toBe('水资 资源 源');
    expect(indexedText('カタカナ')).toBe('カタ タカ カナ ナ');
    expect(indexedText('2030年议程 SDG')).toBe('2030 年议 议程 程 sdg');
  });

  it('knows where each word stands in the text', () => {
    const text = '🙂 «Él» y 水资 المياه';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Él',
      'y',
      '水资',
      '资',
      'المياه',
    ]);
  });

  it('keeps the vowels of scripts in which they make the word', () => {
    expect(indexedText('हिन्दी')).toBe('हिन्दी');
    expect(indexedText('한국어 교육')).toBe('한국어 교육');
  });

  it('survives text that is no text', () => {
    expect(indexedText(cleanText('a\ud800b \0 \udc00'))).toBe('a b');
    expect(indexedText(cleanText(undefined))).toBe('');
    expect(indexedText('x'.repeat(1000))).toBe('x'.repeat(64));
  });
});
