import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-index.js';
import { cleanWeight } from '../text/document-names.js';
import { cleanText, indexedText, visitTokens } from '../text/tokenizer.js';
import { DocumentColumns } from './document-columns.js';
import type { FtsFile } from './fts-file.js';
import { FtsSearch } from './fts-search.js';
import { type DocumentRow, FtsTables, type WholeDocument } from './fts-tables.js';
import { LightDocuments } from './light-documents.js';
import { Vocabulary } from './vocabulary.js';

/** One change to the index. */
export type IndexChange = { put: SearchDocument } | { remove: string };

/** What a change means for the memory, once it is committed. */
interface Effect {
  row: number;
  document: WholeDocument | null;
  termsBefore: Set<string>;
  termsAfter: Set<string>;
}

const SAME_TERMS = new Set<string>();

/** What holds words. */
const WORDED = ['title', 'text', 'keywords', 'names'] as const;
type Worded = Pick<DocumentRow, (typeof WORDED)[number]>;

/**
 * One generation of the embedded index: its tables, and beside them columns and vocabulary in memory. Synchronous
 * and free of threads; `EngineHost` decides when it runs.
 */
export class FtsEngine {
  readonly generation: number;
  readonly #file: FtsFile;
  readonly #tables: FtsTables;
  readonly #columns = new DocumentColumns();
  readonly #light = new LightDocuments();
  readonly #vocabulary = new Vocabulary();

  private constructor(file: FtsFile, generation: number) {
    this.generation = generation;
    this.#file = file;
    this.#tables = new FtsTables(file, generation);
  }

  /** Reads the live generation into memory. */
  static load(file: FtsFile): FtsEngine {
    const engine = new FtsEngine(file, file.generation);
    engine.#tables.visitDocuments(({ id, type, audience, facets, at, weight, title, names }) => {
      engine.#columns.set(id, { type, at, audience: JSON.parse(audience), facets: JSON.parse(facets) });
      if (weight < 1) engine.#light.set(id, { weight, title: title ?? '', names: names ?? '' });
    });
    engine.#tables.visitTerms((term, documents) => engine.#vocabulary.change(term, documents));
    return engine;
  }

  /** Begins the next generation, empty, beside the live one. */
  static begin(file: FtsFile): FtsEngine {
    const generation = file.generation + 1;
    file.createTables(generation);
    return new FtsEngine(file, generation);
  }

  count(): number {
    return this.#columns.count;
  }

  /** Makes all the changes, in order, in one transaction; or none of them. Durable when this generation is live. */
  write(changes: readonly IndexChange[]): void {
    const effects: Effect[] = [];
    const work = () => {
      for (const change of changes) {
        const effect = 'put' in change ? this.#put(cleanDocument(change.put)) : this.#remove(change.remove);
        if (effect) effects.push(effect);
      }
    };
    this.#file.transaction(work, this.generation === this.#file.generation ? 'durable' : 'later');
    for (const effect of effects) this.#remember(effect);
  }

  search(request: SearchRequest): SearchAnswer {
    return new FtsSearch(this.#tables, this.#columns, this.#vocabulary, this.#light).answer(request);
  }

  #put(document: WholeDocument): Effect {
    const before = this.#tables.findByKey(document.key);
    if (before && WORDED.every((column) => before[column] === document[column])) {
      this.#tables.update(before.id, document);
      return { row: before.id, document, termsBefore: SAME_TERMS, termsAfter: SAME_TERMS };
    }
    if (before) this.#tables.update(before.id, document);
    const row = before?.id ?? this.#tables.insert(document);
    const { title, text, keywords, names } = document;
    this.#tables.setWords(row, indexedText(title), indexedText(text), indexedText(`${names}\n${keywords}`));
    return { row, document, termsBefore: termsOf(before), termsAfter: termsOf(document) };
  }

  #remove(key: string): Effect | null {
    const before = this.#tables.findByKey(key);
    if (!before) return null;
    this.#tables.remove(before.id);
    return { row: before.id, document: null, termsBefore: termsOf(before), termsAfter: SAME_TERMS };
  }

  #remember(effect: Effect): void {
    if (effect.document) {
      this.#columns.set(effect.row, effect.document);
      this.#light.set(effect.row, effect.document);
    } else {
      this.#columns.clear(effect.row);
      this.#light.clear(effect.row);
    }
    for (const term of effect.termsBefore) {
      if (!effect.termsAfter.has(term)) this.#vocabulary.change(term, -1);
    }
    for (const term of effect.termsAfter) {
      if (!effect.termsBefore.has(term)) this.#vocabulary.change(term, 1);
    }
  }
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

function termsOf(document: Worded | null): Set<string> {
  const terms = new Set<string>();
  if (!document) return terms;
  for (const column of WORDED) {
    visitTokens(document[column], (term) => {
      terms.add(term);
    });
  }
  return terms;
}
