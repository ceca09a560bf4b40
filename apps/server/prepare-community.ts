import type { INestApplicationContext } from '@nestjs/common';
import { LoadReference } from '../../libs/atlas/index.js';
import { DemoItems, LoadDemo, RemoveDemo } from '../../libs/demo/index.js';
import { CreateAdministratorLink } from '../../libs/identity/index.js';
import type { Config } from '../../libs/platform/config/config.js';
import { EventDispatcher } from '../../libs/platform/events/event-dispatcher.js';
import { Graph } from '../../libs/platform/graph/graph.js';
import { START_TURN, Turns } from '../../libs/platform/graph/turns.js';
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
  const isReferenceNew = await app.get(Turns).take(START_TURN, async () => {
    const isNew = await loadReference(app, report);
    if (config.settings.ROLE !== 'web') await app.get(EventDispatcher).recover();
    if (config.settings.DEMO) await fillEmptyCommunity(app, report);
    return isNew;
  });
  await app.get(EventDispatcher).settled();
  const isAhead = app.get(Graph).health().tailWasLost;
  if (isReferenceNew || isAhead || (await isIndexMissing(app))) {
    const isWaitedFor =
      (isReferenceNew || whenIndexIsMissing === 'wait') && (await app.get(SearchIndex).answers());
    const rebuilding = buildIndex(app, report, isReferenceNew || isAhead);
    if (isWaitedFor) await rebuilding;
    else app.get(Indexer).inBackground(rebuilding);
  }
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

/** An engine that is away is filled, where it has to be, when it is back. */
async function isIndexMissing(app: INestApplicationContext): Promise<boolean> {
  const index = app.get(SearchIndex);
  if (!(await index.answers())) return false;
  return index.wasRecreated || (await index.count()) === 0;
}

/** @param anew although it was filled: what it holds may not be what the graph holds */
function buildIndex(app: INestApplicationContext, report: ReportProgress, anew: boolean): Promise<number> {
  const indexer = app.get(Indexer);
  const tell = (done: number) => report({ step: 'Search index', done });
  return anew ? indexer.rebuild(tell) : indexer.fill(tell);
}
