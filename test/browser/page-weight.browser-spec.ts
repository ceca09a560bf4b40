import { readdirSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { findStops } from '../../tools/tour/stops.mjs';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';

const KILOBYTE = 1000;
const FIRST_VISIT_BYTES = 60 * KILOBYTE;
const FIRST_VISIT_REQUESTS = 8;
const ALL_ISLANDS_BYTES = 40 * KILOBYTE;
/** Browsers get it out of sight of the page. */
const ICON = 1;
/** Names of stops of the tour. */
const PLACES = [
  'home',
  'thread',
  'case',
  'session',
  'session-room',
  'dialogue',
  'dialogue-outcome',
  'commitments',
];

describeWithEngine('chromium', 'the weight of a first visit', () => {
  const minga = useBrowsing();

  it.each(PLACES)('stays within the budget, sockets included: %s', async (place) => {
    const stops = await findStops(minga().url);
    const { path = '' } = stops.find(({ name }) => name === place) ?? {};
    expect(path).not.toBe('');
    const { context, page } = await minga().guest();
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    const requests: string[] = [];
    let bytes = 0;
    line.on('Network.requestWillBeSent', ({ request }) => requests.push(request.url));
    line.on('Network.webSocketCreated', ({ url }) => requests.push(url));
    // With headers, as it came over the line.
    line.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(path, { waitUntil: 'networkidle' });
    const seen = requests.filter((url) => !url.endsWith('/icon.svg'));
    expect(seen.length + ICON).toBeLessThanOrEqual(FIRST_VISIT_REQUESTS);
    expect(bytes).toBeLessThanOrEqual(FIRST_VISIT_BYTES);
    expect(bytes).toBeGreaterThan(5 * KILOBYTE);
    const { host } = new URL(minga().url);
    expect(requests.filter((url) => new URL(url).host !== host)).toEqual([]);
  });

  it('holds all islands together small', () => {
    const islands = readdirSync('dist/assets').filter((name) => name.endsWith('.js.br'));
    const bytes = islands.reduce((sum, name) => sum + statSync(`dist/assets/${name}`).size, 0);
    expect(islands.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThanOrEqual(ALL_ISLANDS_BYTES);
  });
});
