import { fileURLToPath } from 'node:url';
import { engineFolder, freePort, startChildEngine } from '../child-engine.mjs';

/**
 * Starts an empty Redis on a free port. Its data goes away with it.
 * @param {number} [atPort] a port that is free, instead of any
 * @param {string[]} [settings] arguments of the server, such as a password
 * @returns {Promise<{ url: string, pid: number, port: number, stop(): Promise<void> }>}
 */
export async function startRedis(atPort, settings = []) {
  const folder = engineFolder('redis');
  const port = atPort ?? (await freePort());
  const address = ['--bind', '127.0.0.1', '--port', String(port)];
  const inMemory = ['--dir', folder, '--save', '', '--appendonly', 'no'];
  const engine = await startChildEngine(['redis-server', ...address, ...inMemory, ...settings], {
    folder,
    readyText: 'Ready to accept connections',
    timeoutMs: 20_000,
  });
  return { url: `redis://127.0.0.1:${port}`, port, ...engine };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { url, pid, stop } = await startRedis();
  console.log(JSON.stringify({ url, pid }));
  const end = () => stop().then(() => process.exit(0));
  process.on('SIGINT', end).on('SIGTERM', end);
  setInterval(() => {}, 60_000); // the server is unreferenced: stay until told to stop
}
