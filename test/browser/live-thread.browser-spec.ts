import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { BreakingLine } from './breaking-line.js';
import type { Guest } from './browsing.js';
import { useBrowsing } from './journey.js';
import { registerAt } from './membership.js';

/** What a browser says about requests while it is offline. */
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket connection/;

describeWithEngine('chromium', 'a discussion that several people have open', () => {
  const minga = useBrowsing();
  let path: string;
  let writer: Guest;
  let reader: Guest;
  let line: BreakingLine;
  let membership: Awaited<ReturnType<typeof becomeMember>> | undefined;

  async function becomeMember(place: string, name = 'Selma Writer') {
    const { context, page } = await minga().guest();
    await registerAt(page, place, name);
    return context.storageState();
  }

  beforeEach(async () => {
    const [thread] = await minga().list<{ url: string }>('threads');
    path = thread?.url ?? '';
    membership ??= await becomeMember(path);
    writer = await minga().guest({ expected: OFFLINE, storageState: membership });
    reader = await minga().guest({ expected: OFFLINE });
    line = await BreakingLine.lay(reader.context);
    await writer.page.goto(path);
    await reader.page.goto(path);
    // Both are connected once each knows of the other.
    await writer.page.getByText('2 reading now').waitFor();
    await reader.page.getByText('2 reading now').waitFor();
  });

  it('shows members who writes, and everyone each post as it comes', async () => {
    const loads = countLoads(reader.page);
    const colleague = await minga().guest({ storageState: await becomeMember(path, 'Joan Colleague') });
    await colleague.page.goto(path);
    await colleague.page.getByText('3 reading now').waitFor();
    await compose(writer.page, 'The gauge at the bridge has been read every day since May.');
    await colleague.page.getByText('Selma Writer is writing…').waitFor();
    expect(await reader.page.getByText('Selma Writer is writing…').count()).toBe(0);
    await send(writer.page);
    await shown(reader.page, 'The gauge at the bridge');
    await colleague.page.getByText('is writing…').waitFor({ state: 'detached' });
    await writer.page.getByLabel('Your reply').fill('Nobody is paid for it.');
    await send(writer.page);
    await shown(reader.page, 'Nobody is paid for it.');
    expect(await posts(reader.page, 'The gauge at the bridge').count()).toBe(1);
    expect(await posts(writer.page, 'The gauge at the bridge').count()).toBe(1);
    expect(loads()).toBe(0);
  });

  it('tells the others when a post is changed', async () => {
    await write(writer.page, 'We replaced the gage.');
    await shown(reader.page, 'We replaced the gage.');
    await posts(writer.page, 'We replaced the gage.').getByRole('link', { name: 'Edit' }).click();
    await writer.page.getByLabel('Text').fill('We replaced the gauge.');
    await writer.page.getByRole('button', { name: 'Save' }).click();
    await shown(reader.page, 'We replaced the gauge.');
    expect(await posts(reader.page, 'We replaced the gage.').count()).toBe(0);
  });

  it('says aloud what comes while one reads at the end, and keeps the focus when a post is changed', async () => {
    await reader.page.getByText('2 reading now').scrollIntoViewIfNeeded();
    await write(writer.page, 'The spare parts come from two valleys away.');
    const aloud = reader.page.locator('[aria-live="polite"]', { hasText: 'two valleys away' });
    await aloud.waitFor({ state: 'attached' });
    expect(await aloud.textContent()).toContain('by Selma Writer');
    const time = posts(reader.page, 'two valleys away').locator('.post-time');
    await time.focus();
    const href = await time.getAttribute('href');
    await posts(writer.page, 'two valleys away').getByRole('link', { name: 'Edit' }).click();
    await writer.page.getByLabel('Text').fill('The spare parts come from three valleys away.');
    await writer.page.getByRole('button', { name: 'Save' }).click();
    await shown(reader.page, 'three valleys away');
    expect(await reader.page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
  });

  it('catches up once the connection is back, each post exactly once', async () => {
    await line.break();
    await reader.page.getByText('You are offline.').waitFor();
    await write(writer.page, 'Written while you were away, one.');
    await write(writer.page, 'Written while you were away, two.');
    await reader.page.getByText('The connection was lost.').waitFor();
    expect(await posts(reader.page, 'while you were away').count()).toBe(0);
    await line.mend();
    await reader.page.getByText('You are offline.').waitFor({ state: 'hidden' });
    await shown(reader.page, 'while you were away, two.');
    await reader.page.getByText('New posts meanwhile: 2').waitFor();
    await write(writer.page, 'And now you are here again.');
    await shown(reader.page, 'And now you are here again.');
    const numbers = await reader.page
      .locator('[data-number]')
      .evaluateAll((found) => found.map((post) => Number((post as HTMLElement).dataset.number)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect(await posts(reader.page, 'while you were away').count()).toBe(2);
  });

  it('asks again for a post that did not come through', async () => {
    let refused = 0;
    await reader.page.route('**/fragment?*', (route) => {
      refused += 1;
      return refused === 1 ? route.abort('internetdisconnected') : route.continue();
    });
    await write(writer.page, 'The line broke while this came.');
    await shown(reader.page, 'The line broke while this came.');
    expect(refused).toBe(2);
    expect(await posts(reader.page, 'The line broke while this came.').count()).toBe(1);
  });

  it('sends what was written offline once, as soon as it can', async () => {
    await writer.context.setOffline(true);
    await compose(writer.page, 'Sent from the boat.');
    await send(writer.page);
    await writer.page.getByText('Waiting for a connection').waitFor();
    await writer.context.setOffline(false);
    await shown(writer.page, 'Sent from the boat.');
    await shown(reader.page, 'Sent from the boat.');
    await writer.page.reload();
    expect(await posts(writer.page, 'Sent from the boat.').count()).toBe(1);
  });

  it('keeps a draft on the device until it is sent', async () => {
    await compose(writer.page, 'Half a thought');
    await writer.page.getByText('Draft kept on this device').waitFor();
    await writer.page.reload();
    await writer.page.getByText('Your draft from this device is back').waitFor();
    expect(await writer.page.getByLabel('Your reply').inputValue()).toBe('Half a thought');
    await send(writer.page);
    await shown(writer.page, 'Half a thought');
    await writer.page.reload();
    expect(await writer.page.getByLabel('Your reply').inputValue()).toBe('');
  });
});

function posts(page: Page, text: string) {
  return page.locator('[data-number]', { hasText: text });
}

function shown(page: Page, text: string): Promise<void> {
  return posts(page, text).first().waitFor();
}

/** By keys, as the island hears them. */
async function compose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your reply').click();
  await page.keyboard.type(text);
}

function send(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Reply' }).click();
}

async function write(page: Page, text: string): Promise<void> {
  await compose(page, text);
  await send(page);
  await shown(page, text);
}

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}
