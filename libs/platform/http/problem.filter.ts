import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { isSignedIn, VISITOR } from '../access/actor.js';
import { ActorResolver } from '../access/actor-resolver.js';
import { auditKeyOf } from '../audit/audit-entry.js';
import { reasonOf } from '../config/invalid-settings.js';
import { DomainError, type ErrorKind } from '../errors/domain-error.js';
import { Catalogue } from '../i18n/catalogue.js';
import type { HttpReply, HttpRequest } from './http-request.js';
import { requestLocale } from './request-locale.js';

const STATUS: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'too-many': 429,
  unavailable: 503,
};

/** Who keeps being refused entry, permission or more may be up to something. */
const WORTH_KNOWING = new Set([401, 403, 429]);

/** When to come back, where nobody knows better. */
const RETRY_AFTER_SECONDS: Record<number, number> = { 429: 60, 503: 5 };

/** RFC 9457 problem details, with the code and the words for it. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  correlationId: string;
  data?: Record<string, unknown>;
  errors?: { field: string; code: string; message: string }[];
}

/** Draws a failed page; the web app provides it. */
export abstract class ProblemPage {
  abstract render(problem: Problem, request: HttpRequest): string;
}

/** Turns every failure of an HTTP request into problem+json, or into a page for people. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(
    @Inject(Catalogue) private readonly catalogue: Catalogue,
    private readonly page: ProblemPage,
    private readonly actors: ActorResolver,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const request = host.switchToHttp().getRequest<HttpRequest>();
    const reply = host.switchToHttp().getResponse<HttpReply>();
    if (request.actor || isApi(request)) this.answer(error, request, reply);
    else void this.meetReader(request).then(() => this.answer(error, request, reply));
  }

  /** Where nothing is found, or nothing could be read, no guard has asked who reads: the page speaks to them all the same. */
  private async meetReader(request: HttpRequest): Promise<void> {
    request.actor = await this.actors.resolve(request).catch(() => VISITOR);
  }

  private answer(error: unknown, request: HttpRequest, reply: HttpReply): void {
    const failure = asDomainError(error);
    const status = failure ? STATUS[failure.kind] : 500;
    if (failure?.kind === 'unavailable') this.logUnavailable(failure, request);
    else if (status >= 500 && !hasLeft(request)) this.log(error, request);
    else if (WORTH_KNOWING.has(status)) this.logRefusal(failure?.code ?? '', request);
    const problem = this.describe(failure, status, request);
    const seconds = failure?.data.seconds ?? RETRY_AFTER_SECONDS[status];
    if (seconds && !reply.hasHeader('retry-after')) reply.header('retry-after', String(seconds));
    if (status === 401 && isApi(request)) reply.header('www-authenticate', 'Bearer');
    reply.status(status).header('cache-control', 'no-store');
    if (isApi(request)) reply.type('application/problem+json; charset=utf-8').send(JSON.stringify(problem));
    else reply.type('text/html; charset=utf-8').send(this.page.render(problem, request));
  }

  private describe(failure: DomainError | null, status: number, request: HttpRequest): Problem {
    const locale = requestLocale(request);
    const code = failure?.code ?? 'platform/internal';
    const say = (key: string, data: DomainError['data'] = {}) =>
      this.catalogue.text(locale, `errors.${key.replaceAll('/', '.')}`, flat(data));
    return {
      type: `urn:minga:problem:${code}`,
      title: say(code, failure?.data),
      status,
      code,
      correlationId: String(request.id),
      ...(failure && Object.keys(failure.data).length > 0 ? { data: failure.data } : {}),
      ...(failure?.fields.length
        ? {
            errors: failure.fields.map((field) => ({
              field: field.field,
              code: field.code,
              message: say(field.code, field.data),
            })),
          }
        : {}),
    };
  }

  /** By the pattern of the route: an address may hold a secret. */
  private logRefusal(code: string, { actor, method, routeOptions, address, id }: HttpRequest): void {
    const who = actor && isSignedIn(actor) ? `${auditKeyOf(actor)} via ${actor.via}` : 'nobody';
    this.logger.log(
      `refused ${code} ${method} ${routeOptions.url ?? 'unknown'} to ${who} from ${address} [${id}]`,
    );
  }

  /** Which engine is away is told once, by whoever speaks to it. */
  private logUnavailable({ code, cause }: DomainError, { method, url, id }: HttpRequest): void {
    const why = cause === undefined ? '' : ` (${reasonOf(cause)})`;
    this.logger.warn(`${method} ${url.split('?')[0]} is told ${code}${why} [${id}]`);
  }

  private log(error: unknown, request: HttpRequest): void {
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    this.logger.error(`${request.method} ${request.url.split('?')[0]} failed [${request.id}] ${stack}`);
  }
}

/** Whoever closed the page while it was sent has no answer to wait for, and nothing is broken here. */
function hasLeft({ raw }: HttpRequest): boolean {
  return raw.destroyed && !raw.complete;
}

function isApi(request: HttpRequest): boolean {
  return request.url.startsWith('/api/') || request.url.startsWith('/internal/');
}

function flat(data: DomainError['data']): Record<string, string | number | boolean | undefined> {
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

const CODE_OF_STATUS: Record<number, [ErrorKind, string]> = {
  400: ['invalid', 'platform/malformed-request'],
  401: ['unauthenticated', 'access/sign-in-required'],
  403: ['forbidden', 'access/forbidden'],
  404: ['not-found', 'platform/not-found'],
  405: ['not-found', 'platform/not-found'],
  413: ['too-large', 'platform/body-too-large'],
  415: ['invalid', 'platform/unsupported-media-type'],
  429: ['too-many', 'platform/too-many-requests'],
  503: ['unavailable', 'platform/unavailable'],
};

/** Null for what nobody foresaw: an internal error. */
function asDomainError(error: unknown): DomainError | null {
  if (error instanceof DomainError) return error;
  const status =
    error instanceof HttpException
      ? error.getStatus()
      : (error as { statusCode?: number } | null)?.statusCode;
  const known = status === undefined ? undefined : CODE_OF_STATUS[status];
  return known ? new DomainError(known[0], known[1]) : null;
}
