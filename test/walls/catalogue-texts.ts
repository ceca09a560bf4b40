import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../../libs/platform/i18n/locales.js';
import { ROOT, readText } from './sources.js';

export type MessagePart = ReturnType<IntlMessageFormat['getAst']>[number];

/** The kinds of parts that a message of the catalogues may have, as the parser of ICU messages numbers them. */
export const PART = { literal: 0, select: 5, plural: 6, pound: 7 };

/** Stands in read text where a value is filled in: neither a letter, nor a space, nor punctuation. */
export const VALUE = '\u{1f511}';

/** The files of a language, by name. */
export function placesOf(locale: Locale): string[] {
  return readdirSync(join(ROOT, 'locales', locale)).sort();
}

export function messagesIn(locale: Locale, place: string): Record<string, string> {
  return JSON.parse(readText(`locales/${locale}/${place}`)) as Record<string, string>;
}

export function parseMessage(text: string, locale: Locale): MessagePart[] {
  return new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).getAst();
}

/** Every wording that a message can come to, as people read it: one for each form of number and each choice. */
export function wordingsOf(parts: MessagePart[]): string[] {
  return parts.reduce<string[]>(
    (said, part) => {
      const next = wordingsOfPart(part);
      // Two choices in one message are tried one after the other, not each with each.
      return next.length === 1
        ? said.map((start) => start + next[0])
        : said.length === 1
          ? next.map((end) => said[0] + end)
          : [...said.map((start) => start + next[0]), ...next.map((end) => said[0] + end)];
    },
    [''],
  );
}

function wordingsOfPart(part: MessagePart): string[] {
  if (part.type === PART.literal) return [(part as { value: string }).value];
  const { options } = part as { options?: Record<string, { value: MessagePart[] }> };
  return options ? Object.values(options).flatMap(({ value }) => wordingsOf(value)) : [VALUE];
}

/** All texts of a language as they are written, by `place.key`. */
export function textsIn(locale: Locale): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of placesOf(locale)) {
    const place = file.slice(0, -'.json'.length);
    for (const [key, text] of Object.entries(messagesIn(locale, file))) texts.set(`${place}.${key}`, text);
  }
  return texts;
}

/** Names that the atlas brings along in all languages: kinds, roles, groups, goals, themes. */
const NAMED_IN_THE_ATLAS = [
  'actor-roles',
  'actor-types',
  'country-roles',
  'income-groups',
  'modalities',
  'sdgs',
  'themes',
];

/** These names in a language, by `atlas/file.code`. */
export function atlasNamesIn(locale: Locale): Map<string, string> {
  const names = new Map<string, string>();
  for (const file of NAMED_IN_THE_ATLAS) {
    const { records } = JSON.parse(readText(`libs/atlas/data/${file}.json`)) as {
      records: { code: string; names: Record<Locale, string> }[];
    };
    for (const { code, names: told } of records) names.set(`atlas/${file}.${code}`, told[locale]);
  }
  return names;
}
