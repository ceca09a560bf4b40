import type { EnqueuedTask, MultiSearchQuery, MultiSearchResult } from 'meilisearch';
import { InvalidSettings } from '../../config/invalid-settings.js';
import { unavailable } from '../../errors/domain-error.js';
import { type SearchAnswer, type SearchDocument, SearchIndex, type SearchRequest } from '../search-index.js';
import {
  filled,
  type MeiliDocument,
  primaryKey,
  STATE_ID,
  stateDocument,
  toMeiliDocument,
} from './meili-documents.js';
import { queryParts, toMeiliQueries, toPartQuery, toSearchAnswer } from './meili-query.js';
import { MeiliServer } from './meili-server.js';
import { INDEX_SETTINGS, INDEX_SHAPE } from './meili-settings.js';

export interface MeiliOptions {
  url: string;
  key?: string;
  /** Letters, digits, `-` and `_`. */
  indexName: string;
}

/** What a key is to hold: a document, or nothing. */
type Change = SearchDocument | null;

const GROUP_MS = 20;
const DOCUMENTS_PER_TASK = 1_000;
/** The server joins tasks that wait; with more of them a rebuild would hold all its documents in its queue. */
const TASKS_AHEAD = 4;
const MOST_TASKS_REMEMBERED = 500;

const FILLING = 'filling';
/** The server would make an index anew of what it is sent, as if nothing had been before. */
const LOST = 'Meilisearch has lost its data while the index was made';

/**
 * Full-text search by a Meilisearch server. Writes are tasks there: durable once accepted, visible once done. Nothing
 * is asked of a server that is away; whoever writes is told, and comes again.
 */
export class MeiliSearchIndex extends SearchIndex {
  readonly isShared = true;
  readonly #server: MeiliServer;
  readonly #name: string;
  #wasRecreated = true;
  /** Changes of the last few milliseconds; the latest per key counts. */
  #gathered = new Map<string, Change>();
  #nextFlush: Promise<void> | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #tasks: EnqueuedTask[] = [];
  /** Changes made while a rebuild runs: newer than what its source delivers. */
  #sinceRebuild: Map<string, Change> | null = null;

  private constructor(options: MeiliOptions) {
    super();
    this.#name = options.indexName;
    this.#server = new MeiliServer(options);
  }

  /**
   * Connects, and creates the index with its settings where it is missing. A server that is away is waited for by
   * whoever keeps the index: see {@link isSound}.
   * @throws {InvalidSettings} when the server refuses the key, is too old, or is another program
   */
  static async open(options: MeiliOptions): Promise<MeiliSearchIndex> {
    const index = new MeiliSearchIndex(options);
    try {
      await index.#server.verify();
      if (!(await index.isSound())) await index.recreate();
    } catch (error) {
      if (error instanceof InvalidSettings) throw error;
    }
    return index;
  }

  get wasRecreated(): boolean {
    return this.#wasRecreated;
  }

  answers(): Promise<boolean> {
    return this.#server.answers();
  }

  /** Whether it was filled whole, by this program as it is now: its mark goes with its data, and with half of it never came. */
  async isSound(): Promise<boolean> {
    this.#wasRecreated = !(await this.#isFilled());
    return !this.#wasRecreated;
  }

  async recreate(): Promise<void> {
    await this.#createIndex(this.#name);
    this.#wasRecreated = true;
  }

  async put(documents: SearchDocument[]): Promise<void> {
    await this.#gather(documents.map((document) => [document.key, document]));
  }

  async remove(keys: string[]): Promise<void> {
    await this.#gather(keys.map((key) => [key, null]));
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const begun = performance.now();
    // Whoever holds nothing finds nothing: the filter language has no empty list.
    if (request.audiences.length === 0) return toSearchAnswer(request, [], 0);
    const among = await this.#idsFoundByFirstParts(request);
    if (among?.length === 0) return toSearchAnswer(request, [], performance.now() - begun);
    const results = await this.#ask(toMeiliQueries(request, this.#name, among));
    return toSearchAnswer(request, results, performance.now() - begun);
  }

  async rebuild(
    documents: AsyncIterable<SearchDocument[]>,
    onProgress?: (done: number) => void,
  ): Promise<number> {
    if (this.#sinceRebuild) throw new Error('The search index is being rebuilt already');
    this.#sinceRebuild = new Map();
    const building = `${this.#name}_rebuild`;
    try {
      await this.#server.verify();
      await this.#dropIndex(building);
      await this.#createIndex(building);
      await this.#server.waitFor([await this.#say(building, FILLING)]);
      await this.#fill(building, documents, onProgress);
      if ((await this.#stateOf(building)) !== FILLING)
        throw unavailable('search/unavailable', new Error(LOST));
      await this.#swap(building);
      await this.#dropIndex(building);
      this.#wasRecreated = false;
      return await this.count();
    } finally {
      this.#sinceRebuild = null;
    }
  }

  async settled(): Promise<void> {
    await this.#nextFlush;
    await this.#queue;
    await this.#server.waitFor(this.#tasks.splice(0));
  }

  /** The server has kept it when it takes it. */
  async persist(): Promise<void> {}

  async count(): Promise<number> {
    const [stats, isFilled] = await Promise.all([
      this.#server.ask((client) => client.index(this.#name).getStats()),
      this.#isFilled(),
    ]);
    return stats.numberOfDocuments - (isFilled ? 1 : 0);
  }

  async close(): Promise<void> {
    await this.#nextFlush?.catch(() => undefined);
    await this.#queue;
  }

  async #ask(queries: MultiSearchQuery[]): Promise<MultiSearchResult<MeiliDocument>[]> {
    const { results } = await this.#server.ask((client) =>
      client.multiSearch<{ queries: MultiSearchQuery[] }, MeiliDocument>({ queries }),
    );
    return results;
  }

  /** A query of more words than the server takes at once is asked in parts, each among what the one before has found. */
  async #idsFoundByFirstParts(request: SearchRequest): Promise<string[] | null> {
    let among: string[] | null = null;
    for (const part of queryParts(request.q).slice(0, -1)) {
      const found = await this.#ask([toPartQuery(request, part, this.#name, among)]);
      among = (found[0]?.hits ?? []).map(({ key }) => primaryKey(key));
      if (among.length === 0) break;
    }
    return among;
  }

  /** Writes of the same few milliseconds become one task. */
  async #gather(changes: [string, Change][]): Promise<void> {
    if (changes.length === 0) return;
    for (const [key, change] of changes) this.#gathered.set(key, change);
    this.#nextFlush ??= new Promise((resolve) => setTimeout(resolve, GROUP_MS)).then(() => this.#flush());
    await this.#nextFlush;
  }

  async #flush(): Promise<void> {
    const changes = this.#gathered;
    this.#gathered = new Map();
    this.#nextFlush = null;
    await this.#inOrder(async () => {
      for (const [key, change] of changes) this.#sinceRebuild?.set(key, change);
      this.#remember(await this.#enqueue(this.#name, changes));
    });
  }

  /** However small the batches of the source are: a task costs the server as much with ten documents as with a thousand. */
  async #fill(
    building: string,
    documents: AsyncIterable<SearchDocument[]>,
    onProgress?: (done: number) => void,
  ): Promise<void> {
    const ahead: EnqueuedTask[] = [];
    let gathered = new Map<string, Change>();
    let done = 0;
    const send = async () => {
      ahead.push(...(await this.#enqueue(building, gathered)));
      gathered = new Map();
      await this.#server.waitFor(ahead.splice(0, ahead.length - TASKS_AHEAD));
    };
    for await (const batch of documents) {
      for (const document of batch) gathered.set(document.key, document);
      if (gathered.size >= DOCUMENTS_PER_TASK) await send();
      done += batch.length;
      onProgress?.(done);
    }
    await send();
    await this.#server.waitFor(ahead);
  }

  /** Carries the latest changes over and puts the new index in place, with no write in between. */
  async #swap(building: string): Promise<void> {
    // The server may have lost it meanwhile, and swaps only what is there.
    if (await this.#isMissing(this.#name)) await this.#createIndex(this.#name);
    const tasks = await this.#inOrder(async () => {
      const latest = await this.#enqueue(building, this.#sinceRebuild ?? new Map<string, Change>());
      const mark = await this.#say(building, filled(INDEX_SHAPE));
      const swap = await this.#server.order((client) =>
        client.swapIndexes([{ indexes: [this.#name, building], rename: false }]),
      );
      return [...latest, mark, swap];
    });
    await this.#server.waitFor(tasks);
  }

  async #enqueue(indexName: string, changes: ReadonlyMap<string, Change>): Promise<EnqueuedTask[]> {
    const put = [...changes.values()].filter((change) => change !== null).map(toMeiliDocument);
    const removed = [...changes].filter(([, change]) => change === null).map(([key]) => primaryKey(key));
    const tasks: EnqueuedTask[] = [];
    for (let at = 0; at < put.length; at += DOCUMENTS_PER_TASK) {
      const documents = put.slice(at, at + DOCUMENTS_PER_TASK);
      tasks.push(
        await this.#server.order((client) =>
          client.index<MeiliDocument>(indexName).addDocuments(documents, { primaryKey: 'id' }),
        ),
      );
    }
    if (removed.length > 0)
      tasks.push(await this.#server.order((client) => client.index(indexName).deleteDocuments(removed)));
    return tasks;
  }

  async #createIndex(name: string): Promise<void> {
    if (await this.#isMissing(name)) {
      await this.#server.waitFor([
        await this.#server.order((client) => client.createIndex(name, { primaryKey: 'id' })),
      ]);
    }
    await this.#server.waitFor([
      await this.#server.order((client) => client.index(name).updateSettings(INDEX_SETTINGS)),
    ]);
  }

  async #dropIndex(name: string): Promise<void> {
    if (await this.#isMissing(name)) return;
    await this.#server.waitFor([await this.#server.order((client) => client.deleteIndex(name))]);
  }

  async #isMissing(name: string): Promise<boolean> {
    return (await this.#server.find((client) => client.getRawIndex(name))) === null;
  }

  async #isFilled(): Promise<boolean> {
    return (await this.#stateOf(this.#name)) === filled(INDEX_SHAPE);
  }

  #say(name: string, state: string): Promise<EnqueuedTask> {
    const documents = [stateDocument(state)];
    return this.#server.order((client) =>
      client.index<MeiliDocument>(name).addDocuments(documents, { primaryKey: 'id' }),
    );
  }

  async #stateOf(name: string): Promise<string | null> {
    const state = await this.#server.find((client) =>
      client.index<MeiliDocument>(name).getDocument(STATE_ID, { fields: ['key'] }),
    );
    return state?.key ?? null;
  }

  async #inOrder<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  /** Tasks of one index are done in order, so that the later ones stand for those forgotten. */
  #remember(tasks: EnqueuedTask[]): void {
    this.#tasks.push(...tasks);
    if (this.#tasks.length > MOST_TASKS_REMEMBERED) this.#tasks.splice(0, MOST_TASKS_REMEMBERED / 2);
  }
}
