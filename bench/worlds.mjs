import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forumPlan, searchTerms } from './corpus/forum-plan.mjs';
import { progressBar } from './seed/progress.mjs';

const PAGE = 20;
const PASSWORD = 'seven canals under one moon';
const WRITERS = 8;

/**
 * A data folder filled to the size asked for. With `keep` it is made once and a copy is handed out, so that what a
 * run writes does not stay.
 * @returns {Promise<{ dataDir: string, world: object, remove(): void }>}
 */
export async function seededFolder(size, { keep = null, settings = {} } = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'minga-bench-'));
  const kept = keep && join(keep, Object.values(size).join('-'));
  if (!kept) await fill(dataDir, size, settings);
  else {
    if (!existsSync(join(kept, 'world.json'))) {
      rmSync(kept, { recursive: true, force: true });
      mkdirSync(kept, { recursive: true });
      await fill(kept, size, settings);
    }
    cpSync(kept, dataDir, { recursive: true });
  }
  const world = JSON.parse(readFileSync(join(dataDir, 'world.json'), 'utf8'));
  return { dataDir, world, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

async function fill(folder, size, settings) {
  const child = spawn(process.execPath, ['bench/seed/fill-folder.mjs', folder, JSON.stringify(size)], {
    stdio: 'inherit',
    env: { ...process.env, ...settings },
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`seeding ended with ${code}`);
}

/**
 * Seeds any forum over its own interface, the same corpus as {@link seededFolder}.
 * @param {import('./forum.mjs').Forum} forum
 * @param {string | null} file where it is kept; when it is there, nothing is seeded
 */
export async function seededTarget(forum, size, file) {
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const people = await signInPeople(forum, size.people);
  const threads = [...forumPlan({ seed: 1, long: 0, subjects: 1, ...size })].map((thread) => {
    return { ...thread, posts: [...thread.posts] };
  });
  const bar = progressBar(
    `posts in ${forum.name}`,
    threads.reduce((sum, { posts }) => sum + posts.length, 0),
  );
  const ids = [];
  let done = 0;
  await inParallel(threads, async (thread, place) => {
    const [opening, ...replies] = thread.posts;
    const { taken } = await forum.ask(
      forum.startThread({ ...people[thread.starter], title: thread.title, body: opening.body }),
    );
    for (const { author, body } of replies) {
      await forum.ask(forum.reply({ ...people[author], thread: taken.thread, body }));
      bar.to(++done);
    }
    ids[place] = { id: taken.thread, size: thread.size };
    bar.to(++done);
  });
  bar.end();
  const open = ids.slice(1).filter(({ size: posts }) => posts < PAGE);
  const world = {
    size: { ...size, threads: ids.length, posts: done },
    thread: ids[0].id,
    open: open.map(({ id }) => id),
    people,
    terms: searchTerms(),
  };
  if (file) writeFileSync(file, JSON.stringify(world), { mode: 0o600 });
  return world;
}

async function signInPeople(forum, count) {
  const bar = progressBar(`people in ${forum.name}`, count);
  const people = [];
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  await inParallel(numbers, async (number, place) => {
    const login = `bench${number}`;
    const named = { name: `Bench ${number}`, login, email: `${login}@example.org`, password: PASSWORD };
    people[place] = await forum.person(named);
    bar.to(number);
  });
  bar.end();
  return people;
}

async function inParallel(items, work) {
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const place = next++;
      await work(items[place], place);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, worker));
}
