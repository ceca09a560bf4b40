import { forumPlan, threadSizes, timeOf } from '../corpus/forum-plan.mjs';
import { built } from './open-community.mjs';
import { progressBar } from './progress.mjs';

const PAGE = 20;

/**
 * Threads with their posts and events, by the room's own writers.
 * @returns {Promise<{ thread: string, longThread: string | null, open: string[], threads: number, posts: number }>}
 *   `thread` has 24 posts; `open` are those with room on their first page
 */
export async function seedThreads(community, bulk, { seed, threads, posts, long = 0, people }) {
  const [{ StartThread }, { PostWriter }, { Clock }, { loadReference }] = await Promise.all([
    built('libs/discussions/index.js'),
    built('libs/discussions/post-writer.js'),
    built('libs/platform/clock/clock.js'),
    built('libs/atlas/index.js'),
  ]);
  // The use case as it is, with a graph that collects what it writes.
  const startThread = Object.assign(Object.create(community.get(StartThread)), { graph: bulk.graph });
  const writer = community.get(PostWriter);
  const clock = community.get(Clock);
  const { themes, countries } = loadReference();
  const subjects = [
    ...themes.map(({ code }) => `theme:${code}`),
    ...countries.map(({ iso3 }) => `country:${iso3}`),
  ];
  const sizes = threadSizes({ seed, threads, posts, long });
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const bar = progressBar('posts', total);
  const started = performance.now();
  const before = bulk.written;
  const ids = [];
  let done = 0;
  for (const planned of forumPlan({
    seed,
    threads,
    posts,
    long,
    people: people.length,
    subjects: subjects.length,
  })) {
    const id = await writeThread({ startThread, writer, clock, bulk, people, subjects }, planned);
    ids.push({ id, size: planned.size });
    done += planned.size;
    await bulk.flushIfFull();
    bar.to(done);
  }
  await bulk.flush();
  const perSecond = ((bulk.written - before) / (performance.now() - started)) * 1000;
  bar.end(`${Math.round(perSecond)} writes/s`);
  const rest = ids.slice(long > 0 ? 2 : 1);
  return {
    thread: ids[0].id,
    longThread: long > 0 ? ids[1].id : null,
    open: rest.filter(({ size }) => size < PAGE).map(({ id }) => id),
    threads: ids.length,
    posts: done,
  };
}

async function writeThread({ startThread, writer, clock, bulk, people, subjects }, planned) {
  const actorOf = (place) => ({
    ...people[place],
    via: 'session',
    roles: ['member'],
    scopes: 'all',
    locale: 'en',
  });
  let hours = 0;
  let number = 0;
  let id = '';
  for (const { author, body, replyTo, hoursLater } of planned.posts) {
    hours += hoursLater;
    await clock.runAt(timeOf(planned, hours), async () => {
      if (number === 0) {
        const about = subjects[planned.subject];
        ({ id } = await startThread.execute(actorOf(planned.starter), {
          about,
          title: planned.title,
          body,
          lang: 'en',
        }));
      } else {
        await writer.append(
          bulk.tx,
          actorOf(author),
          { id, postCount: number },
          { body, replyTo, lang: 'en' },
        );
      }
    });
    number++;
  }
  return id;
}
