import type { SearchDocument } from '../search-index.js';
import type { IndexFile } from './index-file.js';

/** A document as the file holds it; lists are JSON. */
export interface DocumentRow {
  id: number;
  key: string;
  type: string;
  audience: string;
  facets: string;
  at: string;
  url: string;
  lang: string | null;
  weight: number;
  title: string;
  text: string;
  keywords: string;
  /** One per line. */
  names: string;
  /** See `DocumentWords`. */
  words: Uint8Array;
}

export type ShownRow = Pick<
  DocumentRow,
  'key' | 'type' | 'url' | 'lang' | 'at' | 'title' | 'text' | 'facets'
>;

/** What is kept of each document in memory; its names only where the weight is below 1. */
export type RememberedRow = Pick<
  DocumentRow,
  'id' | 'type' | 'audience' | 'facets' | 'at' | 'weight' | 'words'
> & {
  title: string | null;
  names: string | null;
};

/** A document as the engine holds it: nothing is left out, names stand one per line. */
export type WholeDocument = Omit<SearchDocument, 'names'> &
  Pick<DocumentRow, 'keywords' | 'names' | 'weight'>;

/** The tables of one generation: documents with their words as numbers, and what the numbers mean. */
export class DocumentTables {
  readonly #file: IndexFile;
  readonly #documents: string;
  readonly #terms: string;

  constructor(file: IndexFile, generation: number) {
    this.#file = file;
    this.#documents = `document_${generation}`;
    this.#terms = `term_${generation}`;
  }

  findByKey(key: string): DocumentRow | null {
    const row = this.#file.prepare(`SELECT * FROM ${this.#documents} WHERE key = ?`).get(key);
    return (row as DocumentRow | undefined) ?? null;
  }

  getRow(id: number): DocumentRow {
    return this.#file.prepare(`SELECT * FROM ${this.#documents} WHERE id = ?`).get(id) as DocumentRow;
  }

  /** What is shown of a document: reading all of it takes half as long again. */
  getShown(id: number): ShownRow {
    return this.#file
      .prepare(`SELECT key, type, url, lang, at, title, text, facets FROM ${this.#documents} WHERE id = ?`)
      .get(id) as ShownRow;
  }

  insert(document: WholeDocument, words: Uint8Array): number {
    const { lastInsertRowid } = this.#file
      .prepare(
        `INSERT INTO ${this.#documents} (key, type, audience, facets, at, url, lang, weight, title, text, keywords, names, words)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(document.key, ...valuesOf(document), words);
    return Number(lastInsertRowid);
  }

  update(id: number, document: WholeDocument, words: Uint8Array): void {
    this.#file
      .prepare(
        `UPDATE ${this.#documents}
         SET type = ?, audience = ?, facets = ?, at = ?, url = ?, lang = ?, weight = ?, title = ?, text = ?,
             keywords = ?, names = ?, words = ?
         WHERE id = ?`,
      )
      .run(...valuesOf(document), words, id);
  }

  remove(id: number): void {
    this.#file.prepare(`DELETE FROM ${this.#documents} WHERE id = ?`).run(id);
  }

  saveTerms(terms: readonly { id: number; term: string }[]): void {
    const insert = this.#file.prepare(`INSERT INTO ${this.#terms} (id, term) VALUES (?, ?)`);
    for (const { id, term } of terms) insert.run(id, term);
  }

  /** Hands over what is kept of each document in memory, in ascending order of the rows. */
  visitDocuments(visit: (row: RememberedRow) => void): void {
    this.#file.visitRows(
      `SELECT take(id, type, audience, facets, at, weight, words,
                   iif(weight < 1, title, NULL), iif(weight < 1, names, NULL)) FROM ${this.#documents} ORDER BY id`,
      (...values) => {
        const [id, type, audience, facets, at, weight, words, title, names] = values;
        visit({ id, type, audience, facets, at, weight, words, title, names } as RememberedRow);
      },
    );
  }

  /** Hands over each term with its number, in the order of the alphabet. Two texts are far quicker than a row each. */
  visitTerms(visit: (id: number, term: string) => void): void {
    this.#file.visitRows(
      `SELECT take(json_group_array(id), json_group_array(term))
       FROM (SELECT id, term FROM ${this.#terms} ORDER BY term)`,
      (ids, terms) => {
        const texts = JSON.parse(String(terms)) as string[];
        for (const [at, id] of (JSON.parse(String(ids)) as number[]).entries()) visit(id, texts[at]!);
      },
    );
  }
}

function valuesOf(document: WholeDocument): (string | number | null)[] {
  return [
    document.type,
    JSON.stringify(document.audience),
    JSON.stringify(document.facets),
    document.at,
    document.url,
    document.lang ?? null,
    document.weight,
    document.title,
    document.text,
    document.keywords,
    document.names,
  ];
}
