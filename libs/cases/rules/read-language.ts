import { LOCALES } from '../../platform/i18n/locales.js';

export type LanguageReading = { readonly tag: string } | { readonly refused: 'unknown' | 'several' };

/** Names that the lists of Unicode do not have, or have in longer form. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  castilian: 'es',
  castellano: 'es',
  mandarin: 'zh',
  'simplified chinese': 'zh-Hans',
  'chinese simplified': 'zh-Hans',
  简体中文: 'zh-Hans',
  'traditional chinese': 'zh-Hant',
  'chinese traditional': 'zh-Hant',
  繁體中文: 'zh-Hant',
  中文: 'zh',
  汉语: 'zh',
  farsi: 'fa',
  flemish: 'nl',
  'modern greek': 'el',
  burmese: 'my',
  'haitian creole': 'ht',
};

/** Codes of what is no language: undetermined, several, none. */
const NO_LANGUAGE = new Set(['und', 'mul', 'zxx', 'mis', 'root']);

const inEnglish = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f\u064b-\u065f]/g, '')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .normalize('NFC');
}

let names: ReadonlyMap<string, string> | undefined;

/** The names of all languages with a code of two letters, in our languages and in each of its own. */
function languageNames(): ReadonlyMap<string, string> {
  if (names) return names;
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const found = new Map<string, string>();
  for (const code of codes.filter((candidate) => inEnglish.of(candidate) !== undefined)) {
    // Deprecated codes (`iw`, `in`) name the same languages again; the others win.
    const tag = Intl.getCanonicalLocales(code)[0] ?? code;
    for (const locale of [...LOCALES, tag]) {
      const name = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }).of(tag);
      if (name && !found.has(fold(name))) found.set(fold(name), tag);
    }
  }
  for (const [name, tag] of Object.entries(OTHER_NAMES)) found.set(fold(name), tag);
  names = found;
  return names;
}

/** A BCP 47 tag as such: `fr_FR` → `fr-FR`, `FRE` → `fr`. */
function readTag(written: string): string | null {
  const text = written.replace(/_/g, '-').replace(/\.[\w-]+$/, '');
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return null;
  try {
    const tag = Intl.getCanonicalLocales(text)[0] ?? '';
    const language = tag.split('-')[0] ?? '';
    return inEnglish.of(language) === undefined || NO_LANGUAGE.has(language) ? null : tag;
  } catch {
    return null;
  }
}

/** Reads a language as people write it: by a code of ISO 639, a tag, or its name in one of our languages or in its own. */
export function readLanguage(written: string): LanguageReading {
  const text = written.normalize('NFKC').trim();
  const tag = readTag(text) ?? languageNames().get(fold(text));
  if (tag) return { tag };
  const withoutBrackets = text.replace(/\s*\([^)]*\)\s*$/, '');
  if (withoutBrackets !== text && withoutBrackets !== '') return readLanguage(withoutBrackets);
  const parts = text.split(/[;,/|&]| and | et | y | e /).filter((part) => part.trim() !== '');
  if (parts.length < 2) return { refused: 'unknown' };
  const read = parts.map((part) => readTag(part.trim()) ?? languageNames().get(fold(part)));
  const [first] = read;
  if (first && read.every((other) => other === first)) return { tag: first };
  return { refused: read.every((other) => other !== undefined) ? 'several' : 'unknown' };
}
