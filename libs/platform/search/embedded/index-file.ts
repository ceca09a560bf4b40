import { closeSync, existsSync, fdatasync, mkdirSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { DatabaseSync } from '@photostructure/sqlite';

const syncFile = promisify(fdatasync);

type Database = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Database['prepare']>;

/** Raise it whenever the tables or the rules of the tokenizer change: an older file is then made anew. */
const SCHEMA_VERSION = 5;

const FILE_HEAD = 'SQLite format 3\0';

/** How long a new process waits for the old one to go. */
const LOCK_TIMEOUT_MS = 5_000;

const SCHEMA = `
  BEGIN IMMEDIATE;
  CREATE TABLE state (generation INTEGER NOT NULL, filled INTEGER NOT NULL) STRICT;
  INSERT INTO state VALUES (1, 0);
  ${tablesOf(1)}
  PRAGMA user_version = ${SCHEMA_VERSION};
  COMMIT;
`;

/** Fails when the file has another version: malformed JSON is an error that SQL can raise by itself. */
const PROBE_VERSION = `
  SELECT json('another version') FROM pragma_user_version WHERE user_version <> ${SCHEMA_VERSION};
  SELECT json('no state') WHERE (SELECT count(*) FROM state) <> 1;
`;

/**
 * Each rebuild fills tables of its own, numbered by its generation, beside the live ones. Words come before the texts,
 * so that reading them for all documents does not read what follows.
 */
function tablesOf(generation: number): string {
  return `
    CREATE TABLE document_${generation} (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      audience TEXT NOT NULL CHECK (json_valid(audience)),
      facets TEXT NOT NULL CHECK (json_valid(facets)),
      at TEXT NOT NULL,
      url TEXT NOT NULL,
      lang TEXT,
      weight REAL NOT NULL,
      words BLOB NOT NULL,
      title TEXT NOT NULL,
      text TEXT NOT NULL,
      keywords TEXT NOT NULL,
      names TEXT NOT NULL
    ) STRICT;
    CREATE TABLE term_${generation} (id INTEGER PRIMARY KEY, term TEXT NOT NULL) STRICT;
  `;
}

/**
 * The file of the embedded index: its connection, its lock and the generation that is live.
 *
 * Closing a connection does not end its prepared statements in this engine: until they are collected as garbage
 * the old connection lingers, and on its end it would delete the write-ahead log *by name*. So everything is read
 * on opening without a prepared statement ({@link visitRows}), until the file is known to be sound; a rebuild never
 * moves files; and the lock is a connection that never prepares any.
 */
export class IndexFile {
  readonly #path: string;
  readonly #lock: Database;
  readonly #statements = new Map<string, Statement>();
  #database: Database;
  #inode = 0;
  /** The write-ahead log, once it has been needed; it stays the same file as long as the database is open. */
  #log: number | null = null;
  /** Something was committed that may not be on the disk. */
  #hasNews = false;
  #generation = 0;
  #isFilled = false;

  /** @throws when another process has the file open: what is kept in memory must not miss another's writes */
  constructor(path: string) {
    this.#path = path;
    mkdirSync(dirname(path), { recursive: true });
    this.#lock = takeLock(`${path}-lock`);
    this.#database = this.#connect();
  }

  /** The tables that are live. */
  get generation(): number {
    return this.#generation;
  }

  /** Whether a rebuild has ever filled the index; a crash in the first one leaves it unfilled. */
  get isFilled(): boolean {
    return this.#isFilled;
  }

  /** Creates what is missing and reads the state; fails with damage when the file is no index of this version. */
  prepareTables(): void {
    this.#database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA journal_size_limit = 33554432;
      PRAGMA wal_autocheckpoint = 4000;
      PRAGMA cache_size = -2048;
      PRAGMA temp_store = MEMORY;
    `);
    let tables = 0;
    this.visitRows('SELECT take(count(*)) FROM sqlite_schema', (count) => {
      tables = Number(count);
    });
    if (tables === 0) this.#database.exec(SCHEMA);
    this.#database.exec(PROBE_VERSION);
    this.visitRows('SELECT take(generation, filled) FROM state', (generation, filled) => {
      this.#generation = Number(generation);
      this.#isFilled = filled === 1;
    });
    this.dropTables(this.#generation + 1);
    this.#inode = statSync(this.#path).ino;
  }

  /** Puts an empty file in place of a damaged one, as long as no statement has been prepared. */
  recreate(): void {
    this.#database.close();
    removeIndexFiles(this.#path);
    this.#database = this.#connect();
    this.prepareTables();
  }

  /** Whether the file that was opened is still in its place, and begins as a database does. */
  get isInPlace(): boolean {
    try {
      if (statSync(this.#path).ino !== this.#inode) return false;
      const file = openSync(this.#path, 'r');
      const head = Buffer.alloc(FILE_HEAD.length);
      try {
        readSync(file, head, 0, head.length, 0);
      } finally {
        closeSync(file);
      }
      return head.toString('latin1') === FILE_HEAD;
    } catch {
      return false;
    }
  }

  /** Makes the next opening start from an empty file. */
  condemn(): void {
    this.#database.exec('PRAGMA user_version = 0');
  }

  /** Runs a query that hands each of its rows to `take(…)`. */
  visitRows(sql: string, visit: (...values: unknown[]) => void): void {
    this.#setTake(visit);
    try {
      this.#database.exec(sql);
    } finally {
      // The database would hold on to what the visitor gathers.
      this.#setTake(() => undefined);
    }
  }

  #setTake(visit: (...values: unknown[]) => void): void {
    this.#database.function('take', { varargs: true }, (...values: unknown[]) => {
      visit(...values);
      return null;
    });
  }

  createTables(generation: number): void {
    this.transaction(() => this.#database.exec(tablesOf(generation)));
  }

  dropTables(generation: number): void {
    this.#database.exec(
      `DROP TABLE IF EXISTS term_${generation}; DROP TABLE IF EXISTS document_${generation};`,
    );
  }

  /** Makes a filled generation the live one, and removes the one before it. */
  adopt(generation: number): void {
    this.transaction(() => {
      this.#database.exec(`UPDATE state SET generation = ${generation}, filled = 1`);
      this.dropTables(this.#generation);
    });
    this.#generation = generation;
    this.#isFilled = true;
  }

  /** Runs the work in one transaction. It outlives the process at once, and the machine after {@link persist}. */
  transaction(work: () => void): void {
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      work();
      this.#database.exec('COMMIT');
      this.#hasNews = true;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }

  /**
   * Resolves when all that was committed before is on the disk, without holding up this thread: what the log does not
   * hold any more was put on the disk when it was moved into the file.
   */
  async persist(): Promise<void> {
    if (!this.#hasNews) return;
    this.#hasNews = false;
    try {
      this.#log ??= openSync(`${this.#path}-wal`, 'r+');
      await syncFile(this.#log);
    } catch (error) {
      this.#hasNews = true;
      throw error;
    }
  }

  /** A statement, prepared once. */
  prepare(sql: string): Statement {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    if (this.#log !== null) closeSync(this.#log);
    this.#log = null;
    try {
      this.#database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    } finally {
      this.#database.close();
      this.#lock.close();
    }
  }

  #connect(): Database {
    // A log without its file would be taken for that of the new one.
    if (!existsSync(this.#path)) removeIndexFiles(this.#path);
    return new DatabaseSync(this.#path, { timeout: LOCK_TIMEOUT_MS });
  }
}

/** A transaction that is never ended keeps everyone else out, and ends with the process whatever happens. */
function takeLock(path: string): Database {
  const lock = new DatabaseSync(path, { timeout: LOCK_TIMEOUT_MS });
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock.close();
    throw new Error('The search index is in use by another process', { cause: error });
  }
}

const SQLITE_ERROR = 1;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Tells a bad file from trouble around it, such as a full disk or missing rights. */
export function isDamage(error: unknown): boolean {
  const code = resultCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** While opening, a table that is missing or of another shape is damage as well. */
export function isDamageOnOpening(error: unknown): boolean {
  return isDamage(error) || resultCode(error) === SQLITE_ERROR;
}

function resultCode(error: unknown): number {
  return ((error as { errcode?: number }).errcode ?? 0) & 0xff;
}

/** Takes an index away that nobody has open. */
export function removeIndexFiles(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}
