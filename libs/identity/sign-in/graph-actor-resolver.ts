import { Injectable } from '@nestjs/common';
import type { Strategy } from 'passport';
import { type Actor, VISITOR } from '../../platform/access/actor.js';
import { ActorResolver } from '../../platform/access/actor-resolver.js';
import { Config } from '../../platform/config/config.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { KnownActors } from './known-actors.js';
import { sessionCookieName } from './session-cookie.js';
import { bearerStrategy, runStrategy, SessionCookieStrategy } from './strategies.js';

/** A bearer token counts first, then a session cookie; without either it is a visitor. */
@Injectable()
export class GraphActorResolver extends ActorResolver {
  private readonly bearer: Strategy;
  private readonly session: Strategy;
  private readonly cookie: string;

  constructor(
    known: KnownActors,
    private readonly credentials: CredentialsRepository,
    config: Config,
  ) {
    super();
    this.cookie = sessionCookieName(config);
    this.bearer = bearerStrategy((token) => known.withApiToken(token));
    this.session = new SessionCookieStrategy(this.cookie, (token) => known.withSession(token));
  }

  async isStillIn(actor: Actor): Promise<boolean> {
    const { id, sessionId, tokenId } = actor;
    if (id === null) return true;
    const held = sessionId
      ? await this.credentials.listSessions(id)
      : await this.credentials.listApiTokens(id);
    return held.some((credential) => credential.id === (sessionId ?? tokenId));
  }

  async resolve({ headers, cookies }: Pick<HttpRequest, 'headers' | 'cookies'>): Promise<Actor> {
    if (/^bearer\b/i.test(headers.authorization ?? '')) {
      const actor = await runStrategy<Actor>(this.bearer, { headers });
      if (!actor) throw new DomainError('unauthenticated', 'access/token-invalid');
      return actor;
    }
    if (!cookies?.[this.cookie]) return VISITOR;
    return (await runStrategy<Actor>(this.session, { cookies })) ?? VISITOR;
  }

  isVisitor({ headers, cookies }: Pick<HttpRequest, 'headers' | 'cookies'>): boolean {
    return headers.authorization === undefined && !cookies?.[this.cookie];
  }
}
