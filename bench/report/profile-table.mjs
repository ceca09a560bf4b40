import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROWS = 25;

/**
 * Where the time of a CPU profile went: self time by own file, by package, by what the engine does itself.
 * @param {object} profile as `node --cpu-prof` writes it
 * @param {number} from microseconds on the clock of the profile; what was before is left out
 * @returns {{ place: string, ms: number }[]} largest first, without waiting
 */
export function selfTimes(profile, from = 0) {
  const whereWritten = unbundler();
  const places = new Map(profile.nodes.map(({ id, callFrame }) => [id, placeOf(whereWritten(callFrame))]));
  const spent = new Map();
  let now = profile.startTime ?? 0;
  profile.samples.forEach((id, at) => {
    now += profile.timeDeltas[at];
    const place = places.get(id);
    if (place === '(idle)' || now < from) return;
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

/** Finds, for a function of a bundle, the file that it was written in; others stay where they are. */
function unbundler() {
  const maps = new Map();
  return (frame) => {
    const { url, lineNumber, columnNumber } = frame;
    if (!url.startsWith('file:')) return frame;
    if (!maps.has(url)) {
      const file = `${fileURLToPath(url)}.map`;
      maps.set(url, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null);
    }
    const source = maps.get(url)?.findEntry(lineNumber, columnNumber)?.originalSource;
    return source ? { ...frame, url: source } : frame;
  };
}

/**
 * The profiles in a folder, one of the main thread and one of each worker, as a table in Markdown.
 * @param {number} startedIn milliseconds that the start took, which are left out
 */
export function profileTable(folder, startedIn = 0) {
  const profiles = readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.startTime - b.startTime);
  const from = (profiles[0]?.startTime ?? 0) + startedIn * 1000;
  return profiles
    .map((profile) => selfTimes(profile, from))
    .flatMap((times, at) =>
      times.length > 0 ? [tableOf(at === 0 ? 'main thread' : `worker ${at}`, times)] : [],
    )
    .join('\n');
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
