import { Injectable, Logger } from '@nestjs/common';
import { Bus, type BusMessage } from '../bus/bus.js';
import { DomainError } from '../errors/domain-error.js';
import { Graph } from '../graph/graph.js';
import type { AnyEvent } from './event.js';
import { EventReader } from './event-reader.js';
import { eventKey } from './event-row.js';
import { markEventsDelivered } from './events.cypher.js';
import type { RegisteredListener } from './listener.js';

/** The channel on which every committed event reaches every process. */
export const EVENTS_CHANNEL = 'events';

/** Listeners wait so long for more events: ten together cost them little more than one. */
const COMPANY_MS = 20;
const MARK_AFTER_MS = 250;
const RECOVER_BATCH = 500;
const MOST_AT_ONCE = 200;
const PUBLISH_AGAIN_MS = 1000;
const RETRY_DELAYS_MS = [50, 500, 3000];

/**
 * Carries committed events to sockets (at once, through the bus) and to listeners (in order). An event
 * stays marked as pending in the graph until every listener has handled it, so a crash delays listeners but never
 * loses an event.
 */
@Injectable()
export class EventDispatcher {
  private readonly logger = new Logger('events');
  private readonly listeners: RegisteredListener[] = [];
  private readonly persisted: (() => Promise<void>)[] = [];
  private waiting: AnyEvent[] = [];
  private work: Promise<void> | null = null;
  /** Ends the waiting for company. */
  private beginNow: () => void = () => undefined;
  private readonly retries = new Set<Promise<void>>();
  private delivered: string[] = [];
  private markTimer: NodeJS.Timeout | null = null;
  /** The latest event of each room that the bus has not taken. */
  private readonly unheard = new Map<string, AnyEvent>();
  private publishTimer: NodeJS.Timeout | null = null;

  constructor(
    private readonly graph: Graph,
    private readonly bus: Bus,
    private readonly reader: EventReader,
  ) {}

  register(listener: RegisteredListener): void {
    this.listeners.push(listener);
  }

  /**
   * For listeners that keep what they make of events, but do not wait for the disk each time: events stay pending until
   * this has resolved after they were handled. It is asked once for many events.
   */
  keepPendingUntil(persisted: () => Promise<void>): void {
    this.persisted.push(persisted);
  }

  dispatch(event: AnyEvent): void {
    this.publish(event);
    this.waiting.push(event);
    this.work ??= this.deliverWaiting();
  }

  /** Delivers what a crash left undelivered. Call once the listeners are registered. */
  async recover(): Promise<number> {
    let total = 0;
    for (;;) {
      const events = await this.reader.listPending(RECOVER_BATCH);
      if (events.length === 0) return total;
      await this.deliver(events);
      const marked = await this.markDelivered();
      total += marked;
      // A listener that fails on every event must not turn this into an endless loop.
      if (marked === 0) return total;
    }
  }

  /** Resolves when all events dispatched so far have been handled, or given up on, and marked. */
  async settled(): Promise<void> {
    this.beginNow();
    await this.work;
    await Promise.all(this.retries);
    await this.markDelivered();
  }

  /**
   * Resolves when all events dispatched so far have been handled once, well or not. Whoever makes very many waits for it
   * now and then, so that they do not pile up in memory.
   */
  async caughtUp(): Promise<void> {
    this.beginNow();
    await this.work;
  }

  /** Events that come while others are being handled are handled together after them. */
  private async deliverWaiting(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, COMPANY_MS);
      this.beginNow = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    while (this.waiting.length > 0) await this.deliver(this.waiting.splice(0, MOST_AT_ONCE));
    this.work = null;
  }

  /**
   * Sockets close a gap from the log as soon as they hear of a later event of their room: so of those that did not
   * reach the bus, the latest of each room is enough.
   */
  private publish(event: AnyEvent): void {
    this.bus.publish(EVENTS_CHANNEL, event as unknown as BusMessage).catch((error: unknown) => {
      if (this.unheard.size === 0) this.logger.error(`events do not reach the bus: ${String(error)}`);
      const known = this.unheard.get(event.room);
      if (!known || known.seq < event.seq) this.unheard.set(event.room, event);
      this.publishTimer ??= setTimeout(() => this.publishUnheard(), PUBLISH_AGAIN_MS).unref();
    });
  }

  private publishUnheard(): void {
    this.publishTimer = null;
    const events = [...this.unheard.values()];
    this.unheard.clear();
    for (const event of events) this.publish(event);
  }

  private async deliver(events: AnyEvent[]): Promise<void> {
    const failures = new Map<AnyEvent, RegisteredListener[]>();
    for (const listener of this.listeners) {
      const heard = events.filter((event) => listener.hears.has(event.type));
      for (const event of await this.failuresOf(listener, heard)) {
        failures.set(event, [...(failures.get(event) ?? []), listener]);
      }
    }
    for (const event of events) {
      const failed = failures.get(event);
      if (failed) this.retryLater(failed, event);
      else this.noteDelivered(event);
    }
  }

  /** The events that the listener could not handle: all at once where it can, else one after the other. */
  private async failuresOf(listener: RegisteredListener, events: AnyEvent[]): Promise<AnyEvent[]> {
    if (events.length > 1 && listener.handleAll) {
      try {
        await listener.handleAll(events);
        return [];
      } catch {
        // One bad event must not fail the others: each is tried alone, and says why it failed.
      }
    }
    const failed: AnyEvent[] = [];
    for (const event of events) if (!(await this.tryToHandle(listener, event))) failed.push(event);
    return failed;
  }

  /** Tries again beside the queue, so that one bad event does not hold up those behind it. */
  private retryLater(listeners: RegisteredListener[], event: AnyEvent): void {
    const retry = this.retryAll(listeners, event).finally(() => this.retries.delete(retry));
    this.retries.add(retry);
  }

  private async retryAll(listeners: RegisteredListener[], event: AnyEvent): Promise<void> {
    let failing = listeners;
    for (const delay of RETRY_DELAYS_MS) {
      await new Promise((resolve) => setTimeout(resolve, delay));
      const stillFailing: RegisteredListener[] = [];
      for (const listener of failing) {
        if (!(await this.tryToHandle(listener, event))) stillFailing.push(listener);
      }
      failing = stillFailing;
      if (failing.length === 0) return this.noteDelivered(event);
    }
    const names = failing.map((listener) => listener.name).join(', ');
    this.logger.error(`${names} gave up on ${eventKey(event)}; it is tried again later`);
  }

  private async tryToHandle(listener: RegisteredListener, event: AnyEvent): Promise<boolean> {
    try {
      await listener.handle(event);
      return true;
    } catch (error) {
      // An engine that is away is told by whoever speaks to it; where it happened says nothing.
      const isAway = error instanceof DomainError && error.kind === 'unavailable';
      const why = isAway ? error.code : ((error as { stack?: string } | null)?.stack ?? String(error));
      this.logger.warn(`${listener.name} failed on ${event.type} ${eventKey(event)}: ${why}`);
      return false;
    }
  }

  private noteDelivered(event: AnyEvent): void {
    this.delivered.push(eventKey(event));
    this.markTimer ??= setTimeout(() => void this.markDelivered(), MARK_AFTER_MS);
  }

  private async markDelivered(): Promise<number> {
    if (this.markTimer) clearTimeout(this.markTimer);
    this.markTimer = null;
    const keys = this.delivered;
    this.delivered = [];
    if (keys.length === 0) return 0;
    try {
      for (const persisted of this.persisted) await persisted();
      await this.graph.write((tx) => tx.run(markEventsDelivered, { keys }));
      return keys.length;
    } catch (error) {
      // They stay pending and are delivered once more later, which listeners must bear.
      this.logger.warn(`could not mark ${keys.length} events as delivered: ${String(error)}`);
      return 0;
    }
  }
}
