import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SearchAnswer, SearchDocument, SearchRequest } from '../search-index.js';
import { type IndexChange, IndexEngine } from './index-engine.js';
import { IndexFile, isDamage, isDamageOnOpening } from './index-file.js';

/** What the embedded index can be asked to do, on whichever thread it runs. */
export interface EngineWork {
  open(path: string): Promise<{ wasFilled: boolean }>;
  /** Resolves when the changes can be found. */
  write(changes: IndexChange[]): Promise<void>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  settled(): Promise<void>;
  /** Resolves when everything written so far is on the disk. */
  persist(): Promise<void>;
  /** False once the file was found damaged, or is gone. */
  isSound(): Promise<boolean>;
  count(): Promise<number>;
  beginRebuild(): Promise<void>;
  takeForRebuild(documents: SearchDocument[]): Promise<void>;
  /** Puts the rebuilt index in place of the old one. */
  finishRebuild(): Promise<number>;
  abandonRebuild(): Promise<void>;
  close(): Promise<void>;
}

interface WaitingWrite {
  changes: IndexChange[];
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** A generation being built beside the live one. */
interface Rebuild {
  engine: IndexEngine;
  /** Keys written since it began: what they hold is newer than what the source may still deliver. */
  touched: Set<string>;
  failure?: unknown;
}

const MOST_PER_TRANSACTION = 500;
const REBUILD_SLICE = 50;

/** Runs the engine: groups writes that arrive together into one commit, and builds a new index beside the old. */
export class EngineHost implements EngineWork {
  #file: IndexFile | null = null;
  #engine: IndexEngine | null = null;
  #rebuild: Rebuild | null = null;
  #waiting: WaitingWrite[] = [];
  #flushing: Promise<void> | null = null;
  #persisting: Promise<void> = Promise.resolve();
  #isDamaged = false;

  async open(path: string): Promise<{ wasFilled: boolean }> {
    const file = new IndexFile(path);
    this.#file = file;
    try {
      file.prepareTables();
      this.#engine = IndexEngine.load(file);
    } catch (error) {
      if (!isDamageOnOpening(error)) throw error;
      file.recreate();
      this.#engine = IndexEngine.load(file);
    }
    void nextTurn().then(() => this.#engine?.prepare());
    return { wasFilled: file.isFilled };
  }

  write(changes: IndexChange[]): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      this.#waiting.push({ changes, resolve, reject });
      this.#flushing ??= this.#flushSoon();
    });
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    try {
      return this.#live.search(request);
    } catch (error) {
      this.#noteDamage(error);
      throw error;
    }
  }

  async settled(): Promise<void> {
    await this.#flushing;
  }

  async persist(): Promise<void> {
    await this.#flushing;
    const file = this.#openFile;
    // One after the other: who comes second must not be told before the first is done.
    this.#persisting = this.#persisting.catch(() => undefined).then(() => file.persist());
    try {
      await this.#persisting;
    } catch (error) {
      // What the disk has refused once may be lost although it takes the rest: the index is made anew.
      this.#isDamaged = true;
      throw error;
    }
  }

  async isSound(): Promise<boolean> {
    return !this.#isDamaged && this.#openFile.isInPlace;
  }

  async count(): Promise<number> {
    return this.#live.count();
  }

  async beginRebuild(): Promise<void> {
    if (this.#rebuild) throw new Error('The search index is being rebuilt already');
    this.#rebuild = { engine: IndexEngine.begin(this.#openFile), touched: new Set() };
  }

  async takeForRebuild(documents: SearchDocument[]): Promise<void> {
    for (let at = 0; at < documents.length; at += REBUILD_SLICE) {
      const rebuild = this.#running;
      const slice = documents.slice(at, at + REBUILD_SLICE).filter(({ key }) => !rebuild.touched.has(key));
      rebuild.engine.write(slice.map((put) => ({ put })));
      // Searches that came in the meantime are answered between two slices.
      await nextTurn();
    }
  }

  async finishRebuild(): Promise<number> {
    await this.#flushing;
    const { engine } = this.#running;
    this.#openFile.adopt(engine.generation);
    this.#rebuild = null;
    this.#engine = engine;
    await this.persist();
    return engine.count();
  }

  async abandonRebuild(): Promise<void> {
    const rebuild = this.#rebuild;
    this.#rebuild = null;
    if (rebuild) this.#file?.dropTables(rebuild.engine.generation);
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#persisting.catch(() => undefined);
    await this.abandonRebuild();
    this.#file?.close();
    this.#file = null;
    this.#engine = null;
  }

  #noteDamage(error: unknown): void {
    if (!isDamage(error) || this.#isDamaged) return;
    this.#isDamaged = true;
    try {
      this.#file?.condemn();
    } catch {
      // Damaged beyond even that; the next opening will see it.
    }
  }

  get #openFile(): IndexFile {
    if (!this.#file) throw new Error('The search index is closed');
    return this.#file;
  }

  get #live(): IndexEngine {
    if (!this.#engine) throw new Error('The search index is closed');
    return this.#engine;
  }

  get #running(): Rebuild {
    if (!this.#rebuild) throw new Error('No rebuild of the search index is running');
    if (this.#rebuild.failure) throw this.#rebuild.failure;
    return this.#rebuild;
  }

  async #flushSoon(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      this.#flush(this.#takeGroup());
    }
    this.#flushing = null;
  }

  #takeGroup(): WaitingWrite[] {
    let size = 0;
    const rest = this.#waiting.findIndex(({ changes }, at) => {
      size += changes.length;
      return at > 0 && size > MOST_PER_TRANSACTION;
    });
    return this.#waiting.splice(0, rest < 0 ? this.#waiting.length : rest);
  }

  #flush(group: WaitingWrite[]): void {
    const changes = group.flatMap((each) => each.changes);
    try {
      this.#live.write(changes);
    } catch (error) {
      this.#noteDamage(error);
      for (const { reject } of group) reject(error);
      return;
    }
    this.#writeToRebuild(changes);
    for (const { resolve } of group) resolve();
  }

  /** A rebuild that cannot follow fails by itself: the writers have nothing to do with it. */
  #writeToRebuild(changes: IndexChange[]): void {
    const rebuild = this.#rebuild;
    if (!rebuild || rebuild.failure) return;
    for (const change of changes) rebuild.touched.add('put' in change ? change.put.key : change.remove);
    try {
      rebuild.engine.write(changes);
    } catch (error) {
      rebuild.failure = error;
    }
  }
}
