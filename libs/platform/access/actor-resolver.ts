import type { HttpRequest } from '../http/http-request.js';
import type { Actor } from './actor.js';

/** Finds out who sends a request. The identity room provides it. */
export abstract class ActorResolver {
  /**
   * A visitor when nothing is presented.
   * @throws {DomainError} `access/token-invalid` when a bearer token is presented and not valid
   */
  abstract resolve(request: Pick<HttpRequest, 'headers' | 'cookies'>): Promise<Actor>;

  /** Whether the session or token that the actor came in by still holds. Asking is no use of it. */
  abstract isStillIn(actor: Actor): Promise<boolean>;

  /** Whether the request presents nothing, so that it can only come from a visitor. */
  abstract isVisitor(request: Pick<HttpRequest, 'headers' | 'cookies'>): boolean;
}
