import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { keysOfRefs, mapRefs, PERSON_REF } from '../platform/events/named-refs.js';
import { Graph } from '../platform/graph/graph.js';
import { listNames } from './identity.cypher.js';

/** Gives people in events that were read from the log the names that they have now, not those they once had. */
@Injectable()
@CompletesEvents('all')
export class PeopleNames implements EventCompletion {
  constructor(private readonly graph: Graph) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const ids = [...new Set(events.flatMap(({ data }) => keysOfRefs(data, PERSON_REF)))];
    if (ids.length === 0) return events;
    const rows = await this.graph.read(listNames, { ids });
    const names = new Map(rows.map(({ id, name }) => [id, name]));
    return events.map((event) => {
      const data = mapRefs(event.data, PERSON_REF, (ref) => ({
        ...ref,
        name: names.get(String(ref.id)) ?? '',
      }));
      return { ...event, data: data as AnyEvent['data'] };
    });
  }
}
