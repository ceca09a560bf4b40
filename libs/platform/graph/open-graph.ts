import type { Config } from '../config/config.js';
import type { Metrics } from '../http/metrics.js';
import { EmbeddedGraph } from './embedded-graph.js';
import type { Graph, Migration } from './graph.js';
import { MeasuredGraph } from './measured-graph.js';
import { applyMigrations } from './migrations.js';
import { Neo4jGraph } from './neo4j-graph.js';

/** Opens the graph that the settings name and brings it to the newest schema. */
export async function openGraph(config: Config, migrations: Migration[], metrics: Metrics): Promise<Graph> {
  const { GRAPH_URL, GRAPH_USER, GRAPH_PASSWORD, DURABILITY } = config.settings;
  const engine = GRAPH_URL
    ? await Neo4jGraph.open({ url: GRAPH_URL, user: GRAPH_USER, password: GRAPH_PASSWORD })
    : await EmbeddedGraph.open(config.pathInData('graph', 'minga.grafeo'), { durability: DURABILITY });
  const graph = new MeasuredGraph(engine, (name, seconds) => metrics.queryRan(name, seconds));
  await applyMigrations(graph, migrations);
  return graph;
}
