import { Logger } from '@nestjs/common';
import type { Bus } from './bus.js';
import { InProcessBus } from './in-process-bus.js';
import { RedisBus } from './redis-bus.js';

/** Opens Redis when the settings name one; otherwise this process is alone. */
export async function openBus(redisUrl?: string): Promise<Bus> {
  const logger = new Logger('Bus');
  const report = (error: unknown, channel: string | null) => {
    const where = channel === null ? 'the connection failed' : `a handler of ${channel} failed`;
    logger.error(`${where}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  };
  return redisUrl ? RedisBus.open(redisUrl, report) : new InProcessBus(report);
}
