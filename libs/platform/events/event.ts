/**
 * What each event carries. Rooms add theirs in their `contracts.ts` by
 * `declare module '…/platform/events/event.js' { interface EventMap { … } }`, names in the past tense.
 * The data is sent to everyone who may join the event's room: put nothing in it that some of them may not see.
 */
// biome-ignore lint/suspicious/noEmptyInterface: rooms fill it by declaration merging
export interface EventMap {}

export type EventType = keyof EventMap & string;

/** An event as it is written: where it happened, what, by whom. */
export interface NewEvent<Type extends EventType = EventType> {
  /** `thread:ID`, `case:ID`, `person:ID`: numbers run per room, and sockets join by it. */
  room: string;
  type: Type;
  data: EventMap[Type];
  /**
   * The part of the data that the log keeps, where an `EventCompletion` fills in the rest; else it keeps all, but for
   * the names of people and entities, which are read anew (`named-refs.ts`).
   */
  kept?: Partial<EventMap[Type]>;
}

/** An event as it was written. `seq` counts from 1 within the room, without gaps. */
export interface StoredEvent<Type extends EventType = EventType> extends Omit<NewEvent<Type>, 'kept'> {
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** An event of any type, as a listener for several types receives it. */
export interface AnyEvent {
  room: string;
  seq: number;
  type: string;
  at: string;
  data: Record<string, unknown>;
}
