import { randomUUID } from 'node:crypto';
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import type { LivePerson, RoomPresence } from './live-events.js';
import { LiveServer } from './live-server.js';

const PRESENCE_CHANNEL = 'live-presence';
const PEOPLE_SHOWN = 20;
/** Most people whom one process names to the others for a room; beyond it, they only count. */
const PEOPLE_SHARED = 100;
const ANNOUNCE_EVERY_MS = 1000;
const REFRESH_EVERY_MS = 30_000;
/** What a process said counts no longer after this: it ended without a word. */
const STALE_AFTER_MS = 90_000;

/** Who is in a room through one process. */
interface Roster extends Record<string, unknown> {
  process: string;
  room: string;
  people: LivePerson[];
  /** Visitors, and people beyond those named. */
  others: number;
}

/** Who is in which room now, over all processes: people once, however many tabs they have open. */
@Injectable()
export class Presence implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly process = randomUUID();
  /** Sockets of this process by room; null for a visitor. */
  private readonly here = new Map<string, Map<string, LivePerson | null>>();
  private readonly elsewhere = new Map<string, Map<string, Roster & { heardAt: number }>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  /** What was last told to the sockets of a room, to keep quiet when nothing changed. */
  private readonly told = new Map<string, { count: number; names: string }>();
  private refresh: NodeJS.Timeout | null = null;
  private ended = false;

  constructor(
    private readonly bus: Bus,
    private readonly live: LiveServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.subscribe(PRESENCE_CHANNEL, (message) => this.hear(message as unknown as Roster));
    this.refresh = setInterval(() => this.refreshAll(), REFRESH_EVERY_MS);
    this.refresh.unref();
  }

  onModuleDestroy(): void {
    this.ended = true;
    if (this.refresh) clearInterval(this.refresh);
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  enter(room: string, socketId: string, person: LivePerson | null): void {
    const sockets = this.here.get(room) ?? new Map<string, LivePerson | null>();
    this.here.set(room, sockets.set(socketId, person));
    this.announceSoon(room);
  }

  leave(room: string, socketId: string): void {
    const sockets = this.here.get(room);
    if (!sockets?.delete(socketId)) return;
    if (sockets.size === 0) {
      this.here.delete(room);
      this.told.delete(room);
    }
    this.announceSoon(room);
  }

  in(room: string): RoomPresence {
    const people = new Map<string, LivePerson>();
    let others = 0;
    for (const roster of [this.rosterOf(room), ...(this.elsewhere.get(room)?.values() ?? [])]) {
      for (const person of roster.people) people.set(person.id, person);
      others += roster.others;
    }
    return { count: people.size + others, people: [...people.values()].slice(0, PEOPLE_SHOWN) };
  }

  private rosterOf(room: string): Roster {
    const people = new Map<string, LivePerson>();
    let visitors = 0;
    for (const person of this.here.get(room)?.values() ?? []) {
      if (person) people.set(person.id, person);
      else visitors += 1;
    }
    const named = [...people.values()].slice(0, PEOPLE_SHARED);
    return { process: this.process, room, people: named, others: visitors + people.size - named.length };
  }

  private announceSoon(room: string): void {
    if (this.ended || this.timers.has(room)) return;
    this.timers.set(
      room,
      setTimeout(() => this.announce(room), ANNOUNCE_EVERY_MS),
    );
  }

  private announce(room: string): void {
    this.timers.delete(room);
    this.tell(room);
    const { process, people, others } = this.rosterOf(room);
    const roster = { process, room, people: people.map(({ id, name }) => ({ id, name })), others };
    this.bus.publish(PRESENCE_CHANNEL, roster).catch(() => {
      // The next refresh says it again.
    });
  }

  private hear(roster: Roster): void {
    const { process, room } = roster;
    if (process === this.process) return;
    const rosters = this.elsewhere.get(room) ?? new Map<string, Roster & { heardAt: number }>();
    if (roster.people.length + roster.others > 0) rosters.set(process, { ...roster, heardAt: Date.now() });
    else rosters.delete(process);
    if (rosters.size > 0) this.elsewhere.set(room, rosters);
    else this.elsewhere.delete(room);
    this.tell(room);
  }

  private tell(room: string): void {
    if (!this.here.has(room)) return;
    const { count, people } = this.in(room);
    const before = this.told.get(room);
    const names = JSON.stringify(people);
    this.told.set(room, { count, names });
    if (before?.count !== count || before.names !== names)
      this.live.emitTo('sees-people', room, 'presence', { room, count, people });
    if (before?.count !== count)
      this.live.emitTo('sees-a-number', room, 'presence', { room, count, people: [] });
  }

  private refreshAll(): void {
    const staleBefore = Date.now() - STALE_AFTER_MS;
    for (const [room, rosters] of this.elsewhere) {
      for (const [process, { heardAt }] of rosters) if (heardAt < staleBefore) rosters.delete(process);
      if (rosters.size === 0) this.elsewhere.delete(room);
    }
    for (const room of this.here.keys()) this.announceSoon(room);
  }
}
