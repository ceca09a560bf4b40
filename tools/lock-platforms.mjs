/**
 * Completes `package-lock.json` after `npm install`: a registry mirror that lacks a package for another platform makes
 * npm drop that entry, and `npm ci` then refuses the lock everywhere. The entries are never installed on platforms other
 * than their own. What the registry knows of their content is written down with them (`integrity`), and asked for again
 * where it was not known before. Run it after each change of dependencies: `npm run lock:platforms`.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const CPUS = { x64: 'x64', arm64: 'arm64' };
const SYSTEMS = { darwin: 'darwin', linux: 'linux', win32: 'win32' };
const LIBC = { gnu: 'glibc', musl: 'musl' };

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const added = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (!path || isLocked(path, name)) continue;
    const platform = platformOf(name);
    if (!platform) continue;
    lock.packages[`node_modules/${name}`] = { version, ...platform, optional: true };
    added.push(name);
  }
}
const unproven = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  if (!path || entry.link || entry.integrity) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const integrity = integrityOf(`${name}@${entry.version}`);
  if (integrity) entry.integrity = integrity;
  else unproven.push(name);
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length > 0 ? `added ${added.join(', ')}` : 'nothing was missing');
if (unproven.length > 0) console.log(`the registry does not know the content of ${unproven.join(', ')}`);

/** What the registry says of the content of a package; null where it does not have it. */
function integrityOf(spec) {
  const { status, stdout } = spawnSync('npm', ['view', spec, 'dist.integrity'], { encoding: 'utf8' });
  const integrity = stdout?.trim();
  return status === 0 && integrity?.startsWith('sha512-') ? integrity : null;
}

function isLocked(path, name) {
  return `${path}/node_modules/${name}` in lock.packages || `node_modules/${name}` in lock.packages;
}

/** `@scope/js-linux-x64-gnu` runs on linux, x64, glibc; null for a name that tells no platform. */
function platformOf(name) {
  const parts = name.split('-');
  const os = parts.find((part) => part in SYSTEMS);
  const cpu = parts.find((part) => part in CPUS);
  if (!os || !cpu) return null;
  const libc = parts.find((part) => part in LIBC);
  return { cpu: [CPUS[cpu]], ...(libc ? { libc: [LIBC[libc]] } : {}), os: [SYSTEMS[os]] };
}
