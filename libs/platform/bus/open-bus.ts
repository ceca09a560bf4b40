import { Logger } from '@nestjs/common';
import { reasonOf, wrongSetting } from '../config/invalid-settings.js';
import type { Bus } from './bus.js';
import { InProcessBus } from './in-process-bus.js';

/**
 * The bus that the settings name: Redis where an address is given, this process alone otherwise.
 * @throws {InvalidSettings} when nothing can be reached by that address
 */
export async function openBus(redisUrl: string | undefined): Promise<Bus> {
  const logger = new Logger('bus');
  const onError = (error: unknown, channel: string | null): void => {
    if (channel !== null)
      logger.error(`a handler failed on ${channel}: ${(error as Error).stack ?? String(error)}`);
    else
      logger.error(
        `Redis is away (${reasonOf(error)}): nothing is heard of other processes until it is back`,
      );
  };
  if (!redisUrl) return new InProcessBus(onError);
  // Loaded only where it is used, as it costs time at every start.
  const { RedisBus } = await import('./redis-bus.js');
  try {
    return await RedisBus.open(redisUrl, onError);
  } catch (error) {
    throw wrongSetting('REDIS_URL', mistakeOf(redisUrl, (error as Error).cause), error);
  }
}

const REFUSED = /WRONGPASS|NOAUTH|NOPERM|invalid password|without any password/i;

function mistakeOf(redisUrl: string, cause: unknown): string {
  const { host } = new URL(redisUrl);
  const reason = reasonOf(cause);
  return REFUSED.test(reason)
    ? `the Redis at ${host} refuses the user or password in it (${reason})`
    : `no Redis answers at ${host} (${reason})`;
}
