import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Forum } from './forum.mjs';
import { waitForQuiet } from './load/meter.mjs';
import { lineOf } from './report/lines.mjs';
import { profileTable } from './report/profile-table.mjs';
import { startServer } from './server.mjs';
import { seededFolder } from './worlds.mjs';

const MINGA_MAP = fileURLToPath(new URL('./maps/minga.json', import.meta.url));
const WORLDS = ['forum', 'cases', 'search'];

/** So much of a limited time is needed to begin with another world. */
const SEEDING_SECONDS = 25;

export function mingaAt(server) {
  return new Forum({ url: server.url, map: MINGA_MAP, pids: [server.pid] });
}

/** Minga's own rows: each world is seeded, served and measured after the other, so that none costs another memory. */
export async function measureMinga(rows, options, report) {
  for (const name of WORLDS) {
    const here = rows.filter(({ world }) => world === name);
    if (here.length === 0) continue;
    if (isLate(options, SEEDING_SECONDS)) {
      report.skip(here, 'out of time');
      continue;
    }
    const { dataDir, world, remove } = await seededFolder(options[name], { keep: options.data });
    try {
      const context = { dataDir, world, options, settings: options.settings, say: report.say };
      if (options.profile) await profileRows(here, context, report);
      else await measureOn(here, context, report);
    } finally {
      remove();
    }
  }
}

async function measureOn(rows, context, report) {
  for (const row of rows.filter(({ ownServer }) => ownServer)) await measureRow(row, context, report);
  const others = rows.filter(({ ownServer }) => !ownServer);
  if (others.length === 0) return;
  const server = await startServer(context.dataDir, { settings: context.settings });
  try {
    const forum = mingaAt(server);
    for (const row of others) await measureRow(row, { ...context, forum }, report);
  } finally {
    await server.stop();
  }
}

/** Runs a row, again when somebody else used the machine meanwhile and it may be repeated. */
export async function measureRow(row, context, report) {
  const { options } = context;
  if (isLate(options)) return report.skip([row], 'out of time');
  for (let attempt = 1; ; attempt++) {
    if (options.waitQuiet > 0) await waitForQuiet(options.waitQuiet);
    const results = [];
    for await (const result of row.run(context)) {
      completed(result);
      if (context.forumName) result.forum = context.forumName;
      report.say(lineOf(result));
      results.push(result);
    }
    const isFit = results.every(({ figures }) => figures.usage?.fit ?? true);
    if (isFit || attempt >= options.repeat) {
      for (const result of results) report.results.push({ ...result, attempt });
      return;
    }
    report.say(`${row.name}: others used the machine; once more`);
  }
}

/** Figures that follow from others. */
function completed({ figures }) {
  const { usage, requests, missed, doubles } = figures;
  if (usage?.serverMs > 0 && requests > 0) figures.cpuMs = usage.serverMs / requests;
  if (usage?.rssMiB) figures.rssMiB ??= usage.rssMiB;
  if (missed !== undefined) figures.lost = missed + doubles;
  // Nothing came back: no figure at all, and a reason to look at the server.
  if (requests === 0 && usage) usage.fit = false;
}

/** A server of its own under each row, with a profile of what it did; figures are not to be compared. */
async function profileRows(rows, context, report) {
  const narrow = { connections: [10], writers: [10], sockets: [200] };
  for (const row of rows.filter(({ ownServer }) => !ownServer)) {
    const folder = mkdtempSync(join(tmpdir(), 'minga-profile-'));
    const nodeOptions = ['--cpu-prof', `--cpu-prof-dir=${folder}`];
    const server = await startServer(context.dataDir, { settings: context.settings, nodeOptions });
    try {
      const options = { ...context.options, ...narrow };
      await measureRow(row, { ...context, forum: mingaAt(server), options }, report);
    } finally {
      await server.stop();
    }
    const table = profileTable(folder, server.startedIn);
    report.profiles[row.name] = table;
    report.say(`\n${row.name}\n\n${table}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

function isLate({ withinSeconds }, needed = 0) {
  return withinSeconds !== undefined && process.uptime() + needed > withinSeconds;
}
