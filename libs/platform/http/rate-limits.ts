import { type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ThrottlerException, ThrottlerGuard, type ThrottlerModuleOptions } from '@nestjs/throttler';
import type { HttpRequest } from './http-request.js';

/** What is limited: asking for entry, writing, searching. Everything else is not. */
export type LimitedWork = 'sign-in' | 'write' | 'search';

const LIMITED_WORK = 'minga:limited-work';

const PER_MINUTE: Record<LimitedWork, number> = { 'sign-in': 10, write: 60, search: 240 };

/** Limits how often one person (or one address, for visitors) may do this in a minute. */
export function RateLimit(work: LimitedWork) {
  return SetMetadata(LIMITED_WORK, work);
}

export function rateLimitOptions(enabled: boolean): ThrottlerModuleOptions {
  const reflector = new Reflector();
  const throttlers = Object.entries(PER_MINUTE).map(([name, limit]) => ({
    name,
    limit,
    ttl: 60_000,
    skipIf: (context: ExecutionContext) =>
      !enabled || reflector.get<string | undefined>(LIMITED_WORK, context.getHandler()) !== name,
  }));
  return { throttlers };
}

@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  /** Counting costs a little for every request, so routes without a limit leave at once. */
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return context.getType() !== 'http' || !this.reflector.get(LIMITED_WORK, context.getHandler());
  }

  protected override async getTracker(request: HttpRequest): Promise<string> {
    return request.actor?.id ?? request.ip;
  }

  protected override getRequestResponse(context: ExecutionContext) {
    const http = context.switchToHttp();
    return { req: http.getRequest<HttpRequest>(), res: http.getResponse() };
  }

  protected override async throwThrottlingException(): Promise<void> {
    throw new ThrottlerException();
  }
}
