import { Injectable, Logger, type OnModuleInit, SetMetadata } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { markedProviders } from '../discovery/marked-providers.js';
import type { AnyEvent } from '../events/event.js';
import { EventDispatcher } from '../events/event-dispatcher.js';
import type { IndexSource } from './index-source.js';
import { type SearchDocument, SearchIndex } from './search-index.js';

const INDEX_SOURCE = 'minga:index-source';

/** Marks a provider as an {@link IndexSource}: what a room wants to be found. */
export function IndexedSource() {
  return SetMetadata(INDEX_SOURCE, true);
}

/** Keeps the search index in step with the graph, and builds it anew. */
@Injectable()
export class Indexer implements OnModuleInit {
  private readonly logger = new Logger('search');
  private readonly sources: IndexSource[] = [];
  private running: Promise<number> | null = null;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly dispatcher: EventDispatcher,
    private readonly index: SearchIndex,
  ) {}

  onModuleInit(): void {
    this.dispatcher.keepPendingUntil(() => this.index.persist());
    this.dispatcher.register({
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
    this.running ??= this.readEverything(onProgress).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  /** Rebuilds while everything else goes on; what is found meanwhile is what is there already. */
  rebuildInBackground(): void {
    this.rebuild().catch((error: unknown) => {
      this.logger.error(`the search index could not be rebuilt: ${String(error)}`);
    });
  }

  get isRebuilding(): boolean {
    return this.running !== null;
  }

  private async readEverything(onProgress?: (done: number) => void): Promise<number> {
    const count = await this.index.rebuild(this.allDocuments(), onProgress);
    this.logger.log(`search index rebuilt with ${count} documents`);
    return count;
  }

  /** How many documents a rebuild would take in. */
  async countDocuments(): Promise<number> {
    let count = 0;
    for await (const batch of this.allDocuments()) count += batch.length;
    return count;
  }

  private add(source: IndexSource): void {
    this.sources.push(source);
    const handleAll = async (events: AnyEvent[]) => {
      const keys = [...new Set(events.flatMap((event) => source.keysFor(event)))];
      if (keys.length === 0) return;
      const { put, remove } = await source.load(keys);
      if (put.length > 0) await this.index.put(put);
      if (remove.length > 0) await this.index.remove(remove);
    };
    this.dispatcher.register({
      name: `index-${source.type}`,
      hears: new Set(source.hears),
      handle: (event) => handleAll([event]),
      handleAll,
    });
  }

  private async *allDocuments(): AsyncIterable<SearchDocument[]> {
    for (const source of this.sources) yield* source.all();
  }
}
