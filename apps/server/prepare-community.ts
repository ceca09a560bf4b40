import type { INestApplicationContext } from '@nestjs/common';
import { LoadReference } from '../../libs/atlas/index.js';
import { DemoItems, LoadDemo, RemoveDemo } from '../../libs/demo/index.js';
import { CreateAdministratorLink } from '../../libs/identity/index.js';
import type { Config } from '../../libs/platform/config/config.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import { Graph } from '../../libs/platform/graph/graph.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import { Indexer } from '../../libs/platform/search/indexer.js';
import { SearchIndex } from '../../libs/platform/search/search-index.js';

const SILENT: ReportProgress = () => undefined;

/**
 * What a start does before the first request: load reference data, deliver what a crash left over, fill an empty
 * graph with the demonstration community, and build the search index where there is none to be relied on.
 */
export async function prepareCommunity(
  app: INestApplicationContext,
  config: Config,
  report: ReportProgress = SILENT,
  whenIndexIsMissing: 'wait' | 'go-on' = 'wait',
): Promise<void> {
  const isReferenceNew = await loadReference(app, report);
  if (config.settings.ROLE !== 'web') await app.get(EventDispatcher).recover();
  if (config.settings.DEMO) await fillEmptyCommunity(app, report);
  await app.get(EventDispatcher).settled();
  if (!isReferenceNew && !(await mustBeIndexedAnew(app))) return;
  if (isReferenceNew || whenIndexIsMissing === 'wait') await buildIndex(app, report);
  else app.get(Indexer).rebuildInBackground();
}

/** The address at which whoever runs this becomes its first administrator; null when there is one. */
export function administratorLink(app: INestApplicationContext): Promise<string | null> {
  return app.get(CreateAdministratorLink).execute();
}

async function fillEmptyCommunity(app: INestApplicationContext, report: ReportProgress): Promise<void> {
  const items = app.get(DemoItems);
  const state = await items.state();
  // Loading it was interrupted: what is there is taken away first, so that nothing is there twice.
  if (state === 'loading') await app.get(RemoveDemo).execute(report);
  // What an operator has removed stays away.
  const isWanted = state === 'loading' || state === 'absent';
  if (isWanted && (await items.isCommunityEmpty())) await app.get(LoadDemo).execute(report);
}

/** @returns whether something was written that the search index does not hold yet */
async function loadReference(app: INestApplicationContext, report: ReportProgress): Promise<boolean> {
  let records = 0;
  const { changed } = await app.get(LoadReference).execute(({ done }) => {
    records += done;
    report({ step: 'Reference data', done: records });
  });
  return changed;
}

/** Where there is no index, or it may hold what the graph has lost. */
async function mustBeIndexedAnew(app: INestApplicationContext): Promise<boolean> {
  const index = app.get(SearchIndex);
  return index.wasRecreated || app.get(Graph).health().tailWasLost || (await index.count()) === 0;
}

async function buildIndex(app: INestApplicationContext, report: ReportProgress): Promise<void> {
  await app.get(Indexer).rebuild((done) => report({ step: 'Search index', done }));
}
