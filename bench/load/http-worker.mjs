/** Sends requests from a process of its own: starts at `job`, reports `warm`, measures at `go`, reports `done`. */
import { RawConnection, requestBytes, targetOf } from './raw-connection.mjs';

const MOST_BAD_SAMPLES = 3;
const WARM_SHARE = 0.1;

process.once('message', async (job) => {
  const target = targetOf(job.url);
  const requests = job.requests.map((request) => requestBytes(target, request));
  const connections = Array.from({ length: job.connections }, () => new RawConnection(target));
  const load = new Load(requests, connections);
  // What is asked only once must not all be asked before it counts.
  load.end = job.once ? Math.ceil(requests.length * WARM_SHARE) : Number.POSITIVE_INFINITY;
  await load.run(job.warmSeconds * 1000, job.paceMs);
  if (job.once) load.end = requests.length;
  process.once('message', async () => {
    const elapsed = await load.run(job.seconds * 1000, job.paceMs);
    for (const connection of connections) connection.close();
    process.send({ done: { elapsed, ...load.result() } }, () => process.exit(0));
  });
  process.send({ warm: true });
});

class Load {
  next = 0;
  /** No request from this place on is sent. */
  end = Number.POSITIVE_INFINITY;

  constructor(requests, connections) {
    this.requests = requests;
    this.connections = connections;
  }

  async run(milliseconds, paceMs) {
    this.times = [];
    this.bytes = 0;
    this.failed = 0;
    this.bad = {};
    const start = performance.now();
    await Promise.all(
      this.connections.map((connection) => this.loop(connection, start + milliseconds, paceMs)),
    );
    return performance.now() - start;
  }

  async loop(connection, until, paceMs) {
    while (performance.now() < until && this.next < this.end) {
      const request = this.requests[this.next++ % this.requests.length];
      const start = performance.now();
      try {
        const { status, bytes } = await connection.ask(request);
        if (status >= 200 && status < 300) {
          this.times.push(performance.now() - start);
          this.bytes += bytes;
        } else this.note(String(status));
      } catch (error) {
        this.note(String(error.code ?? error.message));
        await pause(20);
      }
      if (paceMs) await pause(Math.max(0, paceMs - (performance.now() - start)));
    }
  }

  note(what) {
    this.failed++;
    if (what in this.bad || Object.keys(this.bad).length < MOST_BAD_SAMPLES)
      this.bad[what] = (this.bad[what] ?? 0) + 1;
  }

  result() {
    return { times: this.times, bytes: this.bytes, failed: this.failed, bad: this.bad };
  }
}

function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
