import type { INestApplicationContext } from '@nestjs/common';
import { LoadReference } from '../../libs/atlas/index.js';
import { CreateAdministratorLink } from '../../libs/identity/index.js';
import type { Config } from '../../libs/platform/config/config.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import { Indexer } from '../../libs/platform/search/indexer.js';
import { SearchIndex } from '../../libs/platform/search/search-index.js';

const SILENT: ReportProgress = () => undefined;

/**
 * What a start does before the first request: load reference data, deliver what a crash left over, fill an empty
 * graph with the demonstration community, and build the search index where there is none.
 */
export async function prepareCommunity(
  app: INestApplicationContext,
  config: Config,
  report: ReportProgress = SILENT,
): Promise<void> {
  await app.get(LoadReference).execute(report);
  if (config.settings.ROLE !== 'web') await app.get(EventDispatcher).recover();
  await buildMissingIndex(app, report);
}

/** The address at which whoever runs this becomes its first administrator; null when there is one. */
export function administratorLink(app: INestApplicationContext): Promise<string | null> {
  return app.get(CreateAdministratorLink).run();
}

async function buildMissingIndex(app: INestApplicationContext, report: ReportProgress): Promise<void> {
  await app.get(EventDispatcher).settled();
  const index = app.get(SearchIndex);
  if (!index.wasRecreated && (await index.count()) > 0) return;
  await app.get(Indexer).rebuild((done) => report({ step: 'Search index', done }));
}
