import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, type Locale } from '../../libs/platform/i18n/locales.js';
import { ROOT, readText } from './sources.js';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

const PLAIN = { literal: 0, select: 5, plural: 6, pound: 7 };

/** Forms of number that a sentence of the language must tell apart, besides `other`. */
const NUMBER_FORMS: Record<Locale, string[]> = {
  en: ['one'],
  fr: ['one'],
  es: ['one'],
  pt: ['one'],
  ar: ['one', 'two', 'few', 'many'],
  zh: [],
  ru: ['one', 'few', 'many'],
};

const places = placesOf('en');
const others = LOCALES.filter((locale) => locale !== 'en');

function placesOf(locale: string): string[] {
  return readdirSync(join(ROOT, 'locales', locale)).sort();
}

function messagesIn(locale: Locale, place: string): Record<string, string> {
  return JSON.parse(readText(`locales/${locale}/${place}`)) as Record<string, string>;
}

function parse(text: string, locale: Locale): Element[] {
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
}

/** `name` for an argument, `name(option, option)` for a choice between words. */
function argumentsOf(elements: Element[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === PLAIN.literal || element.type === PLAIN.pound) continue;
    const { value, options } = element as { value: string; options?: Record<string, { value: Element[] }> };
    const isSelect = element.type === PLAIN.select;
    found.add(isSelect ? `${value}(${Object.keys(options ?? {}).sort()})` : value);
    for (const option of Object.values(options ?? {})) {
      for (const name of argumentsOf(option.value)) found.add(name);
    }
  }
  return found;
}

function missingNumberForms(elements: Element[], locale: Locale): string[] {
  return elements.flatMap((element) => {
    if (element.type !== PLAIN.plural) return [];
    const { options } = element as unknown as { options: Record<string, unknown> };
    return NUMBER_FORMS[locale].filter((form) => !(form in options));
  });
}

describe('the texts of Minga', () => {
  it.each(others)('stand in the same files in %s as in English', (locale) => {
    expect(placesOf(locale)).toEqual(places);
  });

  it.each(LOCALES.map((locale) => [locale]))('all have words in %s', (locale) => {
    const empty = places.flatMap((place) =>
      Object.entries(messagesIn(locale, place)).filter(([, text]) => typeof text !== 'string' || text === ''),
    );
    expect(empty).toEqual([]);
  });

  describe.each(places)('of %s', (place) => {
    const english = messagesIn('en', place);

    it.each(others)('have the same keys in %s as in English', (locale) => {
      const keys = Object.keys(messagesIn(locale, place));
      const missing = Object.keys(english).filter((key) => !keys.includes(key));
      const extra = keys.filter((key) => !(key in english));
      expect({ missing, extra }).toEqual({ missing: [], extra: [] });
    });

    it.each(LOCALES.map((locale) => [locale]))(
      'take the same values and know the numbers of %s',
      (locale) => {
        const wrong: string[] = [];
        for (const [key, text] of Object.entries(messagesIn(locale, place))) {
          try {
            const message = parse(text, locale);
            const forms = missingNumberForms(message, locale);
            if (forms.length > 0) wrong.push(`${key}: no form for ${forms}`);
            const expected = argumentsOf(parse(english[key] ?? text, 'en'));
            const given = argumentsOf(message);
            if (String([...given].sort()) !== String([...expected].sort()))
              wrong.push(`${key}: {${[...given]}} instead of {${[...expected]}}`);
          } catch (error) {
            wrong.push(`${key}: ${(error as Error).message}`);
          }
        }
        expect(wrong).toEqual([]);
      },
    );
  });
});
