import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-index.js';
import { cleanWeight } from '../text/document-names.js';
import { cleanText } from '../text/tokenizer.js';
import { DocumentColumns } from './document-columns.js';
import { DocumentTables, type WholeDocument } from './document-tables.js';
import { type DocumentWords, fromBytes, toBytes, type Worded, wordsOf } from './document-words.js';
import type { IndexFile } from './index-file.js';
import { LightDocuments } from './light-documents.js';
import { PackedDocuments } from './packed-documents.js';
import { HIGHEST_ROW } from './posting-lists.js';
import { Vocabulary } from './vocabulary.js';
import { WordIndex } from './word-index.js';
import { WordSearch } from './word-search.js';

/** One change to the index. */
export type IndexChange = { put: SearchDocument } | { remove: string };

/** What a change means for the memory, once it is committed. */
interface Effect {
  row: number;
  document: WholeDocument | null;
  /** Null where the words stay the same. */
  words: { before: DocumentWords | null; after: DocumentWords | null } | null;
}

const WORDED = ['title', 'text', 'keywords', 'names'] as const satisfies (keyof Worded)[];

/**
 * One generation of the embedded index: its tables, and beside them, in memory, whatever is needed to find, filter,
 * count and rank. Synchronous and free of threads; `EngineHost` decides when it runs.
 */
export class IndexEngine {
  readonly generation: number;
  readonly #file: IndexFile;
  readonly #tables: DocumentTables;
  readonly #columns = new DocumentColumns();
  readonly #light = new LightDocuments();
  readonly #words = new WordIndex();
  readonly #vocabulary = new Vocabulary((term) => this.#words.documentsWith(term));

  #unturned: PackedDocuments | null = null;

  private constructor(file: IndexFile, generation: number) {
    this.generation = generation;
    this.#file = file;
    this.#tables = new DocumentTables(file, generation);
  }

  /** Reads the live generation into memory. */
  static load(file: IndexFile): IndexEngine {
    const engine = new IndexEngine(file, file.generation);
    engine.#tables.visitTerms((id, term) => engine.#vocabulary.load(id, term));
    const documents = new PackedDocuments();
    const parse = parseOnce();
    engine.#tables.visitDocuments(({ id, type, audience, facets, at, weight, words, title, names }) => {
      engine.#columns.set(id, { type, at, audience: parse(audience), facets: JSON.parse(facets) });
      if (weight < 1) engine.#light.set(id, { weight, title: title ?? '', names: names ?? '' });
      documents.add(id, fromBytes(words));
    });
    engine.#unturned = documents;
    return engine;
  }

  /** Makes of the words of each document the documents of each word. A start need not wait for it. */
  prepare(): void {
    if (!this.#unturned) return;
    this.#words.fill(this.#unturned, this.#vocabulary.size);
    this.#unturned = null;
  }

  /** Begins the next generation, empty, beside the live one. */
  static begin(file: IndexFile): IndexEngine {
    const generation = file.generation + 1;
    file.createTables(generation);
    return new IndexEngine(file, generation);
  }

  count(): number {
    return this.#columns.count;
  }

  /** Makes all the changes, in order, in one transaction; or none of them. */
  write(changes: readonly IndexChange[]): void {
    this.prepare();
    const effects: Effect[] = [];
    this.#file.transaction(() => {
      for (const change of changes) {
        const effect = 'put' in change ? this.#put(cleanDocument(change.put)) : this.#remove(change.remove);
        if (effect) effects.push(effect);
      }
      this.#tables.saveTerms(this.#vocabulary.unsaved);
    });
    this.#vocabulary.saved();
    for (const effect of effects) this.#remember(effect);
  }

  search(request: SearchRequest): SearchAnswer {
    this.prepare();
    return new WordSearch(this.#tables, this.#columns, this.#vocabulary, this.#words, this.#light).answer(
      request,
    );
  }

  #put(document: WholeDocument): Effect {
    const before = this.#tables.findByKey(document.key);
    if (before && WORDED.every((column) => before[column] === document[column])) {
      this.#tables.update(before.id, document, before.words);
      return { row: before.id, document, words: null };
    }
    const after = wordsOf(document, (term) => this.#vocabulary.numberOf(term));
    if (before) this.#tables.update(before.id, document, toBytes(after));
    const row = before?.id ?? this.#tables.insert(document, toBytes(after));
    if (row > HIGHEST_ROW) throw new Error('The search index holds as many documents as it can');
    return { row, document, words: { before: before && fromBytes(before.words), after } };
  }

  #remove(key: string): Effect | null {
    const before = this.#tables.findByKey(key);
    if (!before) return null;
    this.#tables.remove(before.id);
    return { row: before.id, document: null, words: { before: fromBytes(before.words), after: null } };
  }

  #remember({ row, document, words }: Effect): void {
    if (document) {
      this.#columns.set(row, document);
      this.#light.set(row, document);
    } else {
      this.#columns.clear(row);
      this.#light.clear(row);
    }
    if (words?.before) this.#words.remove(row, words.before);
    if (words?.after) this.#words.add(row, words.after);
  }
}

/** Reads JSON that is nearly always the same. */
function parseOnce(): <Value>(json: string) => Value {
  const known = new Map<string, unknown>();
  return <Value>(json: string) => {
    let value = known.get(json);
    if (value === undefined) {
      value = JSON.parse(json);
      known.set(json, value);
    }
    return value as Value;
  };
}

/** A copy that can be stored and found again, whatever came in. */
function cleanDocument(document: SearchDocument): WholeDocument {
  const facets = Object.entries(document.facets ?? {}).map(
    ([name, values]) => [name, [...new Set(values.map(String))]] as [string, string[]],
  );
  return {
    key: cleanText(document.key),
    type: cleanText(document.type),
    title: cleanText(document.title),
    text: cleanText(document.text),
    keywords: cleanText(document.keywords),
    names: (document.names ?? []).map(cleanText).join('\n'),
    weight: cleanWeight(document.weight),
    lang: document.lang,
    url: cleanText(document.url),
    audience: [...new Set(document.audience)],
    facets: Object.fromEntries(facets),
    at: cleanText(document.at),
  };
}
