import type { Config } from '../config/config.js';
import { reasonOf, wrongSetting } from '../config/invalid-settings.js';
import { DomainError } from '../errors/domain-error.js';
import type { Metrics } from '../http/metrics.js';
import { EmbeddedGraph } from './embedded-graph.js';
import type { Graph, Migration } from './graph.js';
import { MeasuredGraph } from './measured-graph.js';
import { applyMigrations } from './migrations.js';

/**
 * Opens the graph that the settings name and brings it to the newest schema.
 * @throws {InvalidSettings} when there is no Neo4j to be reached by them
 */
export async function openGraph(config: Config, migrations: Migration[], metrics: Metrics): Promise<Graph> {
  const engine = await openEngine(config);
  try {
    const graph = new MeasuredGraph(engine, (name, seconds) => metrics.queryRan(name, seconds));
    await applyMigrations(graph, migrations);
    return graph;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function openEngine(config: Config): Promise<Graph> {
  const { GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD, DURABILITY } = config.settings;
  if (!GRAPH_URL) {
    return EmbeddedGraph.open(config.pathInData('graph', 'minga.grafeo'), { durability: DURABILITY });
  }
  // Loaded only where it is used, as it costs time at every start.
  const { Neo4jGraph } = await import('./neo4j-graph.js');
  try {
    return await Neo4jGraph.open({ url: GRAPH_URL, user: GRAPH_USER, password: GRAPH_PASSWORD });
  } catch (error) {
    const cause = error instanceof DomainError ? error.cause : error;
    const { host } = new URL(GRAPH_URL);
    if (String((cause as { code?: string }).code).startsWith('Neo.ClientError.Security.'))
      throw wrongSetting(
        'GRAPH_PASSWORD',
        `the Neo4j at ${host} refuses it for GRAPH_USER "${GRAPH_USER}"`,
        error,
      );
    throw wrongSetting('GRAPH_URL', `no Neo4j answers at ${host} (${reasonOf(cause)})`, error);
  }
}
