import { memoryOf, startMeter } from '../load/meter.mjs';
import { startServer } from '../server.mjs';
import { summarise } from '../statistics.mjs';

const IDLE_MS = 3000;

/** From the start of the process to the first list of threads, and the memory a few seconds later, with data. */
export const startRows = [
  {
    name: 'start',
    world: 'forum',
    ownServer: true,
    async *run({ dataDir, options, settings }) {
      const times = [];
      const usages = [];
      let memory = null;
      for (let run = 0; run < options.starts; run++) {
        const pids = [];
        const meter = startMeter(pids);
        const server = await startServer(dataDir, { settings });
        pids.push(server.pid);
        usages.push(meter());
        times.push(server.startedIn);
        if (run === options.starts - 1) {
          await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
          memory = memoryOf(server.pid);
        }
        await server.stop();
      }
      const { p50, max } = summarise(times);
      // The most disturbed of the starts speaks for all.
      const [usage] = usages.filter(Boolean).sort((one, other) => other.others - one.others);
      yield { row: 'start', figures: { seconds: p50 / 1000, slowestSeconds: max / 1000, usage } };
      if (memory) yield { row: 'memory', figures: { rssMiB: memory.rssMiB, peakMiB: memory.peakMiB } };
    },
  },
];
