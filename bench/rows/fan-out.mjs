import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startMeter } from '../load/meter.mjs';
import { summarise } from '../statistics.mjs';

const WORKER = fileURLToPath(new URL('../load/socket-worker.mjs', import.meta.url));
const SIZES = [200, 1000];
const WARM_POSTS = 3;
const WAIT_MS = 5000;
const LOOK_EVERY_MS = 60;
const BETWEEN_MS = 200;
const DOUBLES_MS = 300;

const now = () => Number(process.hrtime.bigint()) / 1e6;
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** A post, from just before it is sent to each socket in its thread: by 200 and by 1,000 sockets. */
export const fanOutRows = [
  {
    name: 'fan-out',
    world: 'forum',
    canTarget: true,
    async *run({ forum, world, options }) {
      for (const sockets of options.sockets ?? SIZES) {
        const lives = Array.from({ length: sockets }, (_, at) => {
          return forum.live({ ...world.people[at % world.people.length], thread: world.thread });
        });
        if (!lives[0]) return;
        yield {
          row: 'fan-out',
          at: sockets,
          figures: await fanOut(forum, world, lives, options.fanOutPosts),
        };
      }
    },
  },
];

async function fanOut(forum, world, lives, posts) {
  const worker = fork(WORKER, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const poster = forum.connection({ keepBody: true });
  try {
    const opening = answerOf(worker);
    worker.send({ job: { url: forum.url, lives } });
    const { open, failure } = await opening;
    if (open < lives.length) throw new Error(`${lives.length - open} sockets were not opened: ${failure}`);
    await pause(1000);
    const run = Date.now() % 10_000;
    const tally = { times: [], postTimes: [], missed: 0, doubles: 0 };
    for (let post = 0; post < WARM_POSTS; post++)
      await onePost(worker, poster, forum, world, run * 1000 + post, open);
    const meter = startMeter(forum.pids, [worker.pid]);
    for (let post = 0; post < posts; post++) {
      const mark = run * 1000 + WARM_POSTS + post;
      const { times, postTime, doubles } = await onePost(worker, poster, forum, world, mark, open);
      tally.times.push(...times);
      tally.postTimes.push(postTime);
      tally.missed += open - times.length;
      tally.doubles += doubles;
    }
    const usage = meter();
    const { gone } = await flush(worker);
    const { missed, doubles } = tally;
    const post = summarise(tally.postTimes);
    return {
      ...summarise(tally.times),
      requests: posts,
      failed: 0,
      missed,
      doubles,
      gone,
      postP50: post.p50,
      usage,
    };
  } finally {
    poster.close();
    worker.send('quit');
  }
}

async function onePost(worker, poster, forum, world, mark, open) {
  const body = `benchmark-${mark} a reply that everyone in the thread should see at once, as long as a short one usually is.`;
  const bytes = poster.bytesOf(forum.reply({ ...world.people[mark % 20], thread: world.thread, body }));
  const started = now();
  const { status, text } = await poster.send(bytes);
  const postTime = now() - started;
  if (status >= 300) throw new Error(`the post was answered with ${status}: ${text.slice(-200)}`);
  const first = new Map();
  let doubles = 0;
  const look = async () => {
    for (const [seen, socket, at] of (await flush(worker)).receipts) {
      if (seen !== mark) continue;
      if (first.has(socket)) doubles++;
      else first.set(socket, at - started);
    }
  };
  while (first.size < open && now() - started < WAIT_MS) {
    await pause(LOOK_EVERY_MS);
    await look();
  }
  await pause(DOUBLES_MS - BETWEEN_MS);
  await look();
  await pause(BETWEEN_MS);
  return { times: [...first.values()], postTime, doubles };
}

function answerOf(worker) {
  return new Promise((resolve, reject) => {
    const ended = (code) => reject(new Error(`the sockets' process ended with ${code}`));
    worker.once('exit', ended);
    worker.once('message', (message) => {
      worker.off('exit', ended);
      resolve(message);
    });
  });
}

function flush(worker) {
  const answer = answerOf(worker);
  worker.send('flush');
  return answer;
}
