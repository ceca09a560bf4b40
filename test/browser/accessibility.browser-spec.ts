import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';
import { onMainPages } from './main-pages.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** One fault of a style is found on every page. */
const SHOWN = 12;

const LOOKS = [
  { look: 'wide and light', size: { width: 1280, height: 900 }, colorScheme: 'light' },
  { look: 'narrow and dark', size: { width: 360, height: 740 }, colorScheme: 'dark' },
] as const;

describeWithEngine('chromium', 'for everybody', () => {
  const minga = useBrowsing();

  it('no main page breaks WCAG 2.2 AA, wide and light or narrow and dark', async () => {
    const violations: string[] = [];
    // The checker is put into the page, which its policy forbids to everybody else.
    await onMainPages(minga(), { bypassCSP: true, reducedMotion: 'reduce' }, async ({ name, page }) => {
      await page.evaluate(AXE);
      for (const { look, size, colorScheme } of LOOKS) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        violations.push(...(await check(page)).map((violation) => `${name}, ${look}: ${violation}`));
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) violations.push(`${name}, ${look}: ${overflow} pixels wider than the screen`);
      }
    });
    expect(violations.slice(0, SHOWN)).toEqual([]);
  }, 480_000);

  it('leads the keyboard past the navigation, and shows where it is', async () => {
    const { page } = await minga().guest();
    await page.goto('/threads');
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to content' });
    await focused(page, skip);
    await skip.waitFor();
    for (let stop = 0; stop < 12; stop++) {
      expect(await hasVisibleFocus(page)).toBe(true);
      await page.keyboard.press('Tab');
    }
    await skip.focus();
    await page.keyboard.press('Enter');
    await focused(page, page.getByRole('main'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  });

  it('opens and closes menus by keyboard, and keeps the place', async () => {
    const { page } = await minga().guest();
    await page.goto('/threads');
    const menu = page.getByRole('banner').locator('summary', { hasText: 'Language' });
    const french = page.getByRole('banner').getByRole('button', { name: 'Français' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await french.waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await french.waitFor({ state: 'hidden' });
    await focused(page, menu);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await focused(page, french);
    await page.keyboard.press('Enter');
    await page.locator('html[lang=fr]').waitFor();
    expect(new URL(page.url()).pathname).toBe('/threads');
  });
});

async function check(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: tags,
        resultTypes: ['violations'],
      }),
    WCAG,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

async function focused(page: Page, locator: ReturnType<Page['locator']>): Promise<void> {
  const element = await locator.elementHandle();
  await page.waitForFunction((wanted) => document.activeElement === wanted, element);
}

/** Whether what has the focus is drawn differently, by itself or by what stands around it. */
function hasVisibleFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const marked = (element: Element | null) => {
      if (!element) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    const { activeElement } = document;
    return marked(activeElement) || marked(activeElement?.closest(':focus-within:not(html, body)') ?? null);
  });
}
