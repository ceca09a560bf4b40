import { SharedSecrets } from './access/shared-secrets.js';
import type { Bus } from './bus/bus.js';
import { openBus } from './bus/open-bus.js';
import type { Config } from './config/config.js';
import type { Graph, Migration } from './graph/graph.js';
import { openGraph } from './graph/open-graph.js';
import { Metrics } from './http/metrics.js';
import type { Mailer } from './mail/mailer.js';
import { openMailer } from './mail/open-mailer.js';
import { openSearchIndex } from './search/open-search-index.js';
import type { SearchIndex } from './search/search-index.js';

/** What the settings name, open. */
export interface Engines {
  metrics: Metrics;
  graph: Graph;
  search: SearchIndex;
  bus: Bus;
  mailer: Mailer;
}

/**
 * Opens all engines at once. Where one cannot be opened, the others are closed before this rejects: a process that
 * exits under threads of native code may be aborted by them.
 * @throws {InvalidSettings} naming the setting by which an engine was not reached
 */
export async function openEngines(config: Config, migrations: Migration[]): Promise<Engines> {
  const metrics = new Metrics();
  const opening = [
    openGraph(config, migrations, metrics),
    openConfiguredIndex(config),
    openBus(config.settings.REDIS_URL),
    openMailer(config),
  ] as const;
  try {
    const [graph, search, bus, mailer] = await Promise.all(opening);
    config.sharesSecret(await new SharedSecrets(graph).get('common'));
    return { metrics, graph, search, bus, mailer };
  } catch (error) {
    const opened = await Promise.allSettled(opening.slice(0, 3) as Promise<{ close(): Promise<void> }>[]);
    for (const each of opened)
      if (each.status === 'fulfilled') await each.value.close().catch(() => undefined);
    throw error;
  }
}

/** In the order in which they depend on each other, and each although another fails. */
export async function closeEngines({
  bus,
  search,
  graph,
}: Pick<Engines, 'bus' | 'search' | 'graph'>): Promise<void> {
  for (const engine of [bus, search, graph]) await engine.close().catch(() => undefined);
}

function openConfiguredIndex(config: Config): Promise<SearchIndex> {
  const { MEILI_URL, MEILI_KEY, MEILI_INDEX } = config.settings;
  const path = config.pathInData('search.sqlite');
  return openSearchIndex({ meiliUrl: MEILI_URL, meiliKey: MEILI_KEY, meiliIndex: MEILI_INDEX, path });
}
