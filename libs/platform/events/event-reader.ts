import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { markedProviders } from '../discovery/marked-providers.js';
import { Graph } from '../graph/graph.js';
import type { AnyEvent } from './event.js';
import { type CompletedTypes, EVENT_COMPLETION, type EventCompletion } from './event-completion.js';
import { type EventRow, toEvent } from './event-row.js';
import { listEventsByKey, listPendingEvents } from './events.cypher.js';

/** Reads events out of the log, whole again: with the words and names of now, of what everyone may still see. */
@Injectable()
export class EventReader implements OnModuleInit {
  private completions: { hears: (event: AnyEvent) => boolean; completion: EventCompletion }[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.completions = markedProviders<EventCompletion, CompletedTypes>(
      this.discovery,
      this.reflector,
      EVENT_COMPLETION,
    ).map(({ provider, mark }) => {
      const types = new Set<string>(mark === 'all' ? [] : mark);
      return { hears: ({ type }) => mark === 'all' || types.has(type), completion: provider };
    });
  }

  /** By key (`room#seq`); those that are not there are left out. */
  async listByKey(keys: string[]): Promise<AnyEvent[]> {
    return this.complete(await this.graph.read(listEventsByKey, { keys }));
  }

  /** Events whose listeners have not all finished, oldest first. */
  async listPending(limit: number): Promise<AnyEvent[]> {
    return this.complete(await this.graph.read(listPendingEvents, { limit }));
  }

  private async complete(rows: EventRow[]): Promise<AnyEvent[]> {
    let events = rows.map(toEvent);
    for (const { hears, completion } of this.completions) {
      const partial = events.filter(hears);
      if (partial.length === 0) continue;
      const completed = (await completion.complete(partial)).values();
      events = events.map((event) => (hears(event) ? (completed.next().value ?? event) : event));
    }
    return events;
  }
}
