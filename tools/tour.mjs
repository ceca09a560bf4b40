/**
 * Takes pictures of the main pages into `.tour/`: wide and narrow, light and dark, and in Arabic. Starts a Minga of its
 * own with the demonstration community. `npm run tour -- cases` takes only the pages whose name contains `cases`.
 */
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { isBuilt } from './build/stamp.mjs';
import { startServer } from './tour/start-server.mjs';
import { findStops } from './tour/stops.mjs';

const LOOKS = [
  { name: 'wide', width: 1280, height: 900, scheme: 'light', lang: 'en' },
  { name: 'narrow', width: 360, height: 740, scheme: 'light', lang: 'en' },
  { name: 'dark', width: 1280, height: 900, scheme: 'dark', lang: 'en' },
  { name: 'arabic', width: 1280, height: 900, scheme: 'light', lang: 'ar' },
  { name: 'arabic-narrow', width: 360, height: 740, scheme: 'dark', lang: 'ar' },
];

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** How readers come in, one after the other in the same window. */
const ENTRANCES = {
  visitor: async () => {},
  member: register,
  steward: (_page, look) => server.grant(addressIn(look), 'steward'),
};

const only = process.argv[2] ?? '';
if (!isBuilt()) await import('./build.mjs');
mkdirSync('.tour', { recursive: true });
const server = await startServer();
const browser = await chromium.launch(CHROMIUM);
try {
  const stops = (await findStops(server.url)).filter((stop) => stop.name.includes(only));
  for (const look of LOOKS) {
    const context = await browser.newContext({
      viewport: { width: look.width, height: look.height },
      colorScheme: look.scheme,
      locale: look.lang,
    });
    await context.addCookies([{ name: 'minga_locale', value: look.lang, url: server.url }]);
    const page = await context.newPage();
    for (const [reader, enter] of Object.entries(ENTRANCES)) {
      await enter(page, look);
      await visit(
        page,
        stops.filter((stop) => stop.reader === reader),
        look,
      );
    }
    await context.close();
  }
  console.log(`${stops.length} pages in ${LOOKS.length} looks are in .tour/`);
} finally {
  await browser.close();
  await server.stop();
}

async function visit(page, stops, look) {
  for (const stop of stops) {
    const answer = await page.goto(`${server.url}${stop.path}`, { waitUntil: 'load' });
    await page.waitForTimeout(250);
    await page.screenshot({ path: `.tour/${stop.name}-${look.name}.png`, fullPage: true });
    if (answer.status() >= 500) throw new Error(`${stop.path} answered ${answer.status()}`);
  }
}

async function register(page, look) {
  await page.goto(`${server.url}/register`);
  await page.fill('[name=name]', 'Tour Guide');
  await page.fill('[name=email]', addressIn(look));
  await page.fill('[name=password]', 'seven canals under one moon');
  await page.locator('main form button[type=submit], main form button:not([type])').first().click();
  await page.waitForLoadState('load');
}

function addressIn(look) {
  return `tour-${look.name}@example.org`;
}
