import { describe, expect, it } from '@jest/globals';
import { LOCALES } from '../../libs/platform/i18n/locales.js';
import { atlasNamesIn, parseMessage, textsIn, wordingsOf } from './catalogue-texts.js';
import { readText } from './sources.js';
import { faultsOfSetting, type Glossary, wordsOf } from './wording.js';

const glossary = JSON.parse(readText('locales/glossary.json')) as Glossary;
const concepts = Object.entries(glossary);

/** Pieces that are joined to others: their spaces belong to them. */
const PIECES = ['ui.list-comma'];

/** What is said in a language, by key, as people read it. */
const said = new Map(
  LOCALES.map((locale) => {
    const wordings = new Map<string, string[]>();
    for (const [key, text] of textsIn(locale)) wordings.set(key, wordingsOf(parseMessage(text, locale)));
    for (const [key, name] of atlasNamesIn(locale)) wordings.set(key, [name]);
    return [locale, wordings];
  }),
);

const saidIn = (locale: (typeof LOCALES)[number]) => said.get(locale) ?? new Map<string, string[]>();

describe('one word for one thing', () => {
  it('has a word in each language, or in none', () => {
    const gaps = concepts.filter(([, { term }]) => {
      const told = LOCALES.filter((locale) => term[locale].length > 0);
      return told.length > 0 && told.length < LOCALES.length;
    });
    expect(gaps.map(([key]) => key)).toEqual([]);
  });

  it.each(LOCALES.map((locale) => [locale]))('and no other is used for it in %s', (locale) => {
    const wrong: string[] = [];
    for (const [concept, { not, otherwise }] of concepts) {
      const words = not?.[locale];
      if (!words) continue;
      const found = wordsOf(locale, words);
      for (const [key, wordings] of saidIn(locale)) {
        if (otherwise?.[locale]?.[key]) continue;
        for (const wording of wordings) {
          const word = found.exec(wording)?.[0];
          if (word) wrong.push(`${key} says “${word}” for “${concept}”: ${wording}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES.filter((locale) => locale !== 'en'))(
    'and it is said in %s where English says it',
    (locale) => {
      const wrong: string[] = [];
      for (const [concept, { term, otherwise }] of concepts) {
        if (term.en.length === 0) continue;
        const english = wordsOf('en', term.en);
        const own = wordsOf(locale, term[locale]);
        for (const [key, text] of textsIn('en')) {
          if (!english.test(text.replace(/\{\w+\}/g, '{}')) || otherwise?.[locale]?.[key]) continue;
          const told = saidIn(locale).get(key) ?? [];
          if (!told.some((wording) => own.test(wording)))
            wrong.push(`${key} does not say “${concept}”: ${told[0]}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it('and no exception is left that nothing needs', () => {
    const idle: string[] = [];
    for (const [concept, { term, not, otherwise }] of concepts) {
      for (const locale of LOCALES) {
        for (const key of Object.keys(otherwise?.[locale] ?? {})) {
          const wordings = saidIn(locale).get(key) ?? [];
          const forbidden =
            not?.[locale] && wordings.some((text) => wordsOf(locale, not[locale] ?? []).test(text));
          const missing = !wordings.some((text) => wordsOf(locale, term[locale]).test(text));
          if (!forbidden && !missing) idle.push(`${concept} ${locale} ${key}`);
        }
      }
    }
    expect(idle).toEqual([]);
  });
});

describe('texts are set as their language sets them', () => {
  it.each(LOCALES.map((locale) => [locale]))('in %s', (locale) => {
    const wrong: string[] = [];
    for (const [key, wordings] of saidIn(locale)) {
      if (PIECES.includes(key)) continue;
      for (const wording of wordings) {
        for (const fault of faultsOfSetting(locale, wording)) wrong.push(`${key}: ${fault}: ${wording}`);
        if (wording !== wording.trim()) wrong.push(`${key}: a space at an end: ${wording}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('which tells what is set wrongly', () => {
    const wrong: [(typeof LOCALES)[number], string][] = [
      ['en', 'It’s "so"'],
      ['fr', 'Vraiment ?'],
      ['fr', '« Ici »'],
      ['fr', 'Ici\u202f!'],
      ['es', 'Quién lo sabe?'],
      ['pt', 'Escreva «não»'],
      ['ru', 'Это “слово”'],
      ['zh', '请选择:一项'],
      ['zh', '正在发送…'],
      ['ar', 'من يعرف?'],
      ['ar', '20%'],
    ];
    expect(wrong.filter(([locale, text]) => faultsOfSetting(locale, text).length === 0)).toEqual([]);
    const right: [(typeof LOCALES)[number], string][] = [
      ['en', 'It’s “so”: 20%'],
      ['fr', 'Ici\u00a0: «\u00a0là\u00a0»\u00a0? https://example.org à 10:30'],
      ['es', '¿Quién lo sabe?'],
      ['zh', '请选择：一项（必填）……'],
      ['ar', 'من يعرف؟ 20٪'],
    ];
    expect(right.flatMap(([locale, text]) => faultsOfSetting(locale, text))).toEqual([]);
  });
});
