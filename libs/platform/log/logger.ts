import { createRequire } from 'node:module';
import type { LoggerService } from '@nestjs/common';
import { type Logger as PinoLogger, pino } from 'pino';
import type PinoPretty from 'pino-pretty';

/** What must never reach a log, wherever it is nested. */
const SECRET_PATHS = [
  'password',
  'token',
  '*.password',
  '*.token',
  'req.headers.authorization',
  'req.headers.cookie',
];

/** What Nest tells of its own start: of use only when something is wrong with it. */
const FRAMEWORK_CONTEXTS = new Set([
  'NestFactory',
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'WebSocketsController',
  'NestApplication',
]);

/**
 * JSON lines for machines, coloured lines on a terminal.
 * @param stream standard error where standard output carries a result
 */
export function createLogger(
  level: string,
  stream: NodeJS.WriteStream & { fd: number } = process.stdout,
): PinoLogger {
  const options = { level, redact: { paths: SECRET_PATHS, censor: '[hidden]' }, base: undefined };
  if (!stream.isTTY) return pino(options, pino.destination({ dest: stream.fd, sync: true }));
  // Loaded only on a terminal, as it costs time at every start.
  const pretty = createRequire(import.meta.url)('pino-pretty') as typeof PinoPretty;
  return pino(options, pretty({ ignore: 'context', destination: stream.fd, sync: true }));
}

/** Nest's own log lines, in the same stream and shape as ours. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: PinoLogger) {}

  log(message: unknown, context?: string): void {
    const level = context && FRAMEWORK_CONTEXTS.has(context) ? 'debug' : 'info';
    this.logger[level]({ context }, String(message));
  }

  error(message: unknown, ...details: unknown[]): void {
    // Of its own start it throws what it tells, so whoever started it tells that.
    const level = FRAMEWORK_CONTEXTS.has(String(details.at(-1))) ? 'debug' : 'error';
    this.logger[level]({ context: details.at(-1) }, String(message));
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
