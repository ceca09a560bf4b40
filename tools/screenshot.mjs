/** Takes the picture of the README: a case in English that people discuss. Run it when the page changes. */
import { chromium } from 'playwright-core';
import { isBuilt } from './build/stamp.mjs';
import { startServer } from './tour/start-server.mjs';

if (!isBuilt()) await import('./build.mjs');
const server = await startServer();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
try {
  const { items } = await (await fetch(`${server.url}/api/v1/threads?limit=50`)).json();
  const thread = items.find(({ lang, about }) => lang === 'en' && about[0]?.type === 'case');
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(`${server.url}${thread.about[0].url}`);
  await page.screenshot({ path: 'docs/screenshot.png' });
} finally {
  await browser.close();
  await server.stop();
}
