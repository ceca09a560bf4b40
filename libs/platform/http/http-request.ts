import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../access/actor.js';

/** A request after the access guard has seen it. */
export type HttpRequest = FastifyRequest & {
  actor: Actor;
  /** Where it comes from; see `client-addresses.ts`. */
  address: string;
  cookies: Record<string, string | undefined>;
};

export type HttpReply = FastifyReply;
