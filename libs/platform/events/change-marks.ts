import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import { Clock } from '../clock/clock.js';
import { EVENTS_CHANNEL } from './event-dispatcher.js';

/**
 * What an answer depends on: on everything; on one room and on all rooms of other kinds; or on these alone. A thread
 * (`thread:7`) shows its own posts and the names of people, countries and cases, but nothing of other threads; what it
 * is filed under depends on no thread at all.
 */
export type Dependence = 'everything' | { room: string } | { otherThan: string };

/** How things stood when something was read or made, as far as it depends on them. */
export interface Stamp {
  readonly mark: string;
  /** In milliseconds. */
  readonly at: number;
}

const SLOTS = 65_536;
/** Bounds what no event announces: phases that open by the clock, "a minute ago", another process without a bus. */
const LIFE_MS = 1000;

/**
 * Counts committed events, so that whoever keeps something can tell whether it still holds: take its stamp *before*
 * reading, and ask {@link holds} with the stamp of now. A change during the reading makes it stale at once rather than
 * wrong for long.
 */
@Injectable()
export class ChangeMarks implements OnModuleInit {
  private total = 0;
  private readonly byKind = new Map<string, number>();
  /** By a hash of the room: two rooms in one slot only make an answer stale too early. */
  private readonly byRoom = new Uint32Array(SLOTS);

  constructor(
    private readonly bus: Bus,
    private readonly clock: Clock,
  ) {}

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

  stampOf(dependence: Dependence): Stamp {
    return { mark: this.markOf(dependence), at: this.clock.now().getTime() };
  }

  /** Whether what was kept under a stamp still holds: nothing has changed, and it is a second old at most, or `life`. */
  holds(kept: Stamp, now: Stamp, life = LIFE_MS): boolean {
    const age = now.at - kept.at;
    return kept.mark === now.mark && age >= 0 && age < life;
  }

  private markOf(dependence: Dependence): string {
    if (dependence === 'everything') return String(this.total);
    if ('otherThan' in dependence) return String(this.outside(dependence.otherThan));
    const { room } = dependence;
    return `${this.outside(kindOf(room))}.${this.byRoom[slotOf(room)]}`;
  }

  private outside(kind: string): number {
    return this.total - (this.byKind.get(kind) ?? 0);
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
