import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { LRUCache } from 'lru-cache';
import { ActorResolver } from '../access/actor-resolver.js';
import { ChangeMarks, type Stamp } from '../events/change-marks.js';
import type { HttpRequest } from './http-request.js';
import { KeptResponse } from './kept-response.js';
import { requestLocale } from './request-locale.js';

/** Bytes of answers kept. */
const MOST_BYTES = 24 * 1024 * 1024;

/** What a request would be answered with, if its answer is kept. */
interface Place {
  key: string;
  stamp: Stamp;
}

/**
 * Answers for visitors, ready to send again. Only routes that say so (`@CacheForVisitors`), only requests without any
 * credential, only successes. An answer is used while its stamp holds.
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
  ) {}

  /** Fastify's `onRequest` hook: answers at once from what is kept. */
  readonly answerFromKept = async (request: FastifyRequest, reply: FastifyReply) => {
    const place = this.placeOf(request as HttpRequest);
    if (!place) return undefined;
    const known = this.kept.get(place.key);
    if (known && this.marks.holds(known.stamp, place.stamp)) return known.send(request, reply);
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
    const known = reply.getHeader('etag');
    const etag = known ? String(known) : `W/"${createHash('sha1').update(payload).digest('base64url')}"`;
    reply.header('etag', etag);
    this.kept.set(place.key, new KeptResponse(place.stamp, etag, reply, payload));
    return payload;
  };

  private placeOf(request: HttpRequest): Place | null {
    const dependsOn = request.routeOptions.config?.cacheForVisitors;
    if (!dependsOn || request.method !== 'GET' || !this.actors.isVisitor(request)) return null;
    return {
      key: `${requestLocale(request)} ${request.url}`,
      stamp: this.marks.stampOf(dependsOn(request.params as Record<string, string>)),
    };
  }
}
