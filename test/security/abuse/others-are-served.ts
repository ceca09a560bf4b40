import type { TestServer } from '../../api/test-server.js';

/** Someone who reads while others misuse the server. */
export interface Reader {
  /** Ends the reading: how many answers were as they should be, which were not, and the slowest in a hundred. */
  stop(): Promise<{ served: number; failed: number[]; p99: number }>;
}

/** Reads one page after another, and notes each answer. */
export function readMeanwhile(server: TestServer, path: string): Reader {
  const times: number[] = [];
  const failed: number[] = [];
  const client = server.visitor();
  let isReading = true;
  const reading = (async () => {
    while (isReading) {
      const start = performance.now();
      const { status } = await client.get(path);
      if (status === 200) times.push(performance.now() - start);
      else failed.push(status);
    }
  })();
  return {
    stop: async () => {
      isReading = false;
      await reading;
      times.sort((a, b) => a - b);
      return {
        served: times.length,
        failed,
        p99: Math.round((times[Math.floor(times.length * 0.99)] ?? 0) * 10) / 10,
      };
    },
  };
}
