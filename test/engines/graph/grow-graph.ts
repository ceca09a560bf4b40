import { type Graph, type Migration, readQuery, writeQuery } from '../../../libs/platform/graph/graph.js';

/** How many nodes each label has at least afterwards. */
export const COPIES = 400;

interface Shape {
  source: string[];
  type: string;
  target: string[];
}

const listShapes = readQuery<Record<string, never>, Shape>(
  'test/list-shapes',
  'MATCH (a)-[r]->(b) RETURN DISTINCT labels(a) AS source, type(r) AS type, labels(b) AS target',
);

/**
 * Adds many nodes and relationships of every kind that the graph holds. A planner may read all of a label that has
 * three nodes, and be right; what it does with many tells whether a query starts at an index.
 */
export async function growGraph(graph: Graph, migrations: Migration[]): Promise<void> {
  const indexes = migrations.flatMap((migration) => migration.indexes ?? []);
  const propertiesOf = (labels: string[]) => {
    const indexed = indexes.filter(({ label }) => labels.includes(label)).map(({ property }) => property);
    return [...new Set(indexed)].map((property) => `${property}: $kind + toString(n)`).join(', ');
  };
  const node = (labels: string[]) => `(:${labels.join(':')} {${propertiesOf(labels)}})`;

  const alone = [...new Set(indexes.map(({ label }) => label))].map((label) => node([label]));
  const joined = (await graph.read(listShapes, {})).map(
    ({ source, type, target }) =>
      `${node(source)}-[:${type}]->${node(target).replaceAll('$kind', "'to-' + $kind")}`,
  );
  for (const [position, pattern] of [...alone, ...joined].entries()) {
    const create = `UNWIND range(1, $copies) AS n CREATE ${pattern}`;
    await graph.write((tx) =>
      tx.run(writeQuery('test/grow', create), { copies: COPIES, kind: `~${position}-` }),
    );
  }
}
