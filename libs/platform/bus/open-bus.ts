import { Logger } from '@nestjs/common';
import type { Bus } from './bus.js';
import { InProcessBus } from './in-process-bus.js';

/** The bus that the settings name: Redis where an address is given, this process alone otherwise. */
export async function openBus(redisUrl: string | undefined): Promise<Bus> {
  const logger = new Logger('bus');
  const onError = (error: unknown, channel: string | null): void => {
    logger.error(
      `${channel ? `a handler failed on ${channel}` : 'the connection failed'}: ${error instanceof Error ? error.stack : String(error)}`,
    );
  };
  if (!redisUrl) return new InProcessBus(onError);
  // Loaded only where it is used, as it costs time at every start.
  const { RedisBus } = await import('./redis-bus.js');
  return RedisBus.open(redisUrl, onError);
}
