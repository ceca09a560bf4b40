import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { Graph } from '../graph/graph.js';
import type { AnyEvent, EventType } from './event.js';
import { EVENT_COMPLETION, type EventCompletion } from './event-completion.js';
import { type EventRow, toEvent } from './event-row.js';
import { listEventsByKey, listPendingEvents } from './events.cypher.js';

/** Reads events out of the log, as whole as they were when they happened. */
@Injectable()
export class EventReader implements OnModuleInit {
  private readonly completions = new Map<string, EventCompletion>();

  constructor(
    private readonly graph: Graph,
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const { instance, metatype } of this.discovery.getProviders()) {
      if (!instance || !metatype) continue;
      const types = this.reflector.get<EventType[] | undefined>(EVENT_COMPLETION, metatype as () => unknown);
      for (const type of types ?? []) this.completions.set(type, instance as EventCompletion);
    }
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
    for (const completion of new Set(this.completions.values())) {
      const places = [...events.keys()].filter(
        (at) => this.completions.get(events[at]?.type ?? '') === completion,
      );
      if (places.length === 0) continue;
      const whole = await completion.complete(places.flatMap((at) => events[at] ?? []));
      for (const [index, at] of places.entries()) events[at] = whole[index] ?? events[at]!;
    }
    return events;
  }
}
