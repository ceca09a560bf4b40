import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { Graph } from '../platform/graph/graph.js';
import { findThread, type ThreadRow } from './discussions.cypher.js';

/** Gives events about threads that were read from the log the words of now: the title, and why it is closed. */
@Injectable()
@CompletesEvents(['discussions.thread-started', 'discussions.thread-closed'])
export class ThreadEvents implements EventCompletion {
  constructor(private readonly graph: Graph) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const threads = new Map<unknown, ThreadRow | undefined>();
    for (const id of new Set(events.map(({ data }) => String(data.threadId))))
      threads.set(id, (await this.graph.read(findThread, { id }))[0]);
    return events.map((event) => {
      const { title = '', closedReason = null } = threads.get(event.data.threadId) ?? {};
      const words = event.type === 'discussions.thread-started' ? { title } : { reason: closedReason ?? '' };
      return { ...event, data: { ...event.data, ...words } };
    });
  }
}
