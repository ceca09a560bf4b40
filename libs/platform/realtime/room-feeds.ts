import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import type { AnyEvent } from '../events/event.js';
import { EVENTS_CHANNEL } from '../events/event-dispatcher.js';
import { EventLog } from '../events/event-log.js';
import { LiveServer, type LiveSocket } from './live-server.js';
import { RoomFeed } from './room-feed.js';

interface Held {
  opening: Promise<RoomFeed>;
  /** The feed once it is open; events before that are in the log that it opens from. */
  feed: RoomFeed | null;
  /** Events that came while it opened. */
  early: AnyEvent[];
  holders: number;
}

/** The feeds of rooms in which somebody is; events of all others pass by. */
@Injectable()
export class RoomFeeds implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly held = new Map<string, Held>();
  private unsubscribe: (() => Promise<void>) | null = null;

  constructor(
    private readonly bus: Bus,
    private readonly log: EventLog,
    private readonly live: LiveServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.unsubscribe = await this.bus.subscribe(EVENTS_CHANNEL, (message) => {
      this.accept(message as unknown as AnyEvent);
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.unsubscribe?.();
    for (const { feed } of this.held.values()) feed?.close();
  }

  /**
   * Lets the socket hear the room; {@link release} must follow once when it leaves.
   * @returns the number of the last event that the socket has
   */
  async admit(socket: LiveSocket, room: string, since: number | undefined): Promise<number> {
    const held = this.held.get(room) ?? this.open(room);
    held.holders += 1;
    try {
      const feed = await held.opening;
      return await feed.admit(socket, since);
    } catch (error) {
      this.letGo(room, held);
      throw error;
    }
  }

  release(room: string): void {
    const held = this.held.get(room);
    if (held) this.letGo(room, held);
  }

  private letGo(room: string, held: Held): void {
    held.holders -= 1;
    if (held.holders > 0) return;
    if (this.held.get(room) === held) this.held.delete(room);
    held.feed?.close();
  }

  private open(room: string): Held {
    const held: Held = {
      opening: RoomFeed.open(room, this.log, this.live),
      feed: null,
      early: [],
      holders: 0,
    };
    held.opening = held.opening.then((feed) => {
      held.feed = feed;
      for (const event of held.early) feed.accept(event);
      return feed;
    });
    this.held.set(room, held);
    return held;
  }

  private accept(event: AnyEvent): void {
    const held = this.held.get(event.room);
    if (held?.feed) held.feed.accept(event);
    else held?.early.push(event);
  }
}
