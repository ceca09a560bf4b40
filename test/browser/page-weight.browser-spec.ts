import { readdirSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findStops } from '../../tools/tour/stops.mjs';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';

const KILOBYTE = 1000;
const FIRST_VISIT_BYTES = 60 * KILOBYTE;
const FIRST_VISIT_REQUESTS = 8;
const ALL_ISLANDS_BYTES = 40 * KILOBYTE;
/** Names of stops of the tour, with the requests of each: a live room also loads what keeps it up to date. */
const PLACES = {
  home: FIRST_VISIT_REQUESTS,
  thread: FIRST_VISIT_REQUESTS,
  case: FIRST_VISIT_REQUESTS,
  session: FIRST_VISIT_REQUESTS,
  'session-room': 10,
  dialogue: FIRST_VISIT_REQUESTS,
  'dialogue-outcome': FIRST_VISIT_REQUESTS,
  commitments: FIRST_VISIT_REQUESTS,
};

describeWithEngine('chromium', 'the weight of a first visit', () => {
  const minga = useBrowsing();

  it.each(Object.entries(PLACES))('stays within the budget: %s', async (place, most) => {
    const stops = await findStops(minga().url);
    const { path = '' } = stops.find(({ name }) => name === place) ?? {};
    expect(path).not.toBe('');
    const { context, page } = await minga().guest();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    const requests: string[] = [];
    let bytes = 0;
    line.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
    // With headers, as it came over the line.
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    expect(requests.length).toBeLessThanOrEqual(most);
    expect(bytes).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
    expect(bytes).toBeGreaterThan(5 * KILOBYTE);
    expect(requests.filter((url) => !url.startsWith(minga().url))).toEqual([]);
  });

  it('holds all islands together small', () => {
    const islands = readdirSync('dist/assets').filter((name) => name.endsWith('.js.br'));
    const bytes = islands.reduce((sum, name) => sum + statSync(`dist/assets/${name}`).size, 0);
    expect(islands.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(ALL_ISLANDS_BYTES);
  });
});
