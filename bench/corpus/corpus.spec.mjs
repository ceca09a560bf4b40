import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { forumPlan, MEASURED_POSTS, searchTerms, threadSizes } from './forum-plan.mjs';
import { numbers, zipfPlace } from './random.mjs';
import { textWriter } from './texts.mjs';
import { LANGUAGES, vocabulary } from './vocabulary.mjs';

const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');
const plan = (seed) =>
  [...forumPlan({ seed, threads: 20, posts: 10, people: 50, subjects: 9 })].map((thread) => ({
    ...thread,
    posts: [...thread.posts],
  }));

describe('the corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(digest(plan(1))).toBe(digest(plan(1)));
    expect(digest(plan(1))).not.toBe(digest(plan(2)));
  });

  it('begins with the measured thread and has the mean it was asked for', () => {
    const sizes = threadSizes({ seed: 1, threads: 2000, posts: 10 });
    expect(sizes[0]).toBe(MEASURED_POSTS);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(18_000);
    expect(total).toBeLessThan(21_500);
  });

  it('replies only to posts before', () => {
    for (const { posts } of plan(1)) {
      posts.forEach(({ replyTo }, index) => {
        if (replyTo !== null) expect(replyTo).toBeLessThanOrEqual(index);
      });
    }
  });

  it('uses few words often and many seldom', () => {
    const next = numbers(3);
    const places = Array.from({ length: 20_000 }, () => zipfPlace(next, 1000));
    const share = (below) => places.filter((place) => place < below).length / places.length;
    expect(share(10)).toBeGreaterThan(0.25);
    expect(share(500)).toBeLessThan(0.95);
  });

  it('writes posts of about 55 words in the middle', () => {
    const text = textWriter(numbers(5));
    const lengths = Array.from({ length: 500 }, () => text.post().split(/\s+/).length).sort((a, b) => a - b);
    expect(lengths[250]).toBeGreaterThan(45);
    expect(lengths[250]).toBeLessThan(80);
  });

  it.each(LANGUAGES)('has as many different words of %s as asked for', (lang) => {
    const words = vocabulary(lang, 2000);
    expect(new Set(words).size).toBe(2000);
    expect(vocabulary(lang, 2000)[1999]).toBe(words[1999]);
  });

  it('searches for twenty different words', () => {
    expect(new Set(searchTerms()).size).toBe(20);
  });
});
