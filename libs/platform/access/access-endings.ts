import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Bus } from '../bus/bus.js';
import type { Actor } from './actor.js';

/** What no longer lets anyone in as it did: one session, one token, or all that a person holds. */
export interface AccessEnding {
  personId: string;
  sessionId?: string;
  tokenId?: string;
}

const CHANNEL = 'access.ended';
const TELL_AGAIN_MS = 1000;

/**
 * Tells every process when a session or token has ended, or when what a person may do has changed, so that nothing
 * goes on under what was true before: remembered actors are looked up anew, and sockets are cut.
 */
@Injectable()
export class AccessEndings implements OnModuleInit {
  private readonly logger = new Logger('access');
  private readonly hearers: ((ending: AccessEnding) => void)[] = [];

  constructor(private readonly bus: Bus) {}

  async onModuleInit(): Promise<void> {
    await this.bus.subscribe(CHANNEL, (ending) => this.tell(ending as unknown as AccessEnding));
  }

  /** The hearer may be told of the same ending twice. */
  hear(hearer: (ending: AccessEnding) => void): void {
    this.hearers.push(hearer);
  }

  /** Call after the commit that ended it. */
  announce(ending: AccessEnding): void {
    this.tell(ending);
    this.publish(ending).catch((error: unknown) => {
      this.logger.warn(`other processes are told of an ended access later: ${String(error)}`);
      this.publishAgain(ending);
    });
  }

  private publish(ending: AccessEnding): Promise<void> {
    return this.bus.publish(CHANNEL, { ...ending });
  }

  /** Until the bus takes it: what nobody hears of is a socket that nobody cuts. */
  private publishAgain(ending: AccessEnding): void {
    const again = () => this.publish(ending).catch(() => this.publishAgain(ending));
    setTimeout(again, TELL_AGAIN_MS).unref();
  }

  private tell(ending: AccessEnding): void {
    for (const hearer of this.hearers) hearer(ending);
  }
}

/** Whether the actor came in by what has ended. */
export function isEndedFor({ personId, sessionId, tokenId }: AccessEnding, actor: Actor): boolean {
  if (actor.id !== personId) return false;
  if (sessionId !== undefined) return actor.sessionId === sessionId;
  return tokenId === undefined || actor.tokenId === tokenId;
}
