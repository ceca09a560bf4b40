import { readdirSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';
import { onMainPages } from './main-pages.js';

/** What a text that is missing looks like: its key, which begins with the name of its place. */
const PLACES = readdirSync('locales/en').map((file) => file.replace('.json', ''));
const KEY = new RegExp(`(?<![\\w@/.-])(?:${PLACES.join('|')})\\.[a-z][A-Za-z0-9-]+`, 'g');

describeWithEngine('chromium', 'the main pages', () => {
  const minga = useBrowsing();

  it('turn round for Arabic, and back', async () => {
    const { page } = await minga().guest();
    await page.goto('/threads');
    await main(page).getByRole('link', { name: 'The siren graveyard' }).click();
    expect(await asideIsRight(page)).toBe(true);
    const place = page.url();
    await page.getByRole('contentinfo').getByRole('button', { name: 'العربية' }).click();
    await page.locator('html[lang=ar][dir=rtl]').waitFor();
    expect(page.url()).toBe(place);
    expect(await asideIsRight(page)).toBe(false);
    await page.getByRole('navigation').getByRole('link', { name: 'الحالات' }).click();
    await page.getByRole('heading', { level: 1, name: 'الحالات' }).waitFor();
    await page.getByRole('contentinfo').getByRole('button', { name: 'English' }).click();
    await page.locator('html[lang=en][dir=ltr]').waitFor();
  });

  it('follow the wish of the browser on a first visit', async () => {
    const { page } = await minga().guest({ locale: 'pt-BR' });
    await page.goto('/');
    await page.locator('html[lang=pt]').waitFor();
  });

  it('have a text for everything, and lead nowhere that is not there', async () => {
    const missing = new Set<string>();
    const links = new Set<string>();
    const request = await onMainPages(minga(), { locale: 'ar' }, async ({ name, page }) => {
      expect(await page.locator('html').getAttribute('lang')).toBe('ar');
      for (const key of (await visibleWords(page)).match(KEY) ?? []) missing.add(`${name}: ${key}`);
      if (name === 'not-found') return;
      for (const link of await linksOf(page)) links.add(link);
    });
    expect([...missing]).toEqual([]);

    const dead: string[] = [];
    expect(links.size).toBeGreaterThan(300);
    for (const link of links) {
      const answer = await request.get(link);
      if (!answer.ok()) dead.push(`${link} answered ${answer.status()}`);
    }
    expect(dead).toEqual([]);
  }, 360_000);
});

function main(page: Page) {
  return page.getByRole('main');
}

/** Text, and what is only read out or shown on demand. */
function visibleWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
      ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
    );
    // biome-ignore lint/performance/useDomNodeTextContent: without what is hidden, such as templates of the islands
    return [document.title, document.body.innerText, ...named].join('\n');
  });
}

/** Of this site. */
function linksOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(({ origin }) => origin === location.origin)
      .map(({ pathname, search }) => pathname + search),
  );
}

function asideIsRight(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const left = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().left ?? 0;
    return left('.page-aside') > left('.page-main');
  });
}
