/**
 * The bus port: tells every process what happened in one of them. It carries hints to look at the graph (a room
 * has a new event, a cache entry is stale), never the only copy of anything. Two engines stand behind it: one for
 * a single process (`InProcessBus`) and Redis Streams (`RedisBus`).
 */

/** What JSON can hold. */
export type BusMessage =
  | null
  | boolean
  | number
  | string
  | BusMessage[]
  | { [key: string]: BusMessage | undefined };

/**
 * Called with one message at a time, in the order of the channel; the next waits until the promise resolves. All
 * handlers get the same message, which cannot be changed.
 */
export type BusHandler = (message: BusMessage) => void | Promise<void>;

/**
 * Told of a handler that threw, with its channel: the message counts as handled and the next one follows. Told with
 * null of trouble with the connection, once until it is mended, which the bus does by itself.
 */
export type BusErrorListener = (error: unknown, channel: string | null) => void;

export abstract class Bus {
  /** Whether there is a server between this process and others. */
  abstract readonly isShared: boolean;

  /**
   * Whether other processes can be heard now. While they cannot, whatever is remembered on the word of the bus may be
   * out of date: ask the graph.
   */
  abstract readonly isUp: boolean;

  /** Resolves when the bus has taken the message, not when it was handled. */
  abstract publish(channel: string, message: BusMessage): Promise<void>;

  /**
   * Hears every message published on the channel, by any process, after this resolves. Messages come in the order
   * of publication, at least once: a handler must bear a repeated one.
   * @returns ends the subscription; no further call of the handler starts after it was called
   */
  abstract subscribe(channel: string, handler: BusHandler): Promise<() => Promise<void>>;

  /** Ends all subscriptions, waits for running handlers and lets go of connections. */
  abstract close(): Promise<void>;
}
