import { Worker } from 'node:worker_threads';
import { DomainError } from '../../errors/domain-error.js';
import { isStartLean } from '../../memory/lean-start.js';
import type { SearchAnswer, SearchDocument, SearchHit, SearchRequest } from '../search-index.js';
import type { EngineWork } from './engine-host.js';
import type { IndexChange } from './index-engine.js';

/** A call on its way to the worker. */
export interface EngineCall {
  id: number;
  method: keyof EngineWork;
  args: unknown[];
}

/** The worker's answer to one call. */
export type EngineReply = { id: number } & (
  | { value: unknown }
  | { answer: string; hits: { json: string; count: number } }
  | { error: unknown }
);

/** What lives long lies outside of the heap; more room for what does not would only be memory in use. */
const YOUNG_MB = 16;

/** Searches that may wait at once: with these, the last one waits for about half a second. */
const MOST_SEARCHING = 300;

interface WaitingCall {
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

/** The engine in a worker thread, so that a long search never holds up the requests of this one. */
export class EngineThread implements EngineWork {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, WaitingCall>();
  #lastId = 0;
  #searching = 0;
  #broken: Error | null = null;

  constructor(file: URL) {
    this.#worker = new Worker(file, {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      workerData: { isLean: isStartLean() },
    });
    this.#worker.on('message', (reply: EngineReply) => this.#settle(reply));
    this.#worker.on('error', (error) => {
      this.#fail(new Error('The search thread has failed', { cause: error }));
    });
    this.#worker.on('exit', () => this.#fail(new Error('The search index is closed')));
  }

  open(path: string): Promise<{ wasFilled: boolean }> {
    return this.#call('open', path);
  }

  write(changes: IndexChange[]): Promise<void> {
    return this.#call('write', changes);
  }

  /** Whoever would have to wait for very many others is told so at once. */
  async search(request: SearchRequest): Promise<SearchAnswer> {
    if (this.#searching >= MOST_SEARCHING) throw new DomainError('unavailable', 'platform/unavailable');
    this.#searching++;
    try {
      return await this.#call<SearchAnswer>('search', request);
    } finally {
      this.#searching--;
    }
  }

  settled(): Promise<void> {
    return this.#call('settled');
  }

  persist(): Promise<void> {
    return this.#call('persist');
  }

  isSound(): Promise<boolean> {
    return this.#call('isSound');
  }

  count(): Promise<number> {
    return this.#call('count');
  }

  beginRebuild(): Promise<void> {
    return this.#call('beginRebuild');
  }

  takeForRebuild(documents: SearchDocument[]): Promise<void> {
    return this.#call('takeForRebuild', documents);
  }

  finishRebuild(): Promise<number> {
    return this.#call('finishRebuild');
  }

  abandonRebuild(): Promise<void> {
    return this.#call('abandonRebuild');
  }

  async close(): Promise<void> {
    try {
      await this.#call<void>('close');
    } finally {
      await this.#worker.terminate();
    }
  }

  #call<Value>(method: keyof EngineWork, ...args: unknown[]): Promise<Value> {
    return new Promise<Value>((resolve, reject) => {
      if (this.#broken) {
        reject(this.#broken);
        return;
      }
      const id = ++this.#lastId;
      this.#worker.postMessage({ id, method, args } satisfies EngineCall);
      this.#waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
    });
  }

  #settle(reply: EngineReply): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if ('error' in reply) waiting?.reject(reply.error);
    else if ('answer' in reply) waiting?.resolve(readAnswer(reply.answer, reply.hits));
    else waiting?.resolve(reply.value);
  }

  #fail(error: Error): void {
    this.#broken ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#broken);
    this.#waiting.clear();
  }
}

/** The hits are read when they are looked at. */
function readAnswer(answer: string, readyHits: { json: string; count: number }): SearchAnswer {
  let hits: SearchHit[] | undefined;
  return {
    ...(JSON.parse(answer) as Omit<SearchAnswer, 'hits'>),
    readyHits,
    get hits() {
      hits ??= JSON.parse(readyHits.json) as SearchHit[];
      return hits;
    },
  };
}
