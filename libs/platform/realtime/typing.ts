import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import type { LivePerson } from './live-events.js';
import { LiveServer } from './live-server.js';

const TYPING_CHANNEL = 'live-typing';
const FORGET_AFTER_MS = 6000;
/** Who keeps typing is passed on this often at most. */
const PASS_ON_EVERY_MS = 2000;

/** Who writes in which room now. Nothing of it is kept. */
@Injectable()
export class Typing implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rooms = new Map<string, Map<string, { person: LivePerson; heardAt: number }>>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly bus: Bus,
    private readonly live: LiveServer,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.bus.subscribe(TYPING_CHANNEL, (message) => {
      const { room, id, name } = message as { room: string; id: string; name: string };
      this.hear(room, { id, name });
    });
  }

  onModuleDestroy(): void {
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  async say(room: string, { id, name }: LivePerson): Promise<void> {
    const heardAt = this.rooms.get(room)?.get(id)?.heardAt ?? 0;
    if (Date.now() - heardAt < PASS_ON_EVERY_MS) return;
    await this.bus.publish(TYPING_CHANNEL, { room, id, name });
  }

  private hear(room: string, person: LivePerson): void {
    const writing = this.rooms.get(room) ?? new Map();
    this.rooms.set(room, writing);
    const isNew = !writing.has(person.id);
    writing.set(person.id, { person, heardAt: Date.now() });
    if (isNew) this.tell(room);
    if (!this.timers.has(room)) this.forgetIn(room, FORGET_AFTER_MS);
  }

  private forgetIn(room: string, delay: number): void {
    this.timers.set(
      room,
      setTimeout(() => this.forget(room), delay),
    );
  }

  private forget(room: string): void {
    this.timers.delete(room);
    const writing = this.rooms.get(room);
    if (!writing) return;
    const before = writing.size;
    const now = Date.now();
    for (const [id, { heardAt }] of writing) if (heardAt + FORGET_AFTER_MS <= now) writing.delete(id);
    if (writing.size < before) this.tell(room);
    if (writing.size === 0) {
      this.rooms.delete(room);
      return;
    }
    const next = Math.min(...[...writing.values()].map(({ heardAt }) => heardAt)) + FORGET_AFTER_MS - now;
    this.forgetIn(room, Math.max(50, next));
  }

  private tell(room: string): void {
    const people = [...(this.rooms.get(room)?.values() ?? [])].map(({ person }) => person);
    this.live.emitTo('sees-people', room, 'typing', { room, people });
  }
}
