import type { LoggerService } from '@nestjs/common';
import { type Logger as PinoLogger, pino } from 'pino';

/** What must never reach a log, wherever it is nested. */
const SECRET_PATHS = [
  'password',
  'token',
  '*.password',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
];

export function createLogger(level: string): PinoLogger {
  return pino({ level, redact: { paths: SECRET_PATHS, censor: '[hidden]' }, base: undefined });
}

/** Nest's own log lines, in the same stream and shape as ours. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: PinoLogger) {}

  log(message: unknown, context?: string): void {
    this.logger.info({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    this.logger.error({ context: details.at(-1) }, String(message));
  }

  warn(message: unknown, context?: string): void {
    this.logger.warn({ context }, String(message));
  }

  debug(message: unknown, context?: string): void {
    this.logger.debug({ context }, String(message));
  }

  verbose(message: unknown, context?: string): void {
    this.logger.trace({ context }, String(message));
  }
}
