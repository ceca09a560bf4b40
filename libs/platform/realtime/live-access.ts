import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { AccessEndings, isEndedFor } from '../access/access-endings.js';
import { type Actor, isSignedIn } from '../access/actor.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { Bus } from '../bus/bus.js';
import { LiveServer } from './live-server.js';

const LOOK_EVERY_MS = 60_000;
/** While nobody can tell what has ended elsewhere. */
const LOOK_UNTOLD_MS = 5_000;

/**
 * Cuts sockets when what let them in has ended: at once when that is told, and within a minute when a session ran out
 * by itself; within seconds also what ended elsewhere while the bus is away. A socket is no use of a session, so an open page does not keep it alive.
 */
@Injectable()
export class LiveAccess implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('live');
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly live: LiveServer,
    private readonly endings: AccessEndings,
    private readonly resolver: ActorResolver,
    private readonly bus: Bus,
  ) {}

  onApplicationBootstrap(): void {
    this.endings.hear((ending) => this.live.cut((actor) => isEndedFor(ending, actor)));
    let lookedAt = performance.now();
    this.timer = setInterval(() => {
      if (this.bus.isUp && performance.now() - lookedAt < LOOK_EVERY_MS - LOOK_UNTOLD_MS / 2) return;
      lookedAt = performance.now();
      this.cutEnded().catch((error: unknown) =>
        this.logger.warn(`sockets were not checked: ${String(error)}`),
      );
    }, LOOK_UNTOLD_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Looks each session and token up once, however many sockets came in by it. */
  async cutEnded(): Promise<void> {
    const holders = new Map(
      this.live
        .actors()
        .filter(isSignedIn)
        .map((actor) => [keyOf(actor), actor]),
    );
    const ended = new Set<string>();
    for (const [key, actor] of holders) if (!(await this.resolver.isStillIn(actor))) ended.add(key);
    if (ended.size > 0) this.live.cut((actor) => ended.has(keyOf(actor)));
  }
}

function keyOf({ sessionId, tokenId }: Actor): string {
  return sessionId ?? tokenId ?? '';
}
