import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import type { SearchDocument } from '../search-index.js';

/** Raise it whenever the tables or the rules of the tokenizer change: an older file is then built anew. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE document (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    audience TEXT NOT NULL,
    facets TEXT NOT NULL,
    at TEXT NOT NULL,
    url TEXT NOT NULL,
    lang TEXT,
    title TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE VIRTUAL TABLE words USING fts5(
    title, text, content = '', contentless_delete = 1, prefix = '2 3 4', tokenize = 'ascii'
  );
  INSERT INTO words(words, rank) VALUES ('rank', 'bm25(8.0, 1.0)');
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

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

type Database = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Database['prepare']>;

/** The file: one table of documents, one full-text table of their words. All calls are synchronous. */
export class FtsStore {
  readonly #database: Database;
  readonly #statements = new Map<string, Statement>();

  /**
   * Opens a file that holds an index, or makes one where there is none.
   * @param safety `durable` survives a power cut at any moment; `disposable` is for a file being built
   * @throws DamagedIndexError when the file is no index of this version
   */
  constructor(path: string, safety: 'durable' | 'disposable') {
    mkdirSync(dirname(path), { recursive: true });
    const fresh = !existsSync(path);
    if (fresh) removeIndexFiles(path);
    const database = new DatabaseSync(path, { timeout: 5_000 });
    this.#database = database;
    try {
      // The columns in memory must not miss another process's writes, so that nobody else may open the file.
      database.exec('PRAGMA locking_mode = EXCLUSIVE');
      database.exec(
        safety === 'durable'
          ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 33554432;'
          : 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF;',
      );
      database.exec('PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY;');
      if (fresh) database.exec(`BEGIN IMMEDIATE; ${SCHEMA} COMMIT;`);
      const version = (database.prepare('PRAGMA user_version').get() as { user_version: number })
        .user_version;
      if (version !== SCHEMA_VERSION) throw new DamagedIndexError(`it has version ${version}`);
    } catch (error) {
      database.close();
      throw asDamage(error);
    }
  }

  /** Whether a rebuild has ever filled this file; a crash in the first one leaves it unfilled. */
  get isFilled(): boolean {
    return (
      (this.#database.prepare('PRAGMA application_id').get() as { application_id: number }).application_id ===
      1
    );
  }

  markFilled(): void {
    this.#database.exec('PRAGMA application_id = 1');
  }

  /** Runs the work in one transaction. */
  transaction(work: () => void): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.#database.exec('COMMIT');
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  findByKey(key: string): DocumentRow | null {
    return (
      (this.#prepare('SELECT * FROM document WHERE key = ?').get(key) as DocumentRow | undefined) ?? null
    );
  }

  getRow(id: number): DocumentRow {
    return this.#prepare('SELECT * FROM document WHERE id = ?').get(id) as DocumentRow;
  }

  insert(document: SearchDocument): number {
    const { lastInsertRowid } = this.#prepare(
      `INSERT INTO document (key, type, audience, facets, at, url, lang, title, text)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(document.key, ...valuesOf(document));
    return Number(lastInsertRowid);
  }

  update(id: number, document: SearchDocument): void {
    this.#prepare(
      `UPDATE document SET type = ?, audience = ?, facets = ?, at = ?, url = ?, lang = ?, title = ?, text = ?
       WHERE id = ?`,
    ).run(...valuesOf(document), id);
  }

  setWords(id: number, title: string, text: string): void {
    this.#prepare('INSERT OR REPLACE INTO words (rowid, title, text) VALUES (?, ?, ?)').run(id, title, text);
  }

  remove(id: number): void {
    this.#prepare('DELETE FROM words WHERE rowid = ?').run(id);
    this.#prepare('DELETE FROM document WHERE id = ?').run(id);
  }

  /** Numbers of all documents that match, in no order. One JSON text is far quicker than a row each. */
  matching(expression: string): Uint32Array {
    return this.#ids('SELECT json_group_array(rowid) AS ids FROM words WHERE words MATCH ?', expression);
  }

  /** Numbers of all documents that match, best first; about ten times the cost of {@link matching}. */
  ranked(expression: string): Uint32Array {
    return this.#ids(
      'SELECT json_group_array(rowid ORDER BY rank, rowid DESC) AS ids FROM words WHERE words MATCH ?',
      expression,
    );
  }

  *documents(): Iterable<Pick<DocumentRow, 'id' | 'type' | 'audience' | 'facets' | 'at'>> {
    const rows = this.#database.prepare('SELECT id, type, audience, facets, at FROM document').iterate();
    yield* rows as Iterable<DocumentRow>;
  }

  *terms(): Iterable<{ term: string; doc: number }> {
    this.#database.exec("CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, words, 'row')");
    const rows = this.#database.prepare('SELECT term, doc FROM temp.terms').iterate();
    yield* rows as Iterable<{ term: string; doc: number }>;
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  #ids(sql: string, expression: string): Uint32Array {
    const row = this.#prepare(sql).get(expression) as { ids: string };
    return Uint32Array.from(JSON.parse(row.ids) as number[]);
  }

  #prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
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

/** The file is damaged, or written by another version: the index has to be built anew. */
export class DamagedIndexError extends Error {}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;
const SQLITE_BUSY = 5;

/** Turns what the engine says about a bad file into {@link DamagedIndexError}; other errors stay. */
export function asDamage(error: unknown): unknown {
  const code = (error as { errcode?: number }).errcode ?? 0;
  const primary = code & 0xff;
  const message = error instanceof Error ? error.message : String(error);
  const damaged =
    primary === SQLITE_CORRUPT ||
    primary === SQLITE_NOTADB ||
    /malformed|no such table|no such column|not a database|JSON/.test(message);
  if (damaged) return new DamagedIndexError(message, { cause: error });
  if (primary === SQLITE_BUSY) {
    return new Error('The search index is in use by another process', { cause: error });
  }
  return error;
}

export function removeIndexFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
