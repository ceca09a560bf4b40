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
  weight: number;
  title: string;
  text: string;
  keywords: string;
  /** One per line. */
  names: string;
}

/** What is kept of each document in memory; its names only where the weight is below 1. */
export type RememberedRow = Pick<DocumentRow, 'id' | 'type' | 'audience' | 'facets' | 'at' | 'weight'> & {
  title: string | null;
  names: string | null;
};

/** A document as the engine holds it: nothing is left out, names stand one per line. */
export type WholeDocument = Omit<SearchDocument, 'names'> &
  Pick<DocumentRow, 'keywords' | 'names' | 'weight'>;

/** Documents that match, with how well they do: the lower, the better. */
export interface RankedRows {
  ids: number[];
  ranks: number[];
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

  insert(document: WholeDocument): number {
    const { lastInsertRowid } = this.#file
      .prepare(
        `INSERT INTO ${this.#documents} (key, type, audience, facets, at, url, lang, weight, title, text, keywords, names)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      )
      .run(document.key, ...valuesOf(document));
    return Number(lastInsertRowid);
  }

  update(id: number, document: WholeDocument): void {
    this.#file
      .prepare(
        `UPDATE ${this.#documents}
         SET type = ?, audience = ?, facets = ?, at = ?, url = ?, lang = ?, weight = ?, title = ?, text = ?,
             keywords = ?, names = ?
         WHERE id = ?`,
      )
      .run(...valuesOf(document), id);
  }

  setWords(id: number, title: string, text: string, keywords: string): void {
    this.#file
      .prepare(`INSERT OR REPLACE INTO ${this.#words} (rowid, title, text, keywords) VALUES (?, ?, ?, ?)`)
      .run(id, title, text, keywords);
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
    const row = this.#file
      .prepare(`SELECT json_group_array(rowid) AS ids FROM (${matching})`)
      .get(expression, most) as { ids: string };
    return Uint32Array.from(JSON.parse(row.ids) as number[]);
  }

  /** All documents that match, in no order, with their ranks; about ten times the cost of {@link matching}. */
  ranked(expression: string): RankedRows {
    const row = this.#file
      .prepare(
        `SELECT json_group_array(rowid) AS ids, json_group_array(rank) AS ranks
         FROM ${this.#words} WHERE ${this.#words} MATCH ?`,
      )
      .get(expression) as { ids: string; ranks: string };
    return { ids: JSON.parse(row.ids) as number[], ranks: JSON.parse(row.ranks) as number[] };
  }

  /** Hands over what is kept of each document in memory. */
  visitDocuments(visit: (row: RememberedRow) => void): void {
    this.#file.visitRows(
      `SELECT take(id, type, audience, facets, at, weight,
                   iif(weight < 1, title, NULL), iif(weight < 1, names, NULL)) FROM ${this.#documents}`,
      (...values) => {
        const [id, type, audience, facets, at, weight, title, names] = values;
        visit({ id, type, audience, facets, at, weight, title, names } as RememberedRow);
      },
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
