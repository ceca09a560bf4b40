import { beforeEach, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { BreakingLine } from './breaking-line.js';
import { useBrowsing } from './journey.js';

/** What a browser says about a line that breaks. */
const BREAKS = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|WebSocket connection/;

describeWithEngine('chromium', 'a live room', () => {
  const minga = useBrowsing();
  let room: string;

  beforeEach(async () => {
    const [session] = await minga().list<{ url: string }>('sessions?when=all');
    room = `${session?.url}/room`;
  });

  /** Waits until the page knows of the other reader in the session, in its head, and in the talk, below it. */
  async function seesTwo(page: Page): Promise<void> {
    await page.getByText('Looking at this page now: 2').waitFor();
    await page.getByText('2 reading now').waitFor();
  }

  it('hears what happens and what is said over one connection', async () => {
    const [one, other] = [await minga().guest(), await minga().guest()];
    const sockets: string[] = [];
    const joined: string[] = [];
    one.page.on('websocket', (socket) => {
      sockets.push(socket.url());
      socket.on('framesent', ({ payload }) => {
        const [, kind] = /"join",\{"room":"(\w+):/.exec(String(payload)) ?? [];
        if (kind) joined.push(kind);
      });
    });
    await one.page.goto(room);
    await other.page.goto(room);
    await seesTwo(one.page);
    await seesTwo(other.page);
    expect([sockets.length, joined.sort()]).toEqual([1, ['session', 'thread']]);
  });

  it('is back in both when the line is back', async () => {
    const [one, other] = [await minga().guest({ expected: BREAKS }), await minga().guest()];
    const line = await BreakingLine.lay(one.context);
    await one.page.goto(room);
    await other.page.goto(room);
    await seesTwo(other.page);
    await line.break();
    await other.page.getByText('Looking at this page now: 1').waitFor();
    await line.mend();
    await seesTwo(other.page);
    await seesTwo(one.page);
  });
});
