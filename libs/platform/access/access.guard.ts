import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import type { HttpRequest } from '../http/http-request.js';
import { ACCESS_RULE, type AccessRule, ANONYMOUS_ROUTE, PUBLIC_ROUTE, requireEntry } from './access-rule.js';
import { VISITOR } from './actor.js';
import { ActorResolver } from './actor-resolver.js';
import { CsrfTokens } from './csrf.js';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Finds out who asks, and keeps out whoever may not enter the route at all. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
    private readonly csrf: CsrfTokens,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const handlers = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(ANONYMOUS_ROUTE, handlers)) {
      request.actor = VISITOR;
      return true;
    }
    request.actor = await this.actors.resolve(request);
    if (!SAFE_METHODS.has(request.method)) this.refuseForgery(request);
    const rule = this.reflector.getAllAndOverride<AccessRule<never> | undefined>(ACCESS_RULE, handlers);
    if (rule) {
      requireEntry(rule, request.actor);
      return true;
    }
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC_ROUTE, handlers)) return true;
    throw new Error(
      `${context.getClass().name}.${context.getHandler().name} has neither @Access nor @Public`,
    );
  }

  /** A browser sends cookies along with forms made elsewhere: ask for the token, or at least for our own origin. */
  private refuseForgery(request: HttpRequest): void {
    const { actor } = request;
    if (actor.via === 'token') return;
    if (actor.sessionId) {
      const fromForm = (request.body as { _csrf?: unknown } | undefined)?._csrf;
      if (this.csrf.isValid(actor.sessionId, request.headers['x-csrf-token'] ?? fromForm)) return;
      throw new DomainError('forbidden', 'access/csrf-token-missing');
    }
    if (this.comesFromElsewhere(request)) throw new DomainError('forbidden', 'access/other-origin');
  }

  private comesFromElsewhere(request: HttpRequest): boolean {
    const site = request.headers['sec-fetch-site'];
    // A neighbouring host ("same-site") is somebody else too.
    if (typeof site === 'string') return site !== 'same-origin' && site !== 'none';
    const { origin, host } = request.headers;
    if (origin === undefined || origin === this.config.baseUrl) return false;
    return this.config.isSecure || origin !== `http://${host}`;
  }
}
