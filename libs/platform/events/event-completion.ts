import { SetMetadata } from '@nestjs/common';
import type { AnyEvent, EventType } from './event.js';

export const EVENT_COMPLETION = 'minga:event-completion';

/** The types of events that a completion is for. */
export type CompletedTypes = readonly EventType[] | 'all';

/** Marks a provider as an {@link EventCompletion} for events of these types. */
export function CompletesEvents(types: CompletedTypes) {
  return SetMetadata(EVENT_COMPLETION, types);
}

/**
 * Fills in what the log does not keep of events because it stands in the graph anyhow (`kept` of a new event). It is
 * told as it is now: words that were changed since are told changed.
 */
export interface EventCompletion {
  /** @returns the same events in the same order */
  complete(events: AnyEvent[]): Promise<AnyEvent[]>;
}
