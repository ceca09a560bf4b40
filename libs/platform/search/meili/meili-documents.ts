import type { SearchDocument } from '../search-index.js';
import { cleanWeight, comparableNames } from '../text/document-names.js';
import { plainWords } from '../text/plain-words.js';
import { cleanText } from '../text/tokenizer.js';

/** A document in the shape in which Meilisearch holds it. */
export interface MeiliDocument {
  /** The key in the characters allowed for primary keys. */
  id: string;
  key: string;
  type: string;
  title: string;
  text: string;
  /** By these it is found: see `plainWords`. */
  titleWords: string;
  textWords: string;
  keywords: string;
  weight: number;
  /** What it goes by, where its weight is below 1; in a form to compare. */
  names: string[];
  lang: string | null;
  url: string;
  audience: string[];
  facets: Record<string, string[]>;
  at: string;
  /** `at` as a number, to sort by. */
  atMs: number;
}

/** Where an index says of itself how far it is: a document that nobody may find. */
export const STATE_ID = 'minga-state';

/** An index of this shape was filled whole. */
export function filled(shape: number): string {
  return `filled:${shape}`;
}

/** @param state as which its key can be read */
export function stateDocument(state: string): MeiliDocument {
  const nothing = { type: '', title: '', text: '', url: '', audience: [], facets: {}, at: '' };
  return { ...toMeiliDocument({ ...nothing, key: state }), id: STATE_ID };
}

export function toMeiliDocument(document: SearchDocument): MeiliDocument {
  const facets = Object.entries(document.facets).map(
    ([name, values]) => [name, values.map(plainValue)] as [string, string[]],
  );
  const time = Date.parse(document.at);
  const weight = cleanWeight(document.weight);
  const names = document.names ?? [];
  const title = cleanText(document.title);
  const text = cleanText(document.text);
  return {
    id: primaryKey(document.key),
    key: document.key,
    type: plainValue(document.type),
    title,
    text,
    titleWords: plainWords(title),
    textWords: plainWords(text),
    keywords: plainWords(cleanText([...names, document.keywords ?? ''].join('\n'))),
    weight,
    names: weight < 1 ? comparableNames([document.title, ...names]) : [],
    lang: document.lang ?? null,
    url: document.url,
    audience: document.audience.map(plainValue),
    facets: Object.fromEntries(facets),
    at: document.at,
    atMs: Number.isNaN(time) ? 0 : time,
  };
}

/** Letters, digits and `-` stay; every other byte becomes `_` and two hexadecimal digits. */
export function primaryKey(key: string): string {
  let id = '';
  for (const byte of Buffer.from(key, 'utf8')) {
    const letter = String.fromCharCode(byte);
    id += /[A-Za-z0-9-]/.test(letter) ? letter : `_${byte.toString(16).padStart(2, '0')}`;
  }
  return id;
}

/** A value without backslashes, which the filter language cannot express without ambiguity. */
export function plainValue(value: string): string {
  return cleanText(value).replaceAll('\\', '');
}
