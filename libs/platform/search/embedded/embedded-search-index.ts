import { type SearchAnswer, type SearchDocument, SearchIndex, type SearchRequest } from '../search-index.js';
import { AnswerCache } from './answer-cache.js';
import { EngineHost, type EngineWork } from './engine-host.js';
import { EngineThread } from './engine-thread.js';
import type { IndexChange } from './index-engine.js';
import { removeIndexFiles } from './index-file.js';

const CHANGES_PER_MESSAGE = 200;

/** Full-text search in a file of our own, in a worker thread: no server needed. */
export class EmbeddedSearchIndex extends SearchIndex {
  readonly isShared = false;
  readonly #path: string;
  #engine: EngineWork;
  readonly #answers = new AnswerCache();
  #wasRecreated: boolean;
  #closing: Promise<void> | null = null;

  private constructor(path: string, engine: EngineWork, wasRecreated: boolean) {
    super();
    this.#path = path;
    this.#engine = engine;
    this.#wasRecreated = wasRecreated;
  }

  /** Opens the index in the file at `path`, or makes it. Only one process may have it open. */
  static async open(path: string): Promise<EmbeddedSearchIndex> {
    const engine = startEngine();
    try {
      const { wasFilled } = await engine.open(path);
      return new EmbeddedSearchIndex(path, engine, !wasFilled);
    } catch (error) {
      await engine.close().catch(() => undefined);
      throw error;
    }
  }

  /**
   * The file was missing, damaged or of another version, or its first filling was cut short. Until it is rebuilt it
   * answers from what it has.
   */
  get wasRecreated(): boolean {
    return this.#wasRecreated;
  }

  async answers(): Promise<boolean> {
    return true;
  }

  async isSound(): Promise<boolean> {
    return this.#engine.isSound();
  }

  /** A new thread opens a new file: whatever the old one still held of the old file ends with it. */
  async recreate(): Promise<void> {
    await this.#engine.close().catch(() => undefined);
    removeIndexFiles(this.#path);
    this.#engine = startEngine();
    await this.#engine.open(this.#path);
    this.#wasRecreated = true;
  }

  async put(documents: SearchDocument[]): Promise<void> {
    await this.#write(documents.map((put) => ({ put })));
  }

  async remove(keys: string[]): Promise<void> {
    await this.#write(keys.map((remove) => ({ remove })));
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    return this.#answers.get(request, () => this.#engine.search(request));
  }

  async rebuild(
    documents: AsyncIterable<SearchDocument[]>,
    onProgress?: (done: number) => void,
  ): Promise<number> {
    await this.#engine.beginRebuild();
    try {
      let done = 0;
      for await (const batch of documents) {
        await this.#engine.takeForRebuild(batch);
        done += batch.length;
        onProgress?.(done);
      }
      const held = await this.#engine.finishRebuild();
      this.#wasRecreated = false;
      this.#answers.changed();
      return held;
    } catch (error) {
      // What went wrong first is what the caller has to know.
      await this.#engine.abandonRebuild().catch(() => undefined);
      throw error;
    }
  }

  async settled(): Promise<void> {
    await this.#engine.settled();
  }

  async persist(): Promise<void> {
    await this.#engine.persist();
  }

  async count(): Promise<number> {
    return this.#engine.count();
  }

  async close(): Promise<void> {
    this.#closing ??= this.#engine.close();
    await this.#closing;
  }

  /** Large writes travel in pieces, so that searches get their turn in between. */
  async #write(changes: IndexChange[]): Promise<void> {
    const pieces: Promise<void>[] = [];
    for (let at = 0; at < changes.length; at += CHANGES_PER_MESSAGE) {
      pieces.push(this.#engine.write(changes.slice(at, at + CHANGES_PER_MESSAGE)));
    }
    try {
      await Promise.all(pieces);
    } finally {
      this.#answers.changed();
    }
  }
}

/** Uncompiled sources (the test runner's) cannot be started as a thread: there the engine runs on this one. */
function startEngine(): EngineWork {
  if (import.meta.url.endsWith('.ts')) return new EngineHost();
  return new EngineThread(new URL('./embedded-worker.js', import.meta.url));
}
