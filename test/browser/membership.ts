import type { Page } from 'playwright-core';
import type { Browsing, GuestOptions } from './browsing.js';
import { mailedLink } from './mails.js';

export interface NewMember {
  name: string;
  email: string;
  password: string;
  country: string;
}

/** Fills in the form that the page shows, and sends it. */
export async function register(page: Page, { name, email, password, country }: NewMember): Promise<void> {
  const form = page.getByRole('main');
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByLabel('E-mail address').fill(email);
  await form.getByLabel('Password').fill(password);
  await form.getByLabel('Country').selectOption({ label: country });
  await form.getByRole('button', { name: 'Join' }).click();
}

export interface Member {
  page: Page;
  name: string;
  email: string;
}

const VERIFY = /\/verify\?token=[\w.-]+/;

/** Follows the link by which a new member proves the address. */
export async function proveAddress(minga: Browsing, { page, email }: Omit<Member, 'name'>): Promise<void> {
  await page.goto(await mailedLink(minga, email, VERIFY));
  await page.getByRole('button', { name: 'Yes, it is mine' }).click();
  await page.getByRole('heading', { name: 'Your e-mail address is confirmed' }).waitFor();
}

/** Somebody who has just joined and proved their address, in a window of their own. */
export async function newMember(minga: Browsing, name: string, options?: GuestOptions): Promise<Member> {
  const { page } = await minga.guest(options);
  await registerAt(page, '/about', name);
  const member = { page, name, email: addressOf(name) };
  await proveAddress(minga, member);
  return member;
}

export function addressOf(name: string): string {
  return `${name.toLowerCase().replace(/\W+/g, '.')}@example.org`;
}

/** Registers in whatever language the pages are, and comes to the path. */
export async function registerAt(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/register?back=${encodeURIComponent(path)}`);
  const form = page.getByRole('main').locator('form');
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=email]').fill(addressOf(name));
  await form.locator('[name=password]').fill('seven canals under one moon');
  await form.getByRole('button').click();
  await page.waitForURL((url) => url.pathname === path);
}
