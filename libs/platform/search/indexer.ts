import { Injectable, Logger, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Bus } from '../bus/bus.js';
import { reasonOf } from '../config/invalid-settings.js';
import { markedProviders } from '../discovery/marked-providers.js';
import type { AnyEvent } from '../events/event.js';
import { EVENTS_CHANNEL, EventDispatcher } from '../events/event-dispatcher.js';
import type { RegisteredListener } from '../events/listener.js';
import { Turns } from '../graph/turns.js';
import type { IndexSource } from './index-source.js';
import { type SearchDocument, SearchIndex } from './search-index.js';

const INDEX_SOURCE = 'minga:index-source';
const REBUILD_TURN = 'rebuild-the-search-index';

/** So many documents are in memory at once: an event may tell of many, and some events together of thousands. */
const DOCUMENTS_AT_ONCE = 200;

/** Marks a provider as an {@link IndexSource}: what a room wants to be found. */
export function IndexedSource() {
  return SetMetadata(INDEX_SOURCE, true);
}

/** Keeps the search index in step with the graph, and builds it anew. */
@Injectable()
export class Indexer implements OnModuleInit {
  private readonly logger = new Logger('search');
  private readonly sources: IndexSource[] = [];
  private readonly listeners: RegisteredListener[] = [];
  private running: Promise<number> | null = null;
  private isWanted = false;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly dispatcher: EventDispatcher,
    private readonly index: SearchIndex,
    private readonly turns: Turns,
    private readonly bus: Bus,
  ) {}

  onModuleInit(): void {
    this.dispatcher.keepPendingUntil(() => this.index.persist());
    this.register({
      name: 'forget-what-was-removed',
      hears: new Set(['entities.removed']),
      handle: (event) => this.index.remove(event.data.keys as string[]),
    });
    const marked = markedProviders<IndexSource, true>(this.discovery, this.reflector, INDEX_SOURCE);
    for (const { provider } of marked) this.add(provider);
  }

  /**
   * Reads everything that can be found out of the graph into a fresh index; the old one answers meanwhile. Whoever
   * asks during a rebuild waits for that one: it takes in what changes while it runs.
   */
  rebuild(onProgress?: (done: number) => void): Promise<number> {
    this.isWanted = true;
    return this.start(() => this.turns.take(REBUILD_TURN, () => this.readEverything(onProgress)));
  }

  /** Fills an index that was never filled whole. Of several processes that share it, the first does; the others wait. */
  fill(onProgress?: (done: number) => void): Promise<number> {
    return this.start(() =>
      this.turns.take(REBUILD_TURN, async () => {
        const isDone = this.index.isShared && !this.isWanted && (await this.index.isSound());
        return isDone ? this.index.count() : this.readEverything(onProgress);
      }),
    );
  }

  /** Lets the rebuild go on while everything else does. One that fails is begun again by whoever keeps the index. */
  inBackground(work: Promise<number>): void {
    work.catch((error: unknown) => {
      const why = reasonOf((error as { cause?: unknown }).cause ?? error);
      this.logger.error(`the search index could not be made anew, and is tried again: ${why}`);
    });
  }

  get isRebuilding(): boolean {
    return this.running !== null;
  }

  /** A rebuild was asked for and has not succeeded, or the index was never filled. */
  get isNeeded(): boolean {
    return this.isWanted || this.index.wasRecreated;
  }

  /** How many documents a rebuild would take in. */
  async countDocuments(): Promise<number> {
    let count = 0;
    for await (const batch of this.allDocuments()) count += batch.length;
    return count;
  }

  private start(work: () => Promise<number>): Promise<number> {
    this.running ??= work().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async readEverything(onProgress?: (done: number) => void): Promise<number> {
    const others = this.index.isShared ? await this.listenToOthers() : null;
    try {
      const count = await this.index.rebuild(this.allDocuments(), onProgress);
      this.isWanted = false;
      this.logger.log(`search index rebuilt with ${count} documents`);
      return count;
    } finally {
      await others?.catchUp();
    }
  }

  /** What other processes put into the index while it is replaced is put into the new one once more. */
  private async listenToOthers(): Promise<{ catchUp(): Promise<void> }> {
    const heard: AnyEvent[] = [];
    const end = await this.bus.subscribe(EVENTS_CHANNEL, (event) => {
      heard.push(event as unknown as AnyEvent);
    });
    return {
      catchUp: async () => {
        await end();
        for (const { hears, handle } of this.listeners) {
          for (const event of heard) if (hears.has(event.type)) await handle(event);
        }
      },
    };
  }

  private add(source: IndexSource): void {
    this.sources.push(source);
    const handleAll = async (events: AnyEvent[]) => {
      const keys = [...new Set(events.flatMap((event) => source.keysFor(event)))];
      for (let first = 0; first < keys.length; first += DOCUMENTS_AT_ONCE) {
        await this.takeIn(source, keys.slice(first, first + DOCUMENTS_AT_ONCE));
      }
    };
    this.register({
      name: `index-${source.type}`,
      hears: new Set(source.hears),
      handle: (event) => handleAll([event]),
      handleAll,
    });
  }

  private async takeIn(source: IndexSource, keys: string[]): Promise<void> {
    const { put, remove } = await source.load(keys);
    if (put.length > 0) await this.index.put(put);
    if (remove.length > 0) await this.index.remove(remove);
  }

  private register(listener: RegisteredListener): void {
    this.listeners.push(listener);
    this.dispatcher.register(listener);
  }

  private async *allDocuments(): AsyncIterable<SearchDocument[]> {
    for (const source of this.sources) yield* source.all();
  }
}
