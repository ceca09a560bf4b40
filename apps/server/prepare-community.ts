import type { INestApplicationContext } from '@nestjs/common';
import { LoadReference } from '../../libs/atlas/index.js';
import type { Config } from '../../libs/platform/config/config.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';

/**
 * What a start does before the first request: deliver what a crash left over, load reference data, fill an empty
 * graph with the demonstration community.
 * @returns lines for the operator
 */
export async function prepareCommunity(app: INestApplicationContext, _config: Config): Promise<string[]> {
  await app.get(LoadReference).execute();
  await app.get(EventDispatcher).recover();
  return [];
}
