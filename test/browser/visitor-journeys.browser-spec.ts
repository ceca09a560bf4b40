import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { READERS, useBrowsing } from './journey.js';

const CANALS = 'Turnos de riego con cuaderno abierto: canales del Río Seco, de Perú a Bolivia';
const SIRENS = 'Warnings in a known voice: cyclone messages for outer islands in Fiji and Tonga';

describeWithEngine('chromium', 'a visitor without an account', () => {
  const minga = useBrowsing();

  describe.each(READERS)('$reader', ({ javaScriptEnabled }) => {
    it('comes from home to cases, goals, themes, countries and discussions', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await page.goto('/');
      await goTo(page, 'Cases');
      await page.getByRole('link', { name: 'Next' }).click();
      await follow(page, CANALS);
      await page.getByText('What did not', { exact: true }).waitFor();
      await page.getByText('Catorce comités').first().waitFor();

      await goTo(page, 'SDGs');
      await main(page).getByRole('link', { name: 'Clean Water' }).click();
      await main(page).getByRole('heading', { level: 1, name: 'Clean Water and Sanitation' }).waitFor();
      await follow(page, CANALS);

      await goTo(page, 'Themes');
      await main(page)
        .getByRole('link', { name: /^Irrigation/ })
        .click();
      await main(page).getByRole('link', { name: 'Расходомеры ломаются' }).waitFor();
      await follow(page, CANALS);

      await goTo(page, 'Countries');
      await main(page).getByRole('link', { name: 'Kenya', exact: true }).click();
      await follow(page, 'Préparer une visite à Kilima : que voir, en dehors des bureaux ?');
      await page.locator('#post-1').waitFor();
      await main(page).getByRole('link', { name: 'Kenya' }).first().waitFor();

      await goTo(page, 'Discussions');
      await follow(page, 'What should we count as the cost of an exchange?');
      await page.locator('#post-2').waitFor();
      await main(page).getByRole('link', { name: 'Join' }).waitFor();
    });

    it('goes on from a case to its countries, organisations and themes, and from there to other cases', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await page.goto('/cases?theme=irrigation');
      await follow(page, CANALS);
      await page
        .getByRole('list', { name: 'What it is linked to' })
        .getByRole('link', { name: 'Bolivia' })
        .click();
      await page.getByRole('heading', { level: 1, name: 'Bolivia' }).waitFor();
      await follow(
        page,
        'Círculos de maestras multigrado: del altiplano boliviano a las veredas de Colombia',
      );
      await page.goBack();
      await follow(page, CANALS);
      await follow(page, 'Unión de Usuarios de los Canales del Río Seco');
      await follow(page, CANALS);
      await main(page).getByRole('link', { name: 'Watershed management' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Watershed management' }).waitFor();
      await main(page).getByRole('link', { name: CANALS }).waitFor();
    });

    it('finds what is meant in spite of a typing error, and narrows it down by counted filters', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await page.goto('/');
      await main(page).locator('input[type=search]').fill('cyclne');
      await main(page).getByRole('button', { name: 'Search' }).click();
      await page.getByText('Nothing was found for “cyclne”').waitFor();
      expect(await page.locator('mark').first().textContent()).toMatch(/^cyclone/i);
      const all = await resultCount(page);

      const filter = page.getByRole('complementary').getByRole('link', { name: /Fiji/ }).first();
      const counted = Number(await filter.locator('.count').textContent());
      expect(counted).toBeLessThan(all);
      await filter.click();
      await page.waitForURL(/country=FJI/);
      expect(await resultCount(page)).toBe(counted);
      expect(await main(page).getByRole('article').count()).toBe(counted);
      await page.getByRole('link', { name: 'Clear all filters' }).click();
      await page.waitForURL((url) => !url.search.includes('country'));
      expect(await resultCount(page)).toBe(all);
    });

    it('compares an experience with those like it, with reasons, and puts three side by side', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await page.goto('/cases?theme=early-warning');
      await follow(page, SIRENS);
      await page.getByRole('link', { name: 'All, and compare' }).click();
      await page.getByRole('heading', { level: 1, name: `Comparable to: ${SIRENS}` }).waitFor();

      const likeness = await page
        .getByRole('meter')
        .evaluateAll((meters) => meters.map((meter) => (meter as HTMLMeterElement).value));
      expect(likeness.length).toBeGreaterThan(2);
      expect(likeness).toEqual([...likeness].sort((a, b) => b - a));
      const [nearest] = await reasons(page);
      const shared = Object.keys(nearest ?? {}).find((label) => /^Shares \d+:$/.test(label)) ?? '';
      expect(nearest?.[shared]).toContain('Early warning');
      expect(nearest?.Differs).toContain('Country');
      await page.getByText('How they differ').first().click();
      await page
        .getByText(/Country \(this case: .+; the other: .+\)/)
        .first()
        .waitFor();
      const silent = (await reasons(page)).map((told) => told['Not filled in']).filter(Boolean);
      expect(silent.length).toBeGreaterThan(0);

      const boxes = page.getByRole('checkbox');
      await boxes.nth(0).check();
      await boxes.nth(1).check();
      await page.getByRole('button', { name: 'Compare' }).click();
      const table = page.getByRole('table');
      await table.waitFor();
      expect(await table.getByRole('columnheader').count()).toBe(3);
      expect(await table.getByRole('columnheader').first().textContent()).toContain(SIRENS);
      await table.getByRole('rowheader', { name: 'What did not' }).waitFor();
      expect(await boxes.nth(1).isChecked()).toBe(true);
    });

    it('asks how two things are connected, and is told each step with its source', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await page.goto('/');
      await goTo(page, 'Explore');
      await page.getByLabel('From').fill('bolivia');
      await page.getByLabel('To', { exact: true }).fill('irrigation');
      await page.getByRole('button', { name: 'Find' }).click();
      await page.getByRole('radio', { name: 'Bolivia Country' }).check();
      await page.getByRole('radio', { name: 'Irrigation Theme' }).check();
      await page.getByRole('button', { name: 'Show the connection' }).click();
      await page.getByRole('heading', { level: 1, name: 'Bolivia and Irrigation' }).waitFor();
      const steps = await page.locator('.path > li').allTextContents();
      expect(steps).toHaveLength(3);
      expect(steps[0]).toContain('Bolivia');
      expect(steps[1]).toMatch(/was the place of.*Source: \S+/);
      expect(steps[2]).toMatch(/addresses.*Source: \S+.*Irrigation/);
      await page.locator('.path').getByRole('link', { name: CANALS }).click();
      await page.getByRole('heading', { level: 1, name: CANALS }).waitFor();
    });
  });

  it('is offered what is meant while typing, and chooses it by keyboard', async () => {
    const { page } = await minga().guest();
    await page.goto('/threads');
    const box = page.getByRole('banner').getByRole('combobox');
    await box.click();
    await page.keyboard.type('irigation');
    await page.getByRole('option', { name: 'Irrigation' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Irrigation', selected: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'hidden' });
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'Irrigation' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Irrigation' }).waitFor();
  });
});

function main(page: Page) {
  return page.getByRole('main');
}

/** Through the navigation of the header. */
async function goTo(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click();
  await page
    .getByRole('navigation', { name: 'Main' })
    .locator('[aria-current=page]', { hasText: place })
    .waitFor();
}

/** Through a link of the page whose name is the heading of the next. */
async function follow(page: Page, name: string): Promise<void> {
  await main(page).getByRole('link', { name }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

async function resultCount(page: Page): Promise<number> {
  return Number.parseInt((await page.getByText(/^\d+ results?$/).textContent()) ?? '', 10);
}

/** For each comparable case what is said of it, by `Shares 5:`, `Differs` and `Not filled in`. */
function reasons(page: Page): Promise<Record<string, string>[]> {
  return page.locator('.kin').evaluateAll((cases) =>
    cases.map((item) => {
      const told = [...item.querySelectorAll('dl > div')];
      return Object.fromEntries(
        told.map((line) => [
          line.querySelector('dt')?.textContent ?? '',
          line.querySelector('dd')?.textContent ?? '',
        ]),
      );
    }),
  );
}
