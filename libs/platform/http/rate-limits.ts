import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import { LIMITS } from '../limits.js';
import { addressGroup } from './address-group.js';
import type { HttpReply, HttpRequest } from './http-request.js';

/** What is limited: asking for entry, writing, searching. Everything else is not. */
export type LimitedWork = keyof typeof LIMITS.perMinute;

export const LIMITED_WORK = 'minga:limited-work';

/** Limits how often one person (or one address, for visitors) may do this in a minute. */
export function RateLimit(work: LimitedWork) {
  return SetMetadata(LIMITED_WORK, work);
}

/** Counts limited work per person and refuses what is too much, saying when to come back. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiters = Object.fromEntries(
    Object.entries(LIMITS.perMinute).map(([work, points]) => [
      work,
      new RateLimiterMemory({ points, duration: 60 }),
    ]),
  ) as Record<LimitedWork, RateLimiterMemory>;

  constructor(
    private readonly reflector: Reflector,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.config.settings.RATE_LIMITS || context.getType() !== 'http') return true;
    const work = this.reflector.get<LimitedWork | undefined>(LIMITED_WORK, context.getHandler());
    if (!work) return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    try {
      await this.limiters[work].consume(request.actor?.id ?? addressGroup(request.ip));
      return true;
    } catch (refusal) {
      const seconds = Math.ceil(((refusal as RateLimiterRes).msBeforeNext ?? 60_000) / 1000);
      context.switchToHttp().getResponse<HttpReply>().header('retry-after', String(seconds));
      throw new DomainError('too-many', 'platform/too-many-requests', { seconds });
    }
  }
}
