import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { isSignedIn } from '../access/actor.js';
import { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { LIMITS } from '../limits.js';
import { addressGroup } from './address-group.js';
import type { HttpReply, HttpRequest } from './http-request.js';

/** What is limited: asking for entry, for an account or a mail, writing, searching. Everything else is not. */
export type LimitedWork = keyof typeof LIMITS.work;

export const LIMITED_WORK = 'minga:limited-work';

/** Limits how often one person (or one address, for visitors) may do this. */
export function RateLimit(work: LimitedWork) {
  return SetMetadata(LIMITED_WORK, work);
}

/** Counts limited work per person and refuses what is too much, saying when to come back. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiters = Object.fromEntries(
    Object.entries(LIMITS.work).map(([work, { seconds: duration, person, address }]) => [
      work,
      {
        person: new RateLimiterMemory({ points: person, duration }),
        address: new RateLimiterMemory({ points: address, duration }),
      },
    ]),
  ) as Record<LimitedWork, { person: RateLimiterMemory; address: RateLimiterMemory }>;

  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.config.settings.RATE_LIMITS || context.getType() !== 'http') return true;
    const work = this.reflector.get<LimitedWork | undefined>(LIMITED_WORK, context.getHandler());
    if (!work) return true;
    const { actor, address } = context.switchToHttp().getRequest<HttpRequest>();
    const { [work]: limit } = this.limiters;
    try {
      if (actor && isSignedIn(actor)) await limit.person.consume(actor.id);
      else await limit.address.consume(addressGroup(address));
      return true;
    } catch (refusal) {
      const seconds = Math.ceil(((refusal as RateLimiterRes).msBeforeNext ?? 60_000) / 1000);
      context.switchToHttp().getResponse<HttpReply>().header('retry-after', String(seconds));
      throw new DomainError('too-many', 'platform/too-many-requests', { seconds });
    }
  }
}
