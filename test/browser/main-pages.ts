import type { APIRequestContext, Page } from 'playwright-core';
import { findStops, type StopReader } from '../../tools/tour/stops.mjs';
import type { Browsing, Guest, GuestOptions } from './browsing.js';
import { addressOf, registerAt } from './membership.js';

/** The page that says that there is none is answered as such. */
const NOT_FOUND = /status of 404/;

const READER = 'Main Reader';

export interface MainPage {
  name: string;
  page: Page;
}

/**
 * Opens one main page after the other, as whoever may see it, and looks at each.
 * @returns for asking on as a member with a further role
 */
export async function onMainPages(
  minga: Browsing,
  options: GuestOptions,
  look: (visited: MainPage) => Promise<void>,
): Promise<APIRequestContext> {
  const stops = await findStops(minga.url);
  const guest = await minga.guest({ ...options, expected: NOT_FOUND });
  const visit = async (reader: StopReader) => {
    for (const { name, path } of stops.filter((stop) => stop.reader === reader)) {
      await open(guest, name, path);
      await look({ name, page: guest.page });
    }
  };
  await visit('visitor');
  await registerAt(guest.page, '/about', READER);
  await visit('member');
  await minga.grant(addressOf(READER), 'steward');
  await visit('steward');
  return guest.context.request;
}

async function open({ page }: Guest, name: string, path: string): Promise<void> {
  const answer = await page.goto(path, { waitUntil: 'load' });
  const expected = name === 'not-found' ? 404 : 200;
  if (answer?.status() !== expected) throw new Error(`${path} answered ${answer?.status()}`);
}
