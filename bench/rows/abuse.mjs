import { fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { ABUSES } from '../abuse/abuses.mjs';
import { drive } from '../load/drive.mjs';
import { RawConnection, requestBytes, targetOf } from '../load/raw-connection.mjs';
import { startServer } from '../server.mjs';

const WORKER = fileURLToPath(new URL('../load/abuse-worker.mjs', import.meta.url));

/** Those who read: so many, each asking again so soon. */
const READERS = { connections: 10, paceMs: 20 };
const LADDER = { quick: 1000, default: 5000, full: 5000 };
const WARM_SECONDS = 1;

/**
 * Others read threads, cases and lists while one client misuses the server: their p99 to that of a quiet moment just
 * before. Limits are on, as they are by default.
 */
export const abuseRows = Object.entries(ABUSES).map(([name, { title }]) => ({
  name: `abuse-${name}`,
  title,
  world: 'cases',
  ownServer: true,
  takesLong: true,
  async *run({ dataDir, world, options, settings }) {
    world.ladder ??= await raiseLadder(dataDir, world, LADDER[options.extent], settings);
    const server = await startServer(dataDir, {
      settings: { RATE_LIMITS: 'on', REQUEST_SECONDS: '5', ...settings },
    });
    try {
      yield { row: `abuse-${name}`, figures: await besideAbuse(server, name, world, options) };
    } finally {
      await server.stop();
    }
  },
}));

async function besideAbuse(server, abuse, world, { load }) {
  const threads = world.open.slice(0, 50).flatMap((id) => [`/threads/${id}`, `/api/v1/threads/${id}`]);
  const cases = world.cases.slice(0, 50).map((id) => `/api/v1/cases/${id}`);
  const requests = [...threads, ...cases, '/api/v1/threads', '/sdgs/6'].map((path) => ({ path }));
  const job = {
    url: server.url,
    pids: [server.pid],
    requests,
    ...READERS,
    ...load,
    warmSeconds: WARM_SECONDS,
  };
  const alone = await drive(job);
  const worker = fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  try {
    // It shares the cores with those who read, and is to cost the server work rather than them.
    setPriority(worker.pid, constants.priority.PRIORITY_LOW);
    await tell(worker, { job: { url: server.url, abuse, world: narrowed(world) } });
    const beside = await drive(job);
    const { done } = await tell(worker, 'stop');
    // Two loads run at once, each of which would count the other as a stranger.
    const usage = { ...beside.usage, fit: alone.usage?.fit ?? true, others: alone.usage?.others ?? null };
    return { ...beside, aloneP99: alone.p99, ratio: beside.p99 / alone.p99, told: done.told, usage };
  } finally {
    worker.kill();
  }
}

function narrowed({ people, open, ladder }) {
  return { people: people.slice(0, 20), open: open.slice(0, 50), ladder };
}

/** A thread in which each reply answers the one before. */
async function raiseLadder(dataDir, { people: [person] }, posts, settings) {
  const server = await startServer(dataDir, { settings });
  const target = targetOf(server.url);
  const connection = new RawConnection({ ...target, keepBody: true });
  const headers = { cookie: person.cookie, 'x-csrf-token': person.csrf };
  const post = async (path, body) => {
    const { status, text } = await connection.ask(
      requestBytes(target, { method: 'POST', path, headers, body }),
    );
    if (status !== 201) throw new Error(`${path} answers ${status}: ${text.slice(-200)}`);
    return JSON.parse(text.slice(text.indexOf('\r\n\r\n') + 4));
  };
  try {
    const asked = { about: 'country:PER', title: 'A ladder of replies', body: 'And?' };
    const { id } = await post('/api/v1/threads', asked);
    for (let replyTo = 1; replyTo < posts; replyTo++)
      await post(`/api/v1/threads/${id}/posts`, { body: 'And?', replyTo });
    return { id, posts };
  } finally {
    connection.close();
    await server.stop();
  }
}

function tell(worker, message) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`the process that misuses the server ended with ${code}`));
    worker.once('exit', ended);
    worker.once('message', (answer) => {
      worker.off('exit', ended);
      resolve(answer);
    });
    worker.send(message);
  });
}
