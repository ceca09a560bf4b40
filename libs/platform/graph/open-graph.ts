import type { Config } from '../config/config.js';
import type { Metrics } from '../http/metrics.js';
import { EmbeddedGraph } from './embedded-graph.js';
import type { Graph, Migration } from './graph.js';
import { MeasuredGraph } from './measured-graph.js';
import { applyMigrations } from './migrations.js';

/** Opens the graph that the settings name and brings it to the newest schema. */
export async function openGraph(config: Config, migrations: Migration[], metrics: Metrics): Promise<Graph> {
  const engine = await openEngine(config);
  const graph = new MeasuredGraph(engine, (name, seconds) => metrics.queryRan(name, seconds));
  await applyMigrations(graph, migrations);
  return graph;
}

async function openEngine(config: Config): Promise<Graph> {
  const { GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD, DURABILITY } = config.settings;
  if (!GRAPH_URL) {
    return EmbeddedGraph.open(config.pathInData('graph', 'minga.grafeo'), { durability: DURABILITY });
  }
  // Loaded only where it is used, as it costs time at every start.
  const { Neo4jGraph } = await import('./neo4j-graph.js');
  return Neo4jGraph.open({ url: GRAPH_URL, user: GRAPH_USER, password: GRAPH_PASSWORD });
}
