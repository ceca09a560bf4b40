import { drive } from './load/drive.mjs';
import { measureRow, mingaAt } from './measure-rows.mjs';
import { startServer } from './server.mjs';
import { seededFolder } from './worlds.mjs';

/** Enough: the row reads one thread again and again. */
const THREADS = 100;

const row = {
  name: 'graph-thread',
  async *run({ forum, world, options }) {
    const requests = [forum.read('thread-json', { thread: world.thread })];
    const figures = await drive({
      url: forum.url,
      pids: forum.pids,
      requests,
      connections: 10,
      ...options.load,
    });
    yield { row: 'graph-thread', at: 10, figures, size: world.size };
  },
};

/**
 * A thread read by ten at once, with Minga on Neo4j. `start` as the address starts one for the time of the row, as the
 * tests do.
 */
export async function measureOnNeo4j(options, report) {
  const engine = options.graph === 'start' ? await startEngine() : null;
  const { GRAPH_USER = 'neo4j', GRAPH_PASSWORD = '' } = process.env;
  const settings = {
    ...options.settings,
    GRAPH_URL: engine?.url ?? options.graph,
    GRAPH_USER,
    GRAPH_PASSWORD,
    ONLY_PROCESS: 'on',
  };
  try {
    const { dataDir, world, remove } = await seededFolder(
      { ...options.forum, threads: THREADS },
      { settings },
    );
    const server = await startServer(dataDir, { settings });
    const forum = mingaAt(server);
    if (engine) forum.pids.push(engine.pid);
    try {
      await measureRow(row, { forum, world, options }, report);
    } finally {
      await server.stop();
      remove();
    }
  } finally {
    await engine?.stop();
  }
}

async function startEngine() {
  const { startNeo4j } = await import('../test/engines/neo4j/start-neo4j.mjs');
  return startNeo4j();
}
