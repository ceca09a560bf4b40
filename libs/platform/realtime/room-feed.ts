import type { AnyEvent } from '../events/event.js';
import type { EventLog, Replay } from '../events/event-log.js';
import type { LiveServer, LiveSocket } from './live-server.js';

/** How long an event may wait for the one before it, which another process may have published a little later. */
const GAP_WAIT_MS = 100;

/** After so many rounds of catching up, a client in a very busy room is told to fetch afresh. */
const MAX_ROUNDS = 20;

/** Tells the sockets of one room its events: each once, in order, whatever order the bus brings them in. */
export class RoomFeed {
  /** Number of the last event that was told. */
  private seq: number;
  private readonly waiting = new Map<number, AnyEvent>();
  private gapTimer: NodeJS.Timeout | null = null;
  private catchingUp: Promise<void> | null = null;

  private constructor(
    readonly room: string,
    private readonly log: EventLog,
    private readonly live: LiveServer,
    seq: number,
  ) {
    this.seq = seq;
  }

  static async open(room: string, log: EventLog, live: LiveServer): Promise<RoomFeed> {
    return new RoomFeed(room, log, live, await log.currentSequence(room));
  }

  /** Takes an event from the bus. */
  accept(event: AnyEvent): void {
    if (event.seq <= this.seq) return;
    this.waiting.set(event.seq, event);
    this.tellWaiting();
    if (this.waiting.size > 0) this.gapTimer ??= setTimeout(() => this.closeGap(), GAP_WAIT_MS);
  }

  /**
   * Puts the socket into the room with everything after `since`: what it missed goes to it alone, and it joins in
   * the same turn in which it has all that was told, so that nothing falls between.
   * @returns the number of the last event that the socket has
   */
  async admit(socket: LiveSocket, since: number | undefined): Promise<number> {
    let position = since ?? this.seq;
    for (let round = 0; position !== this.seq && round < MAX_ROUNDS; round++) {
      if (position > this.seq) {
        await this.catchUp();
        // Still ahead of the log: the client remembers a graph that was since replaced by a backup.
        if (position > this.seq) break;
      } else {
        const replay = await this.log.replay(this.room, position);
        if (!isWhole(replay, position)) break;
        for (const event of replay.events) socket.emit('event', event);
        position = replay.events.at(-1)?.seq ?? position;
      }
    }
    if (position !== this.seq) socket.emit('resync', { room: this.room, seq: this.seq });
    if (socket.connected) void socket.join(this.room);
    return this.seq;
  }

  close(): void {
    if (this.gapTimer) clearTimeout(this.gapTimer);
  }

  private closeGap(): void {
    this.catchUp().catch(() => {
      // The graph does not answer; the next event of the room tries again.
    });
  }

  /** Tells what the log has and the bus has not brought yet. */
  private catchUp(): Promise<void> {
    this.catchingUp ??= this.readOn().finally(() => {
      this.catchingUp = null;
    });
    return this.catchingUp;
  }

  private async readOn(): Promise<void> {
    if (this.gapTimer) clearTimeout(this.gapTimer);
    this.gapTimer = null;
    const from = this.seq;
    const replay = await this.log.replay(this.room, from);
    if (isWhole(replay, from)) {
      for (const event of replay.events) this.waiting.set(event.seq, event);
    } else if (replay.seq > this.seq) {
      this.seq = replay.seq;
      this.live.emit(this.room, 'resync', { room: this.room, seq: this.seq });
    }
    this.tellWaiting();
  }

  private tellWaiting(): void {
    for (const seq of this.waiting.keys()) if (seq <= this.seq) this.waiting.delete(seq);
    for (let event = this.waiting.get(this.seq + 1); event; event = this.waiting.get(this.seq + 1)) {
      this.seq = event.seq;
      this.waiting.delete(event.seq);
      this.live.emit(this.room, 'event', event);
    }
  }
}

/** Whether every event after `from` is there: neither too many nor some of them gone from the log. */
function isWhole(replay: Replay, from: number): replay is Extract<Replay, { events: AnyEvent[] }> {
  return 'events' in replay && replay.events.length === Math.max(0, replay.seq - from);
}
