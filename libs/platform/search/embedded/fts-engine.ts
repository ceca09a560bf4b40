import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-index.js';
import { cleanText, indexedText, visitTokens } from '../text/tokenizer.js';
import { DocumentColumns } from './document-columns.js';
import { FtsSearch } from './fts-search.js';
import { asDamage, DamagedIndexError, type DocumentRow, FtsStore, removeIndexFiles } from './fts-store.js';
import { Vocabulary } from './vocabulary.js';

/** One change to the index. */
export type IndexChange = { put: SearchDocument } | { remove: string };

/** What a change means for the memory, once it is committed. */
interface Effect {
  row: number;
  document: SearchDocument | null;
  termsBefore: Set<string>;
  termsAfter: Set<string>;
}

const SAME_TERMS = new Set<string>();

/**
 * The embedded index on one thread: the file, and beside it columns and vocabulary in memory. Synchronous and free
 * of threads; `EngineHost` decides when it runs.
 */
export class FtsEngine {
  #store: FtsStore;
  readonly #columns = new DocumentColumns();
  readonly #vocabulary = new Vocabulary();

  private constructor(store: FtsStore) {
    this.#store = store;
    for (const row of store.documents()) {
      this.#columns.set(row.id, {
        type: row.type,
        at: row.at,
        audience: JSON.parse(row.audience) as string[],
        facets: JSON.parse(row.facets) as Record<string, string[]>,
      });
    }
    for (const { term, doc } of store.terms()) this.#vocabulary.change(term, doc);
  }

  /** Opens the index; a missing, damaged or outdated file is replaced by an empty one. */
  static open(path: string): FtsEngine {
    try {
      return FtsEngine.#load(path);
    } catch (error) {
      if (!(error instanceof DamagedIndexError)) throw error;
      removeIndexFiles(path);
      return FtsEngine.#load(path);
    }
  }

  /** Begins an index in a file of its own, quick to fill and worth nothing until {@link replace} takes it over. */
  static build(path: string): FtsEngine {
    removeIndexFiles(path);
    return new FtsEngine(new FtsStore(path, 'disposable'));
  }

  static #load(path: string): FtsEngine {
    const store = new FtsStore(path, 'durable');
    try {
      return new FtsEngine(store);
    } catch (error) {
      store.close();
      throw asDamage(error);
    }
  }

  get isFilled(): boolean {
    return this.#store.isFilled;
  }

  count(): number {
    return this.#columns.count;
  }

  /** Makes all the changes, in order, in one durable transaction; or none of them. */
  write(changes: readonly IndexChange[]): void {
    const effects: Effect[] = [];
    this.#store.transaction(() => {
      for (const change of changes) {
        const effect = 'put' in change ? this.#put(cleanDocument(change.put)) : this.#remove(change.remove);
        if (effect) effects.push(effect);
      }
    });
    for (const effect of effects) this.#remember(effect);
  }

  search(request: SearchRequest): SearchAnswer {
    return new FtsSearch(this.#store, this.#columns, this.#vocabulary).answer(request);
  }

  /** Declares the content complete and closes the file; {@link reopen} goes on with it. */
  seal(): void {
    this.#store.markFilled();
    this.#store.close();
  }

  /** Goes on with the same content from a (moved) file. */
  reopen(path: string): void {
    this.#store.close();
    this.#store = new FtsStore(path, 'durable');
  }

  close(): void {
    this.#store.close();
  }

  #put(document: SearchDocument): Effect {
    const before = this.#store.findByKey(document.key);
    if (before?.title === document.title && before.text === document.text) {
      this.#store.update(before.id, document);
      return { row: before.id, document, termsBefore: SAME_TERMS, termsAfter: SAME_TERMS };
    }
    if (before) this.#store.update(before.id, document);
    const row = before?.id ?? this.#store.insert(document);
    this.#store.setWords(row, indexedText(document.title), indexedText(document.text));
    return { row, document, termsBefore: termsOf(before), termsAfter: termsOf(document) };
  }

  #remove(key: string): Effect | null {
    const before = this.#store.findByKey(key);
    if (!before) return null;
    this.#store.remove(before.id);
    return { row: before.id, document: null, termsBefore: termsOf(before), termsAfter: SAME_TERMS };
  }

  #remember(effect: Effect): void {
    if (effect.document) this.#columns.set(effect.row, effect.document);
    else this.#columns.clear(effect.row);
    for (const term of effect.termsBefore) {
      if (!effect.termsAfter.has(term)) this.#vocabulary.change(term, -1);
    }
    for (const term of effect.termsAfter) {
      if (!effect.termsBefore.has(term)) this.#vocabulary.change(term, 1);
    }
  }
}

/** A copy that can be stored and found again, whatever came in. */
function cleanDocument(document: SearchDocument): SearchDocument {
  const facets = Object.entries(document.facets ?? {}).map(
    ([name, values]) => [name, [...new Set(values.map(String))]] as [string, string[]],
  );
  return {
    key: cleanText(document.key),
    type: cleanText(document.type),
    title: cleanText(document.title),
    text: cleanText(document.text),
    lang: document.lang,
    url: cleanText(document.url),
    audience: [...new Set(document.audience)],
    facets: Object.fromEntries(facets),
    at: cleanText(document.at),
  };
}

function termsOf(document: Pick<DocumentRow, 'title' | 'text'> | null): Set<string> {
  const terms = new Set<string>();
  if (!document) return terms;
  for (const text of [document.title, document.text]) {
    visitTokens(text, (term) => {
      terms.add(term);
    });
  }
  return terms;
}
