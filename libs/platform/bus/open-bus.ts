import type { Bus } from './bus.js';
import { InProcessBus } from './in-process-bus.js';
import { RedisBus } from './redis-bus.js';

/** The bus that the settings name: Redis where an address is given, this process alone otherwise. */
export async function openBus(redisUrl: string | undefined): Promise<Bus> {
  return redisUrl ? RedisBus.open({ url: redisUrl }) : new InProcessBus();
}
