import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { useBrowsing } from './journey.js';
import { newMember, registerAt } from './membership.js';

const PASSWORD = 'seven canals under one moon';
const KEPT = 'Draft kept on this device';

const title = (page: Page) => page.locator('[name=title]');
const kept = (page: Page) => page.locator('form.form [data-draft-status]', { hasText: /./ }).waitFor();
const restore = (page: Page) => page.getByRole('button', { name: 'Restore' });

const openFolds = (page: Page) =>
  page.locator('main details').evaluateAll((folds) => {
    for (const fold of folds) fold.setAttribute('open', '');
  });

describeWithEngine('chromium', 'what is written in a long form', () => {
  const minga = useBrowsing();

  it('says on a Spanish page how a number is understood, and asks what has two readings', async () => {
    const { page } = await minga().guest({ expected: /status of 400/ });
    await registerAt(page, '/about', 'Rosa Cifras');
    await page.goto('/cases/new?lang=es');
    await page.locator('#inputs summary').click();
    const amount = page.locator('[name=amount]');
    const said = page.locator('#amount-understood');
    await amount.pressSequentially('1.500.000,50');
    await page.getByText('Se entiende como 1\u202f500\u202f000,50').waitFor();
    await amount.fill('1,500');
    await said.filter({ hasText: 'Quiso decir' }).waitFor();
    await title(page).fill('Canales');
    await page.locator('[name=currency]').fill('USD');
    await page.locator('main button[value=save]:not(.visually-hidden)').click();
    await page.locator('#amount-error').waitFor();
    expect(await amount.inputValue()).toBe('1,500');
    await amount.fill('1.500.000');
    await page.locator('main button[value=save]:not(.visually-hidden)').click();
    await page.waitForURL(/\/cases\/[0-9a-z]{26}/);
    await page
      .getByText(/1[.,\s]500[.,\s]000/)
      .first()
      .waitFor();
  });

  it('is offered again after the window was closed, also in another language, and is done with once it is sent', async () => {
    const { page } = await newMember(minga(), 'Ana Borrador');
    await page.goto('/cases/new');
    await title(page).fill('Walls that hold the rain');
    await page.locator('[name="whatWorked"]').fill('One owner for each line.');
    await openFolds(page);
    await page.locator('[value=irrigation]').check();
    await kept(page);
    const context = page.context();
    await page.close();

    const next = await context.newPage();
    await next.goto('/cases/new?lang=fr');
    expect(await title(next).inputValue()).toBe('');
    await next.locator('[data-restore]').click();
    await next.waitForURL(/lang=fr/);
    await title(next).and(next.locator('[value^="Walls"]')).waitFor();
    expect(await next.locator('[name="whatWorked"]').inputValue()).toBe('One owner for each line.');
    expect(await next.locator('[value=irrigation]').isChecked()).toBe(true);
    expect(await next.locator('[data-restore]').count()).toBe(0);
    await next.locator('main button[value=save]:not(.visually-hidden)').click();
    await next.waitForURL(/\/cases\/[0-9a-z]{26}/);
    await next.goto('/cases/new?lang=en');
    expect(await restore(next).count()).toBe(0);
  });

  it('is kept for each of two windows, and nobody else at the device is shown it', async () => {
    const { page } = await newMember(minga(), 'Li Dos Ventanas');
    const other = await page.context().newPage();
    await page.goto('/cases/new');
    await other.goto('/cases/new');
    await title(page).fill('First of two texts');
    await kept(page);
    await title(other).fill('Second of two texts');
    await kept(other);
    const third = await page.context().newPage();
    await third.goto('/cases/new');
    await restore(third).first().waitFor();
    expect(await restore(third).count()).toBe(2);
    await third.getByRole('button', { name: 'Discard' }).first().click();
    await restore(third).click();
    await title(third).and(third.locator('[value="First of two texts"]')).waitFor();

    await third.locator('header details').last().locator('summary').click();
    await third.getByRole('button', { name: 'Sign out' }).click();
    await registerAt(third, '/about', 'Somebody Else');
    await third.goto('/cases/new');
    expect(await restore(third).count()).toBe(0);
  });

  it('goes on after the session ended, through signing in', async () => {
    const { page, email } = await newMember(minga(), 'Vea Sesion', { expected: /status of 401/ });
    await page.goto('/cases/new');
    await title(page).fill('Written before the session ended');
    await page.context().clearCookies();
    await page.locator('main button[value=save]:not(.visually-hidden)').click();
    await page.getByText('What you wrote is kept').waitFor();
    await page.locator('main [name=email]').fill(email);
    await page.locator('main [name=password]').fill(PASSWORD);
    await page.locator('main form').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Back to the form' }).click();
    expect(await title(page).inputValue()).toBe('Written before the session ended');
    await page.locator('main button[value=save]:not(.visually-hidden)').click();
    await page.waitForURL(/\/cases\/[0-9a-z]{26}/);
    await page.goto('/cases/new');
    expect(await restore(page).count()).toBe(0);
  });

  it('of a reply is not offered in a second window once that one sent it, and knows what it answers', async () => {
    const { page } = await newMember(minga(), 'Jo Respuesta');
    await page.goto('/threads');
    await page.locator('main h3 a, main .thread-item a').first().click();
    const place = page.url();
    const box = (one: Page) => one.locator('#composer textarea');
    await page.locator('[data-action^="reply:"]').first().click();
    await box(page).fill('Only once, please.');
    await page.getByText(KEPT).waitFor();
    await page.reload();
    expect(await box(page).inputValue()).toBe('Only once, please.');
    await page.locator('#composer .composer-target').waitFor();
    expect(await page.locator('#composer [name=replyTo]').inputValue()).toBe('1');

    const second = await page.context().newPage();
    await second.goto(place);
    await second.locator('#composer textarea').filter({ hasText: '' }).waitFor();
    expect(await box(second).inputValue()).toBe('Only once, please.');
    await second.locator('#composer button:not([name])').click();
    await second.locator('[data-posts]', { hasText: 'Only once, please.' }).waitFor();
    await page.reload();
    expect(await box(page).inputValue()).toBe('');
  });

  it('is offered on another device, leaves this one with signing out, and is gone once it is sent', async () => {
    const { page, email } = await newMember(minga(), 'Noa Dos Equipos');
    const inAccount = page.getByText('Draft kept on this device and in your account');
    await page.goto('/cases/new');
    await title(page).fill('Typed on the first device');
    await page.locator('[name="whatWorked"]').fill('A line of stones.');
    await inAccount.waitFor();
    const held = () => page.evaluate(() => JSON.stringify(localStorage));
    expect(await held()).toContain('Typed on the first device');
    await page.locator('header details').last().locator('summary').click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL((url) => url.pathname !== '/cases/new');
    expect(await held()).not.toContain('Typed on the first device');

    const { page: other } = await minga().guest();
    await other.goto('/sign-in?back=/settings/drafts');
    await other.locator('main [name=email]').fill(email);
    await other.locator('main [name=password]').fill(PASSWORD);
    await other.locator('main form').getByRole('button', { name: 'Sign in' }).click();
    await other.getByRole('link', { name: 'Typed on the first device' }).click();
    await other.getByText('It is kept in your account').waitFor();
    expect(await title(other).inputValue()).toBe('');
    await restore(other).click();
    await title(other).and(other.locator('[value="Typed on the first device"]')).waitFor();
    expect(await other.locator('[name="whatWorked"]').inputValue()).toBe('A line of stones.');
    await other.locator('main button[value=save]:not(.visually-hidden)').click();
    await other.waitForURL(/\/cases\/[0-9a-z]{26}/);
    await other.goto('/settings/drafts');
    await other.getByText('There is nothing unfinished').waitFor();
  });
});
