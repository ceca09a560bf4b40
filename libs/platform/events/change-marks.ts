import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import { EVENTS_CHANNEL } from './event-dispatcher.js';

/**
 * What an answer depends on: on everything, or on one room and on all rooms of other kinds. A thread (`thread:7`)
 * shows its own posts and the names of people, countries and cases, but nothing of other threads.
 */
export type Dependence = 'everything' | { room: string };

const SLOTS = 65_536;

/**
 * Counts committed events, so that whoever kept an answer can tell whether it still holds: it does while
 * {@link markOf} says what it said before the answer was made.
 */
@Injectable()
export class ChangeMarks implements OnModuleInit {
  private total = 0;
  private readonly byKind = new Map<string, number>();
  /** By a hash of the room: two rooms in one slot only make an answer stale too early. */
  private readonly byRoom = new Uint32Array(SLOTS);

  constructor(private readonly bus: Bus) {}

  /** Events of other processes; those of this one are noted at their commit and once more here, which is harmless. */
  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(EVENTS_CHANNEL, (event) => this.note((event as { room: string }).room));
  }

  note(room: string): void {
    const kind = kindOf(room);
    const slot = slotOf(room);
    this.total++;
    this.byKind.set(kind, (this.byKind.get(kind) ?? 0) + 1);
    this.byRoom[slot] = (this.byRoom[slot] ?? 0) + 1;
  }

  markOf(dependence: Dependence): string {
    if (dependence === 'everything') return String(this.total);
    const { room } = dependence;
    const ofOtherKinds = this.total - (this.byKind.get(kindOf(room)) ?? 0);
    return `${ofOtherKinds}.${this.byRoom[slotOf(room)]}`;
  }
}

function kindOf(room: string): string {
  return room.slice(0, room.indexOf(':'));
}

/** FNV-1a, folded to the number of slots. */
function slotOf(room: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < room.length; index++) {
    hash = Math.imul(hash ^ room.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 16)) & (SLOTS - 1);
}
