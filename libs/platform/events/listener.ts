import { SetMetadata } from '@nestjs/common';
import type { AnyEvent, EventType } from './event.js';

export const LISTENER = 'minga:listener';

export interface ListenerOptions {
  /** A sentence in the project's words, for example `index-post-when-published`. */
  name: string;
  hears: EventType[];
}

/**
 * Marks a provider as a listener. It is called at least once for every event it hears, also for those that were
 * written just before a crash, so handling an event twice must change nothing.
 */
export function Listener(options: ListenerOptions) {
  return SetMetadata(LISTENER, options);
}

export interface EventListener {
  handle(event: AnyEvent): Promise<void>;
}

/** A listener with its options, as the dispatcher holds it. */
export interface RegisteredListener {
  name: string;
  hears: ReadonlySet<string>;
  handle(event: AnyEvent): Promise<void>;
  /** All of them or, by failing, none: for listeners that work faster on many. */
  handleAll?(events: AnyEvent[]): Promise<void>;
}
