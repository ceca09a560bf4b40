import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { markedProviders } from '../discovery/marked-providers.js';
import { Graph } from '../graph/graph.js';
import type { AnyEvent, EventType } from './event.js';
import { EVENT_COMPLETION, type EventCompletion } from './event-completion.js';
import { type EventRow, toEvent } from './event-row.js';
import { listEventsByKey, listPendingEvents } from './events.cypher.js';

/** Reads events out of the log, as whole as they were when they happened. */
@Injectable()
export class EventReader implements OnModuleInit {
  private completions: { types: ReadonlySet<string>; completion: EventCompletion }[] = [];

  constructor(
    private readonly graph: Graph,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.completions = markedProviders<EventCompletion, EventType[]>(
      this.discovery,
      this.reflector,
      EVENT_COMPLETION,
    ).map(({ provider, mark }) => ({ types: new Set(mark), completion: provider }));
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
    const events = rows.map(toEvent);
    const whole = new Map<AnyEvent, AnyEvent | undefined>();
    for (const { types, completion } of this.completions) {
      const partial = events.filter(({ type }) => types.has(type));
      if (partial.length === 0) continue;
      const completed = await completion.complete(partial);
      for (const [at, event] of partial.entries()) whole.set(event, completed[at]);
    }
    return events.map((event) => whole.get(event) ?? event);
  }
}
