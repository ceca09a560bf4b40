import { describe, expect, it } from '@jest/globals';
import { LOCALES, type Locale } from '../../libs/platform/i18n/locales.js';
import { type MessagePart, messagesIn, PART, parseMessage, placesOf } from './catalogue-texts.js';

const places = placesOf('en');
const others = LOCALES.filter((locale) => locale !== 'en');

/** Categories of number that no text needs to tell apart: whole millions in French, Spanish and Portuguese. */
const NEVER_COUNTED: Partial<Record<Locale, string[]>> = { fr: ['many'], es: ['many'], pt: ['many'] };

/**
 * Forms of number that a sentence of the language must tell apart, besides `other`. In Portuguese nought goes with one
 * (CLDR), but nobody writes "0 resposta": `=0` says it.
 */
function numberFormsOf(locale: Locale): string[] {
  const { pluralCategories } = new Intl.PluralRules(locale).resolvedOptions();
  const told = pluralCategories.filter((form) => form !== 'other' && !NEVER_COUNTED[locale]?.includes(form));
  return locale === 'pt' ? ['=0', ...told] : told;
}

/** `name` for an argument, `name(option, option)` for a choice between words. */
function argumentsOf(elements: MessagePart[]): Set<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === PART.literal || element.type === PART.pound) continue;
    const { value, options } = element as {
      value: string;
      options?: Record<string, { value: MessagePart[] }>;
    };
    const isSelect = element.type === PART.select;
    found.add(isSelect ? `${value}(${Object.keys(options ?? {}).sort()})` : value);
    for (const option of Object.values(options ?? {})) {
      for (const name of argumentsOf(option.value)) found.add(name);
    }
  }
  return found;
}

function missingNumberForms(elements: MessagePart[], locale: Locale): string[] {
  return elements.flatMap((element) => {
    if (element.type !== PART.plural) return [];
    const { options } = element as unknown as { options: Record<string, unknown> };
    return numberFormsOf(locale).filter(
      (form) => !(form in options) && !(form === 'zero' && '=0' in options),
    );
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
            const message = parseMessage(text, locale);
            const forms = missingNumberForms(message, locale);
            if (forms.length > 0) wrong.push(`${key}: no form for ${forms}`);
            const expected = argumentsOf(parseMessage(english[key] ?? text, 'en'));
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
