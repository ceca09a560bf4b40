import { timingSafeEqual } from 'node:crypto';
import { Readable } from 'node:stream';
import { Body, Controller, Headers, Param, Post, Res } from '@nestjs/common';
import { Public } from '../access/access-rule.js';
import { Config } from '../config/config.js';
import { DomainError, notFound } from '../errors/domain-error.js';
import type { HttpReply } from '../http/http-request.js';
import { OperationRunner } from './operation-runner.js';

/** Why an operation failed. `failure` is missing for what nobody foresaw. */
export interface OperationFailure {
  message: string;
  failure?: Pick<DomainError, 'kind' | 'code' | 'data' | 'fields'>;
}

/** One line of an operation's answer. The last line is a `result` or an `error`. */
export type OperationLine =
  | { progress: { step: string; done: number; total?: number } }
  | { result: unknown }
  | { error: OperationFailure };

const LEAST_MS_BETWEEN_REPORTS = 100;

/**
 * The door for the `minga` command while the server runs. It opens with the operator secret of the data folder, so
 * only whoever can read that folder may pass; to everyone else it does not exist.
 */
@Controller('internal/operations')
export class OperationsController {
  constructor(
    private readonly runner: OperationRunner,
    private readonly config: Config,
  ) {}

  @Post(':name')
  @Public()
  run(
    @Param('name') name: string,
    @Headers('x-minga-operator') secret: string | undefined,
    @Body() args: unknown,
    @Res() reply: HttpReply,
  ): void {
    if (!this.isOperator(secret)) throw notFound();
    reply.header('content-type', 'application/x-ndjson').header('x-accel-buffering', 'no');
    reply.send(Readable.from(this.linesOf(name, args)));
  }

  private isOperator(secret = ''): boolean {
    const expected = Buffer.from(this.config.secrets.operator);
    const given = Buffer.from(secret);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  private async *linesOf(name: string, args: unknown): AsyncIterable<string> {
    const lines: OperationLine[] = [];
    let wake = (): void => undefined;
    let finished = false;
    let lastReport = 0;
    const push = (line: OperationLine): void => {
      lines.push(line);
      wake();
    };
    this.runner
      .run(name, args, (progress) => {
        const now = Date.now();
        if (now - lastReport < LEAST_MS_BETWEEN_REPORTS && progress.done !== progress.total) return;
        lastReport = now;
        push({ progress });
      })
      .then((result) => push({ result: result ?? null }))
      .catch((error: unknown) => push({ error: describe(error) }))
      .finally(() => {
        finished = true;
        wake();
      });
    for (;;) {
      for (const line of lines.splice(0)) yield `${JSON.stringify(line)}\n`;
      if (finished && lines.length === 0) return;
      if (lines.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  }
}

function describe(error: unknown): OperationFailure {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof DomainError)) return { message };
  const { kind, code, data, fields } = error;
  return { message, failure: { kind, code, data, fields } };
}
