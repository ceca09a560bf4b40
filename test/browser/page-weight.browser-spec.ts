import { readdirSync, statSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';

const KILOBYTE = 1000;
const FIRST_VISIT_BYTES = 60 * KILOBYTE;
const FIRST_VISIT_REQUESTS = 8;
const ALL_ISLANDS_BYTES = 40 * KILOBYTE;

describeWithEngine('chromium', 'the weight of a first visit', () => {
  const minga = useBrowsing();

  it.each(['home', 'threads', 'cases'])('stays within the budget: %s', async (place) => {
    const [first] = place === 'home' ? [{ url: '/' }] : await minga().list<{ url: string }>(place);
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
    await page.goto(first?.url ?? '', { waitUntil: 'networkidle' });
    expect(requests.length).toBeLessThanOrEqual(FIRST_VISIT_REQUESTS);
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
