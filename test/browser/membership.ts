import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Browsing } from './browsing.js';

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

/** Registers in whatever language the pages are, and comes to the path. */
export async function registerAt(page: Page, path: string, name: string): Promise<void> {
  await page.goto(`/register?back=${encodeURIComponent(path)}`);
  const form = page.getByRole('main').locator('form');
  await form.locator('[name=name]').fill(name);
  await form.locator('[name=email]').fill(`${name.toLowerCase().replace(/\W+/g, '.')}@example.org`);
  await form.locator('[name=password]').fill('seven canals under one moon');
  await form.getByRole('button').click();
  await page.waitForURL((url) => url.pathname === path);
}

/** The path of the link that the latest mail to this address holds. */
export async function mailedLink(minga: Browsing, email: string): Promise<string> {
  const files = (await readdir(minga.outbox)).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(files.map((name) => readFile(join(minga.outbox, name), 'utf8')));
  const mail = mails.findLast((text) => text.includes(email));
  // Quoted-printable: long lines are broken by `=`, and `=` itself is written `=3D`.
  const text = mail?.replace(/=\r?\n/g, '').replaceAll('=3D', '=') ?? '';
  const link = /https?:\/\/\S+?(\/verify\?token=[\w.-]+)/.exec(text)?.[1];
  if (!link) throw new Error(`no link was mailed to ${email}`);
  return link;
}
