import { Injectable } from '@nestjs/common';
import { listVisibleTitles } from '../entities/entities.cypher.js';
import { Graph } from '../graph/graph.js';
import type { AnyEvent } from './event.js';
import { CompletesEvents, type EventCompletion } from './event-completion.js';
import { ENTITY_REF, keysOfRefs, mapRefs } from './named-refs.js';

/** Gives the entities in events that were read from the log the titles of now. Hidden ones are left out. */
@Injectable()
@CompletesEvents('all')
export class EntityTitles implements EventCompletion {
  constructor(private readonly graph: Graph) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const keys = [...new Set(events.flatMap(({ data }) => keysOfRefs(data, ENTITY_REF)))];
    if (keys.length === 0) return events;
    const rows = await this.graph.read(listVisibleTitles, { keys });
    const titles = new Map(rows.map(({ key, title }) => [key, title]));
    return events.map((event) => {
      const data = mapRefs(event.data, ENTITY_REF, (ref) => {
        const title = titles.get(String(ref.key));
        return title === undefined ? null : { ...ref, title };
      });
      return { ...event, data: data as AnyEvent['data'] };
    });
  }
}
