import { fastifyCookie } from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { Config } from '../config/config.js';
import { DomainError } from '../errors/domain-error.js';
import type { LiveSocket } from './live-server.js';
import { type Engine, SocketLimits } from './socket-limits.js';

/** Finds out who opens a connection. */
@Injectable()
export class LiveHandshake {
  constructor(
    private readonly actors: ActorResolver,
    private readonly config: Config,
    private readonly limits: SocketLimits,
  ) {}

  /** Counts connections, and refuses those that are too many before anyone looks at who they are. */
  guard(engine: Engine): void {
    this.limits.guard(engine);
  }

  /**
   * Programs present a bearer token, as `auth.token` or as a header; browsers send their session's cookie along.
   * @throws {DomainError} `access/token-invalid`, `access/other-origin`
   */
  async identify({ headers, auth }: LiveSocket['handshake']): Promise<Actor> {
    const token: unknown = auth.token;
    if (typeof token === 'string') {
      return this.actors.resolve({ headers: { ...headers, authorization: `Bearer ${token}` }, cookies: {} });
    }
    const { cookie } = headers;
    // Sockets know no same-origin policy: a page made elsewhere could listen with the reader's own cookies.
    if (cookie && !headers.authorization && this.comesFromElsewhere(headers)) {
      throw new DomainError('forbidden', 'access/other-origin');
    }
    return this.actors.resolve({ headers, cookies: cookie ? fastifyCookie.parse(cookie) : {} });
  }

  private comesFromElsewhere({ origin, host }: LiveSocket['handshake']['headers']): boolean {
    if (origin === undefined || origin === this.config.baseUrl) return false;
    return !URL.canParse(origin) || new URL(origin).host !== host;
  }
}
