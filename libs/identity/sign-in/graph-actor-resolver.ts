import { Injectable } from '@nestjs/common';
import type { Strategy } from 'passport';
import { type Actor, VISITOR } from '../../platform/access/actor.js';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { KnownActors } from './known-actors.js';
import { SESSION_COOKIE } from './session-cookie.js';
import { bearerStrategy, runStrategy, SessionCookieStrategy } from './strategies.js';

/** A bearer token counts first, then a session cookie; without either it is a visitor. */
@Injectable()
export class GraphActorResolver extends ActorResolver {
  private readonly bearer: Strategy;
  private readonly session: Strategy;

  constructor(known: KnownActors) {
    super();
    this.bearer = bearerStrategy((token) => known.withApiToken(token));
    this.session = new SessionCookieStrategy(SESSION_COOKIE, (token) => known.withSession(token));
  }

  async resolve({ headers, cookies }: Pick<HttpRequest, 'headers' | 'cookies'>): Promise<Actor> {
    if (/^bearer\b/i.test(headers.authorization ?? '')) {
      const actor = await runStrategy<Actor>(this.bearer, { headers });
      if (!actor) throw new DomainError('unauthenticated', 'access/token-invalid');
      return actor;
    }
    if (!cookies?.[SESSION_COOKIE]) return VISITOR;
    return (await runStrategy<Actor>(this.session, { cookies })) ?? VISITOR;
  }

  isVisitor({ headers, cookies }: Pick<HttpRequest, 'headers' | 'cookies'>): boolean {
    return headers.authorization === undefined && !cookies?.[SESSION_COOKIE];
  }
}
