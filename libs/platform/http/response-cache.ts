import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { LRUCache } from 'lru-cache';
import { ActorResolver } from '../access/actor-resolver.js';
import { Clock } from '../clock/clock.js';
import { ChangeMarks } from '../events/change-marks.js';
import type { HttpRequest } from './http-request.js';
import { KeptResponse } from './kept-response.js';
import { requestLocale } from './request-locale.js';

/** Bytes of answers kept. */
const MOST_BYTES = 24 * 1024 * 1024;
/** Bounds what no event announces: phases that open by the clock, "a minute ago", another process without a bus. */
const LIFE_MS = 1000;

/** What a request would be answered with, if its answer is kept. */
interface Place {
  key: string;
  mark: string;
  /** When it was asked for, in milliseconds. */
  at: number;
}

/**
 * Answers for visitors, ready to send again. Only routes that say so (`@CacheForVisitors`), only requests without any
 * credential, only successes. An answer is used while nothing that it depends on has changed, and for a second at
 * most.
 */
@Injectable()
export class ResponseCache {
  private readonly kept = new LRUCache<string, KeptResponse>({
    maxSize: MOST_BYTES,
    sizeCalculation: (response, key) => key.length + response.mostBytes,
  });
  private readonly places = new WeakMap<object, Place>();

  constructor(
    private readonly actors: ActorResolver,
    private readonly marks: ChangeMarks,
    private readonly clock: Clock,
  ) {}

  /** Fastify's `onRequest` hook: answers at once from what is kept. */
  readonly answerFromKept = async (request: FastifyRequest, reply: FastifyReply) => {
    const place = this.placeOf(request as HttpRequest);
    if (!place) return undefined;
    const known = this.kept.get(place.key);
    if (known?.isFresh(place.mark, place.at, LIFE_MS)) return known.send(request, reply);
    this.places.set(request, place);
    return undefined;
  };

  /** Fastify's `onRoute` hook; registered after compression, and comes before it. */
  readonly keepAnswersOf = (route: RouteOptions): void => {
    if (!route.config?.cacheForVisitors) return;
    route.onSend = [this.keep, route.onSend ?? []].flat();
  };

  private readonly keep = async (request: FastifyRequest, reply: FastifyReply, payload: unknown) => {
    const place = this.places.get(request);
    if (!place || typeof payload !== 'string' || reply.statusCode !== 200 || reply.hasHeader('set-cookie')) {
      return payload;
    }
    const etag = `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', etag);
    this.kept.set(place.key, new KeptResponse(place.mark, place.at, etag, reply, payload));
    return payload;
  };

  private placeOf(request: HttpRequest): Place | null {
    const dependsOn = request.routeOptions.config?.cacheForVisitors;
    if (!dependsOn || request.method !== 'GET' || !this.actors.isVisitor(request)) return null;
    return {
      key: `${requestLocale(request)} ${request.url}`,
      mark: this.marks.markOf(dependsOn(request.params as Record<string, string>)),
      at: this.clock.now().getTime(),
    };
  }
}
