import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { DEFAULT_LOCALE, LOCALES, type Locale } from './locales.js';

export type MessageValues = Record<string, string | number | boolean | Date | undefined>;

/** Texts by key as they were written; one that takes values is compiled when it is first said. */
type Messages = Map<string, string | IntlMessageFormat>;

/** What only a message with values, or with quoted text, can hold. */
const TAKES_VALUES = /[{}']/;

const FOLDER = fileURLToPath(new URL('../../../locales/', import.meta.url));

/**
 * All texts of Minga, from `locales/<language>/<place>.json` (ICU message format). A key is `place.name`.
 */
export class Catalogue {
  private constructor(private readonly messages: ReadonlyMap<Locale, Messages>) {}

  static load(folder = FOLDER): Catalogue {
    return new Catalogue(new Map(LOCALES.map((locale) => [locale, loadLocale(folder, locale)])));
  }

  has(key: string): boolean {
    return this.messages.get(DEFAULT_LOCALE)?.has(key) ?? false;
  }

  /** The text in the language, else in English, else the key itself so that a page never breaks for want of a word. */
  text(locale: Locale, key: string, values?: MessageValues): string {
    const language = this.messages.get(locale)?.has(key) ? locale : DEFAULT_LOCALE;
    const messages = this.messages.get(language);
    let message = messages?.get(key);
    if (message === undefined) return key;
    if (typeof message === 'string') {
      // Most messages take no values: printing one costs nothing.
      if (!TAKES_VALUES.test(message)) return message;
      message = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
      messages?.set(key, message);
    }
    return String(message.format(values));
  }
}

function loadLocale(folder: string, locale: Locale): Messages {
  const messages: Messages = new Map();
  for (const file of readdirSync(`${folder}/${locale}`).filter((name) => name.endsWith('.json'))) {
    const place = file.slice(0, -'.json'.length);
    const entries = JSON.parse(readFileSync(`${folder}/${locale}/${file}`, 'utf8')) as Record<string, string>;
    for (const [name, text] of Object.entries(entries)) {
      messages.set(`${place}.${name}`, text);
    }
  }
  return messages;
}
