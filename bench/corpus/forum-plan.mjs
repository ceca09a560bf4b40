import { between, numbers, zipfPlace } from './random.mjs';
import { textWriter } from './texts.mjs';
import { vocabulary } from './vocabulary.mjs';

/** The thread that is read in every measurement: its first page holds 20 of its posts. */
export const MEASURED_POSTS = 24;

const LONGEST = 61;
const DAY = 86_400_000;

/**
 * @typedef {{ title: string, size: number, starter: number, subject: number, startedDaysAgo: number }} PlannedThread
 * @typedef {{ author: number, body: string, replyTo: number | null, hoursLater: number }} PlannedPost
 */

/**
 * How many posts each thread has: exponential around the mean, the measured one first. Decided before any text is
 * written, so that totals are known at once.
 * @param {{ seed: number, threads: number, posts: number, long?: number }} size `posts` is the mean of a thread;
 *   `long` adds a thread of so many posts
 */
export function threadSizes({ seed, threads, posts, long = 0 }) {
  const next = numbers(seed);
  const sizes = [MEASURED_POSTS, ...(long > 0 ? [long] : [])];
  for (let thread = 0; thread < threads; thread++) {
    sizes.push(1 + Math.min(LONGEST - 1, Math.floor(-Math.log(1 - next()) * (posts - 1) + 0.5)));
  }
  return sizes;
}

/**
 * The threads with their posts, one after the other; the same for the same seed, on any server.
 * @returns {Iterable<PlannedThread & { posts: Iterable<PlannedPost> }>} read a thread's posts before the next thread
 */
export function* forumPlan({ seed, threads, posts, long = 0, people, subjects }) {
  const next = numbers(seed ^ 0x9e3779b9);
  const text = textWriter(next);
  for (const size of threadSizes({ seed, threads, posts, long })) {
    yield {
      title: text.title(),
      size,
      starter: zipfPlace(next, people),
      subject: Math.floor(next() * subjects),
      startedDaysAgo: between(next, 1, 700),
      posts: postsOf(next, text, size, people),
    };
  }
}

function* postsOf(next, text, size, people) {
  for (let number = 1; number <= size; number++) {
    yield {
      author: zipfPlace(next, people),
      body: text.post(),
      replyTo: number > 2 && next() < 0.3 ? between(next, 1, number - 1) : null,
      hoursLater: next() * 20,
    };
  }
}

/** When a post was written, given its thread's beginning. */
export function timeOf(thread, hoursAfter) {
  return new Date(Math.min(Date.now(), Date.now() - thread.startedDaysAgo * DAY + hoursAfter * 3_600_000));
}

/** Words to search for: twenty of the vocabulary, from common to rare. */
export function searchTerms(count = 20) {
  const words = vocabulary('en').filter((word) => word.length > 3);
  return Array.from({ length: count }, (_, at) => words[Math.floor(10 * 1.35 ** at) % words.length]);
}
