import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROWS = 25;

/**
 * Where the time of a CPU profile went: self time by own file, by package, by what the engine does itself.
 * @param {object} profile as `node --cpu-prof` writes it
 * @returns {{ place: string, ms: number }[]} largest first, without waiting
 */
export function selfTimes(profile) {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const spent = new Map();
  profile.samples.forEach((id, at) => {
    const place = placeOf(nodes.get(id).callFrame);
    if (place === '(idle)') return;
    spent.set(place, (spent.get(place) ?? 0) + profile.timeDeltas[at] / 1000);
  });
  return [...spent].map(([place, ms]) => ({ place, ms })).sort((a, b) => b.ms - a.ms);
}

/** @param {{ functionName: string, url: string }} frame */
export function placeOf({ functionName, url }) {
  if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
  const inPackage = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].at(-1);
  if (inPackage) return inPackage[1];
  if (url.startsWith('node:')) return url.split('/').slice(0, 2).join('/');
  return /\/(?:dist\/)?((?:apps|libs|bench)\/.+)$/.exec(url)?.[1] ?? url;
}

/** The profiles in a folder, one of the main thread and one of each worker, as a table in Markdown. */
export function profileTable(folder) {
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => selfTimes(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .filter((times) => times.length > 0)
    .sort((a, b) => total(b) - total(a));
  return tables.map((times, at) => tableOf(at === 0 ? 'main thread' : `worker ${at}`, times)).join('\n');
}

function tableOf(name, times) {
  const sum = total(times);
  const lines = times
    .slice(0, ROWS)
    .filter(({ ms }) => ms / sum >= 0.005)
    .map(({ place, ms }) => `| ${place} | ${((100 * ms) / sum).toFixed(1)} % | ${ms.toFixed(0)} |`);
  return [`| ${name} | self time | ms |`, '| --- | ---: | ---: |', ...lines, ''].join('\n');
}

function total(times) {
  return times.reduce((sum, { ms }) => sum + ms, 0);
}
