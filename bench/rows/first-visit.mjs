import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { targetOf } from '../load/raw-connection.mjs';

const BROWSERS = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const SETTLE_MS = 2000;
const REQUEST = /^(?:GET|POST|PUT|HEAD|OPTIONS) (\S+) HTTP\/1\.1\r\n/;

/** A thread in a browser with an empty cache: requests and bytes, counted on the wire. */
export const firstVisitRows = [
  {
    name: 'first-visit',
    world: 'forum',
    canTarget: true,
    async *run({ forum, world, say }) {
      const executablePath = BROWSERS.find((path) => path && existsSync(path));
      if (!executablePath) return say('first-visit: no Chromium here; CHROMIUM names one');
      const page = forum.read('thread-html', { thread: world.thread });
      yield { row: 'first-visit', figures: await visit(executablePath, forum.url, page.path) };
    },
  },
];

async function visit(executablePath, url, path) {
  const { chromium } = await import('playwright-core');
  const { port, hostname } = new URL(url);
  const relay = await startRelay(targetOf(url));
  const browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      `--host-resolver-rules=MAP ${hostname}:${port} 127.0.0.1:${relay.port}`,
    ],
  });
  try {
    const page = await (await browser.newContext()).newPage();
    await page.goto(url + path, { waitUntil: 'load' });
    await page.waitForTimeout(SETTLE_MS);
    const paint = await page.evaluate(
      () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
    );
    return { kB: relay.down() / 1000, requests: relay.paths.length, firstPaintMs: paint, paths: relay.paths };
  } finally {
    await browser.close();
    relay.close();
  }
}

/** Passes bytes on and counts them: what the browser itself reports leaves out prefetches and frames of sockets. */
function startRelay({ host, port }) {
  let down = 0;
  const paths = [];
  const relay = createServer((client) => {
    const server = connect({ host, port });
    client.on('data', (chunk) => {
      const path = REQUEST.exec(chunk.toString('latin1', 0, 2000))?.[1];
      if (path) paths.push(path);
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      down += chunk.length;
      client.write(chunk);
    });
    for (const [one, other] of [
      [client, server],
      [server, client],
    ]) {
      one.on('end', () => other.end());
      one.on('error', () => other.destroy());
    }
  });
  return new Promise((resolve) => {
    relay.listen(0, '127.0.0.1', () => {
      resolve({ port: relay.address().port, paths, down: () => down, close: () => relay.close() });
    });
  });
}
