import { type EnqueuedTask, Meilisearch, MeilisearchApiError, type Task } from 'meilisearch';
import { type SearchAnswer, type SearchDocument, SearchIndex, type SearchRequest } from '../search-index.js';
import { type MeiliDocument, primaryKey, toMeiliDocument } from './meili-documents.js';
import { INDEX_SETTINGS, toMeiliQueries, toSearchAnswer } from './meili-query.js';

export interface MeiliOptions {
  url: string;
  key?: string;
  /** Letters, digits, `-` and `_`. */
  indexName: string;
}

/** What a key is to hold: a document, or nothing. */
type Change = SearchDocument | null;

const GROUP_MS = 20;
const REQUEST_TIMEOUT_MS = 30_000;
const DOCUMENTS_PER_TASK = 1_000;
const MOST_TASKS_REMEMBERED = 500;
/** A task may wait behind many others; how long is for the caller to decide. */
const WAIT_WITHOUT_LIMIT = { timeout: 0, interval: 25 };

/**
 * Full-text search by a Meilisearch server. Writes are tasks there: durable once accepted, visible once done. During
 * a rebuild only the writes of this process are carried over, so one process should do all the indexing.
 */
export class MeiliSearchIndex extends SearchIndex {
  readonly #client: Meilisearch;
  readonly #name: string;
  #wasRecreated = false;
  /** Changes of the last few milliseconds; the latest per key counts. */
  #gathered = new Map<string, Change>();
  #nextFlush: Promise<void> | null = null;
  /** Keeps tasks in the order of the writes. */
  #queue: Promise<unknown> = Promise.resolve();
  #tasks: EnqueuedTask[] = [];
  /** Changes made while a rebuild runs: newer than what its source delivers. */
  #sinceRebuild: Map<string, Change> | null = null;

  constructor(options: MeiliOptions) {
    super();
    this.#name = options.indexName;
    this.#client = new Meilisearch({
      host: options.url,
      apiKey: options.key,
      timeout: REQUEST_TIMEOUT_MS,
      // On a local network, unpacking an answer costs more than its transfer.
      requestInit: { headers: { 'accept-encoding': 'identity' } },
    });
  }

  /** Connects, and creates the index with its settings where it is missing. */
  static async open(options: MeiliOptions): Promise<MeiliSearchIndex> {
    const index = new MeiliSearchIndex(options);
    await index.#createIndex(options.indexName);
    index.#wasRecreated = (await index.count()) === 0;
    return index;
  }

  get wasRecreated(): boolean {
    return this.#wasRecreated;
  }

  /** What the server keeps is its own affair. */
  async isSound(): Promise<boolean> {
    return true;
  }

  async recreate(): Promise<void> {}

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
    const queries = toMeiliQueries(request, this.#name);
    const { results } = await this.#client.multiSearch<{ queries: typeof queries }, MeiliDocument>({
      queries,
    });
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
      await this.#dropIndex(building);
      await this.#createIndex(building);
      let done = 0;
      let last: EnqueuedTask[] = [];
      for await (const batch of documents) {
        // One batch is taken in while the next is read, and no more: the server's queue stays short.
        await this.#waitFor(last);
        last = await this.#enqueue(building, new Map(batch.map((document) => [document.key, document])));
        done += batch.length;
        onProgress?.(done);
      }
      await this.#waitFor(last);
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
    await this.#waitFor(this.#tasks.splice(0));
  }

  /** The server has kept it when it takes it. */
  async persist(): Promise<void> {}

  async count(): Promise<number> {
    return (await this.#client.index(this.#name).getStats()).numberOfDocuments;
  }

  async close(): Promise<void> {
    await this.#nextFlush;
    await this.#queue;
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

  /** Carries the latest changes over and puts the new index in place, with no write in between. */
  async #swap(building: string): Promise<void> {
    const tasks = await this.#inOrder(async () => {
      const latest = await this.#enqueue(building, this.#sinceRebuild ?? new Map<string, Change>());
      const swap = await this.#client.swapIndexes([{ indexes: [this.#name, building], rename: false }]);
      return [...latest, swap];
    });
    await this.#waitFor(tasks);
  }

  async #enqueue(indexName: string, changes: ReadonlyMap<string, Change>): Promise<EnqueuedTask[]> {
    const index = this.#client.index<MeiliDocument>(indexName);
    const put = [...changes.values()].filter((change) => change !== null).map(toMeiliDocument);
    const removed = [...changes].filter(([, change]) => change === null).map(([key]) => primaryKey(key));
    const tasks: EnqueuedTask[] = [];
    for (let at = 0; at < put.length; at += DOCUMENTS_PER_TASK) {
      tasks.push(await index.addDocuments(put.slice(at, at + DOCUMENTS_PER_TASK), { primaryKey: 'id' }));
    }
    if (removed.length > 0) tasks.push(await index.deleteDocuments(removed));
    return tasks;
  }

  async #createIndex(name: string): Promise<void> {
    if (await this.#isMissing(name)) {
      await this.#waitFor([await this.#client.createIndex(name, { primaryKey: 'id' })]);
    }
    await this.#waitFor([await this.#client.index(name).updateSettings(INDEX_SETTINGS)]);
  }

  async #dropIndex(name: string): Promise<void> {
    if (await this.#isMissing(name)) return;
    await this.#waitFor([await this.#client.deleteIndex(name)]);
  }

  async #isMissing(name: string): Promise<boolean> {
    try {
      await this.#client.getRawIndex(name);
      return false;
    } catch (error) {
      if (error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found') return true;
      throw error;
    }
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

  async #waitFor(tasks: EnqueuedTask[]): Promise<void> {
    for (const task of tasks) refuseFailed(await this.#client.tasks.waitForTask(task, WAIT_WITHOUT_LIMIT));
  }
}

function refuseFailed(task: Task): void {
  if (task.status === 'succeeded') return;
  throw new Error(
    `Meilisearch could not complete the task ${task.type}: ${task.error?.message ?? task.status}`,
  );
}
