import type { SearchDocument } from '../search-index.js';
import type { FtsFile } from './fts-file.js';

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
  title: string;
  text: string;
}

/** The tables of one generation: documents, and their words for full-text search. */
export class FtsTables {
  readonly #file: FtsFile;
  readonly #documents: string;
  readonly #words: string;

  constructor(file: FtsFile, generation: number) {
    this.#file = file;
    this.#documents = `document_${generation}`;
    this.#words = `words_${generation}`;
  }

  findByKey(key: string): DocumentRow | null {
    const row = this.#file.prepare(`SELECT * FROM ${this.#documents} WHERE key = ?`).get(key);
    return (row as DocumentRow | undefined) ?? null;
  }

  getRow(id: number): DocumentRow {
    return this.#file.prepare(`SELECT * FROM ${this.#documents} WHERE id = ?`).get(id) as DocumentRow;
  }

  insert(document: SearchDocument): number {
    const { lastInsertRowid } = this.#file
      .prepare(
        `INSERT INTO ${this.#documents} (key, type, audience, facets, at, url, lang, title, text)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(document.key, ...valuesOf(document));
    return Number(lastInsertRowid);
  }

  update(id: number, document: SearchDocument): void {
    this.#file
      .prepare(
        `UPDATE ${this.#documents}
         SET type = ?, audience = ?, facets = ?, at = ?, url = ?, lang = ?, title = ?, text = ? WHERE id = ?`,
      )
      .run(...valuesOf(document), id);
  }

  setWords(id: number, title: string, text: string): void {
    this.#file
      .prepare(`INSERT OR REPLACE INTO ${this.#words} (rowid, title, text) VALUES (?, ?, ?)`)
      .run(id, title, text);
  }

  remove(id: number): void {
    this.#file.prepare(`DELETE FROM ${this.#words} WHERE rowid = ?`).run(id);
    this.#file.prepare(`DELETE FROM ${this.#documents} WHERE id = ?`).run(id);
  }

  /**
   * Numbers of the documents that match, in no order. One JSON text is far quicker than a row each.
   * @param most stop after so many
   */
  matching(expression: string, most = -1): Uint32Array {
    const matching = `SELECT rowid FROM ${this.#words} WHERE ${this.#words} MATCH ? LIMIT ?`;
    return this.#ids(`SELECT json_group_array(rowid) AS ids FROM (${matching})`, expression, most);
  }

  /** Numbers of all documents that match, best first; about ten times the cost of {@link matching}. */
  ranked(expression: string): Uint32Array {
    return this.#ids(
      `SELECT json_group_array(rowid ORDER BY rank, rowid DESC) AS ids
       FROM ${this.#words} WHERE ${this.#words} MATCH ?`,
      expression,
    );
  }

  /** Hands over what is kept of each document in memory. */
  visitDocuments(
    visit: (id: number, type: string, audience: string, facets: string, at: string) => void,
  ): void {
    this.#file.visitRows(
      `SELECT take(id, type, audience, facets, at) FROM ${this.#documents}`,
      visit as (...values: unknown[]) => void,
    );
  }

  /** Hands over each word with the number of documents that hold it. */
  visitTerms(visit: (term: string, documents: number) => void): void {
    this.#file.visitRows(
      `CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, ${this.#words}, 'row');
       SELECT take(term, doc) FROM temp.terms;
       DROP TABLE temp.terms;`,
      visit as (...values: unknown[]) => void,
    );
  }

  #ids(sql: string, ...values: (string | number)[]): Uint32Array {
    const row = this.#file.prepare(sql).get(...values) as { ids: string };
    return Uint32Array.from(JSON.parse(row.ids) as number[]);
  }
}

function valuesOf(document: SearchDocument): (string | null)[] {
  return [
    document.type,
    JSON.stringify(document.audience),
    JSON.stringify(document.facets),
    document.at,
    document.url,
    document.lang ?? null,
    document.title,
    document.text,
  ];
}
