import { afterAll, afterEach, beforeAll, expect, jest } from '@jest/globals';
import { Browsing } from './browsing.js';

const STARTING_MS = 120_000;
const JOURNEY_MS = 90_000;

/** Of a suite: one Minga and one browser for all its journeys; after each, no page may have shown a fault. */
export function useBrowsing(): () => Browsing {
  jest.setTimeout(JOURNEY_MS);
  let browsing: Browsing | undefined;
  beforeAll(async () => {
    browsing = await Browsing.start();
  }, STARTING_MS);
  afterEach(async () => {
    await browsing?.leave();
    expect(browsing?.takeFaults()).toEqual([]);
  });
  afterAll(() => browsing?.stop(), STARTING_MS);
  return () => {
    if (!browsing) throw new Error('only within a journey');
    return browsing;
  };
}

/** Each journey is walked twice: everything must work without scripts too. */
export const READERS = [
  { reader: 'with scripts', javaScriptEnabled: true },
  { reader: 'without scripts', javaScriptEnabled: false },
];
