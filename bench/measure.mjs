import { Agent, request as send } from 'node:http';

/**
 * Sends requests for some seconds, `concurrency` at a time.
 * @param {{ url: string, request: (index: number) => { path: string, method: string, headers?: object, body?: unknown },
 *   concurrency: number, seconds: number }} work
 * @returns {Promise<{ perSecond: number, p50: number, p95: number, p99: number, bytes: number, failed: number }>}
 *   milliseconds; `bytes` is the median size of an answer
 */
export async function measure({ url, request, concurrency, seconds }) {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const { hostname, port } = new URL(url);
  let index = 0;
  let failed = 0;
  const run = async (until, times, sizes) => {
    while (performance.now() < until) {
      const start = performance.now();
      const { status, bytes } = await ask({ agent, hostname, port }, request(index++));
      times.push(performance.now() - start);
      sizes.push(bytes);
      if (status >= 400) failed++;
    }
  };
  const together = (milliseconds, times, sizes) => {
    const until = performance.now() + milliseconds;
    return Promise.all(Array.from({ length: concurrency }, () => run(until, times, sizes)));
  };
  await together(Math.min(1000, seconds * 250), [], []);
  failed = 0;
  const times = [];
  const sizes = [];
  const start = performance.now();
  await together(seconds * 1000, times, sizes);
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  const at = (values, part) => values[Math.min(values.length - 1, Math.floor(values.length * part))];
  times.sort((a, b) => a - b);
  sizes.sort((a, b) => a - b);
  return {
    perSecond: times.length / elapsed,
    p50: at(times, 0.5),
    p95: at(times, 0.95),
    p99: at(times, 0.99),
    bytes: at(sizes, 0.5),
    failed,
  };
}

function ask({ agent, hostname, port }, { path, method, headers = {}, body }) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  const contentType = payload ? { 'content-type': 'application/json' } : {};
  return new Promise((resolve, reject) => {
    const outgoing = send(
      { agent, hostname, port, path, method, headers: { ...contentType, ...headers } },
      (answer) => {
        let bytes = 0;
        answer.on('data', (chunk) => {
          bytes += chunk.length;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, bytes }));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}
