import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { engineFolder, freePort, startChildEngine } from '../child-engine.mjs';

const pom = fileURLToPath(new URL('./pom.xml', import.meta.url));
const cache = fileURLToPath(new URL('../../../.engines/neo4j', import.meta.url));
const lib = join(cache, 'lib');

/** Fetches the server's jars from Maven Central once; later starts find them in `.engines/`. */
async function resolveJars() {
  if (existsSync(lib)) return;
  const fetching = join(cache, `fetching-${process.pid}`);
  mkdirSync(fetching, { recursive: true });
  const goal = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${fetching}`];
  await promisify(execFile)('mvn', goal, { timeout: 300_000, maxBuffer: 10_000_000 });
  try {
    renameSync(fetching, lib);
  } catch (error) {
    if (!existsSync(lib)) throw error; // another process was faster
    rmSync(fetching, { recursive: true, force: true });
  }
}

function configuration(boltPort) {
  return [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=:${boltPort}`,
    `server.bolt.advertised_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.usage_report.enabled=false',
    'dbms.security.auth_enabled=false',
    'db.logs.query.enabled=OFF',
    'db.tx_log.preallocate=false',
    'server.memory.pagecache.size=64m',
    '',
  ].join('\n');
}

/**
 * Starts an empty Neo4j 5 LTS on a free port, without authentication. Its data goes away with it.
 * @param {{ home: string, boltPort: number }} [again] one that was killed, to go on with its data at its address
 * @returns {Promise<{ url: string, pid: number, home: string, boltPort: number, stop(): Promise<void> }>}
 */
export async function startNeo4j(again) {
  await resolveJars();
  const home = again?.home ?? engineFolder('neo4j');
  const boltPort = again?.boltPort ?? (await freePort());
  if (again) rmSync(join(home, 'logs', 'neo4j.log'), { force: true });
  mkdirSync(join(home, 'conf'), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(boltPort));
  const opens = ['java.nio', 'java.io', 'sun.nio.ch'].map(
    (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
  );
  const memory = ['-Xms256m', '-Xmx512m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  const folders = [`--home-dir=${home}`, `--config-dir=${join(home, 'conf')}`];
  const engine = await startChildEngine(
    ['java', ...memory, '-cp', join(lib, '*'), ...opens, 'org.neo4j.server.CommunityEntryPoint', ...folders],
    { folder: home, readyText: 'Started.', readyLog: join(home, 'logs', 'neo4j.log') },
  );
  return { url: `bolt://127.0.0.1:${boltPort}`, home, boltPort, ...engine };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, pid, stop } = await startNeo4j();
  console.log(JSON.stringify({ url, pid }));
  const end = () => stop().then(() => process.exit(0));
  process.on('SIGINT', end).on('SIGTERM', end);
  setInterval(() => {}, 60_000); // the server is unreferenced: stay until told to stop
}
