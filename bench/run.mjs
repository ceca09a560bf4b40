/**
 * Measures Minga, and other forums beside it: `npm run bench -- --help`. Load comes from processes of its own over
 * loopback; each connection waits for its answer before it asks again, and times are as the client sees them.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { isBuilt } from '../tools/build/stamp.mjs';
import { Forum } from './forum.mjs';
import { drawGrowth, measureGrowth } from './growth.mjs';
import { hasWrk } from './load/drive.mjs';
import { measureOnNeo4j } from './measure-neo4j.mjs';
import { measureMinga, measureRow } from './measure-rows.mjs';
import { HELP, readOptions } from './options.mjs';
import { sideBySide, tableOf } from './report/lines.mjs';
import { chosenRows } from './rows/all-rows.mjs';
import { seededTarget } from './worlds.mjs';

const options = readOptions(process.argv.slice(2));
if (options.build) process.env.BENCH_BUILD = options.build;
const report = {
  results: [],
  profiles: {},
  skipped: [],
  say: (line) => console.log(line),
  skip(rows, why) {
    for (const { name } of rows) report.skipped.push({ row: name, why });
    report.say(`skipped, ${why}: ${rows.map(({ name }) => name).join(', ')}`);
  },
};

if (options.help) console.log(HELP);
else if (options.list)
  for (const { name, world } of chosenRows(null)) console.log(`${name.padEnd(20)} ${world}`);
else await run();

async function run() {
  if (!options.targetOnly && !options.build && !isBuilt()) await import('../tools/build.mjs');
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
  };
  report.say(
    `${machine.cores} cores (${machine.cpu}) shared with the load, ${hasWrk ? 'wrk' : 'own client'} for reads`,
  );
  const rows = options.growthOnly && !options.only ? [] : chosenRows(options.only, options.extent);
  if (options.target) await measureTarget(rows);
  if (!options.targetOnly) {
    if (options.graph) await measureOnNeo4j(options, report);
    const isGraphAlone = options.graph && !options.only;
    if (!isGraphAlone)
      await measureMinga(options.target ? rows.filter(({ canTarget }) => canTarget) : rows, options, report);
  }
  const growth = options.growth ? await measureGrowth(options, report.say) : null;
  if (growth) report.say(`drawn: ${drawGrowth(growth, options.svg).join(', ')}`);
  printTables();
  const { results, profiles, skipped } = report;
  const { extent, load, forum, cases, search } = options;
  const made = {
    at: new Date().toISOString(),
    machine,
    node: process.version,
    extent,
    load,
    sizes: { forum, cases, search },
  };
  if (options.json)
    writeFileSync(
      options.json,
      `${JSON.stringify({ ...made, results, skipped, profiles, growth }, null, 2)}\n`,
    );
  report.say(`\n${extent} run, ${Math.round(process.uptime())} s`);
}

async function measureTarget(rows) {
  const forum = new Forum(options.target);
  const world = await seededTarget(forum, options.forum, options.world);
  for (const row of rows.filter(({ canTarget }) => canTarget)) {
    await measureRow(row, { forum, world, options, say: report.say, forumName: forum.name }, report);
  }
}

function printTables() {
  if (report.results.length === 0) return;
  report.say(`\n${tableOf(report.results)}`);
  const theirs = report.results.filter(({ forum }) => forum);
  const ours = report.results.filter(({ forum }) => !forum);
  if (theirs.length > 0 && ours.length > 0) report.say(`\n${sideBySide(theirs, ours)}`);
  const unfit = report.results.filter(({ figures }) => figures.usage?.fit === false);
  if (unfit.length > 0)
    report.say(`\n${unfit.length} rows are unfit: other processes took more than 8 % of a core meanwhile`);
}
