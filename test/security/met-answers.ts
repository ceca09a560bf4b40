import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OpenApiDocument } from '../../libs/platform/http/openapi.js';

const RESPONSE_ENDS = 'http.server.response.finish';

/** An operation of the description, as a request names it. */
export interface Operation {
  /** `POST /api/v1/threads/{id}/posts` */
  label: string;
  method: string;
  path: string;
  /** Statuses that the description speaks of. */
  statuses: string[];
  takesBody: boolean;
  query: string[];
}

/** Those of the description, the ones with the fewest parameters first: they win where several fit an address. */
export function operationsOf({ paths }: OpenApiDocument): Operation[] {
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([name, described]) => {
      const { responses, requestBody, parameters } = described as {
        responses: Record<string, object>;
        requestBody?: object;
        parameters: { name: string; in: string }[];
      };
      const method = name.toUpperCase();
      return {
        label: `${method} ${path}`,
        method,
        path,
        statuses: Object.keys(responses),
        takesBody: requestBody !== undefined,
        query: parameters.filter((parameter) => parameter.in === 'query').map((parameter) => parameter.name),
      };
    }),
  );
  return operations.sort((a, b) => a.path.split('{').length - b.path.split('{').length);
}

/** Notes what every operation of the API answers to anyone, while it is listened to. */
export class MetAnswers {
  private readonly met = new Map<string, Set<string>>();
  private readonly patterns: { operation: Operation; pattern: RegExp }[];

  constructor(readonly operations: Operation[]) {
    this.patterns = operations.map((operation) => ({
      operation,
      pattern: new RegExp(`^${operation.path.replace(/\{\w+\}/g, '[^/]+')}$`),
    }));
    subscribe(RESPONSE_ENDS, this.note);
  }

  stop(): void {
    unsubscribe(RESPONSE_ENDS, this.note);
  }

  has({ label }: Operation, status: string): boolean {
    return this.met.get(label)?.has(status) ?? false;
  }

  /** Answers that the description speaks of and nobody got: `GET /api/v1/me: 503`. */
  unmet(): string[] {
    return this.operations.flatMap((operation) =>
      linesOf(
        operation,
        operation.statuses.filter((status) => !this.has(operation, status)),
      ),
    );
  }

  /** Answers that somebody got and the description does not speak of. */
  undocumented(): string[] {
    return this.operations.flatMap((operation) =>
      linesOf(
        operation,
        [...(this.met.get(operation.label) ?? [])].filter((status) => !operation.statuses.includes(status)),
      ),
    );
  }

  private readonly note = (message: unknown): void => {
    const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
    const path = request.url?.split('?')[0] ?? '';
    const found = this.patterns.find(
      ({ operation, pattern }) => operation.method === request.method && pattern.test(path),
    );
    if (!found) return;
    const { label } = found.operation;
    this.met.set(label, (this.met.get(label) ?? new Set()).add(String(response.statusCode)));
  };
}

function linesOf({ label }: Operation, statuses: string[]): string[] {
  return statuses.length > 0 ? [`${label}: ${statuses.join(', ')}`] : [];
}
