import { readFileSync } from 'node:fs';

/** What other processes may take, in percent of one core, before a row is no use. */
export const MOST_OTHERS = 8;

const TICK_MS = 10;

/**
 * Counts the CPU of the servers, of the load and of everybody else from now on. Null where there is no `/proc`.
 * @param {number[]} servers process ids; the first is the application. One that is started meanwhile may be added
 * @param {number[]} load process ids of load processes that still run at the end; ended ones count by themselves
 * @returns {() => Usage | null}
 * @typedef {{ ms: number, serverMs: number, appMs: number, server: number, load: number, others: number, fit: boolean,
 *   rssMiB: number }} Usage percents of one core
 */
export function startMeter(servers, load = []) {
  const before = snapshot(servers, load);
  return () => {
    const after = snapshot(servers, load);
    if (!before || !after) return null;
    const ms = after.at - before.at;
    const percent = (value) => Math.round((100 * value) / ms);
    const servedMs = after.servers.map((value, at) => value - (before.servers[at] ?? 0));
    const serverMs = servedMs.reduce((sum, value) => sum + value, 0);
    const loadMs = after.load - before.load;
    const others = percent(after.busy - before.busy - serverMs - loadMs);
    const rssMiB = servers.length > 0 ? memoryOf(servers[0]).rssMiB : null;
    return {
      ms,
      serverMs,
      appMs: servedMs[0] ?? 0,
      server: percent(serverMs),
      load: percent(loadMs),
      others,
      fit: others <= MOST_OTHERS,
      rssMiB,
    };
  };
}

/** Waits until nothing else has used the machine for three seconds, at most `seconds`. */
export async function waitForQuiet(seconds) {
  const until = performance.now() + seconds * 1000;
  for (let calm = 0; calm < 3 && performance.now() < until; ) {
    const before = busyMs();
    if (before === null) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    calm = (busyMs() - before) / 10 <= MOST_OTHERS ? calm + 1 : 0;
  }
}

/** @returns {{ rssMiB: number, peakMiB: number } | null} */
export function memoryOf(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const mebibytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { rssMiB: mebibytes('VmRSS'), peakMiB: mebibytes('VmHWM') };
  } catch {
    return null;
  }
}

function snapshot(servers, load) {
  const busy = busyMs();
  if (busy === null) return null;
  return {
    at: performance.now(),
    busy,
    servers: servers.map((pid) => cpuMs(pid)),
    load: cpuMs(process.pid) + load.reduce((sum, pid) => sum + cpuMs(pid), 0),
  };
}

/** A process with its threads and the children it has waited for; 0 once it is gone. */
function cpuMs(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
  } catch {
    return 0;
  }
}

function busyMs() {
  try {
    const [, user, nice, system, , , irq, softirq] = readFileSync('/proc/stat', 'utf8')
      .split('\n')[0]
      .trim()
      .split(/\s+/);
    return [user, nice, system, irq, softirq].reduce((sum, ticks) => sum + Number(ticks), 0) * TICK_MS;
  } catch {
    return null;
  }
}
