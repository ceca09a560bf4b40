import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import { DEFAULT_LOCALE, LOCALES, type Locale } from './locales.js';

export type MessageValues = Record<string, string | number | boolean | Date | undefined>;

type Messages = Map<string, string | IntlMessageFormat>;

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
    const message = this.messages.get(locale)?.get(key) ?? this.messages.get(DEFAULT_LOCALE)?.get(key);
    if (message === undefined) return key;
    return typeof message === 'string' ? message : String(message.format(values));
  }
}

function loadLocale(folder: string, locale: Locale): Messages {
  const messages: Messages = new Map();
  for (const file of readdirSync(`${folder}/${locale}`).filter((name) => name.endsWith('.json'))) {
    const place = file.slice(0, -'.json'.length);
    const entries = JSON.parse(readFileSync(`${folder}/${locale}/${file}`, 'utf8')) as Record<string, string>;
    for (const [name, text] of Object.entries(entries)) {
      messages.set(`${place}.${name}`, compile(text, locale));
    }
  }
  return messages;
}

/** Most messages take no values: keep those as they are, so that printing one costs nothing. */
function compile(text: string, locale: Locale): string | IntlMessageFormat {
  return /[{}'<]/.test(text) ? new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }) : text;
}
