import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { READERS, useBrowsing } from './journey.js';
import { proveAddress, register, registerAt } from './membership.js';

const THREAD = 'Referral without transport is a promise we cannot keep';
const CASE = 'Warnings in a known voice: cyclone messages for outer islands in Fiji and Tonga';

describeWithEngine('chromium', 'a member', () => {
  const minga = useBrowsing();

  describe.each(READERS)('$reader', ({ reader, javaScriptEnabled }) => {
    it('registers from a discussion, comes back to it and confirms the address by mail', async () => {
      const { page } = await minga().guest({ javaScriptEnabled, expected: /status of 400/ });
      const name = `Ana Torres ${reader}`;
      const email = `${reader.replace(' ', '.')}@example.org`;
      await page.goto('/threads');
      await page.getByRole('link', { name: THREAD }).click();
      const place = page.url();
      await page.getByRole('main').getByRole('link', { name: 'Join' }).click();
      await register(page, { name, email, password: 'short', country: 'Bolivia' });
      await page.getByRole('alert').getByRole('link').click();
      expect(new URL(page.url()).hash).toBe('#password');
      await page.getByLabel('Password').fill('seven canals under one moon');
      await page.getByRole('button', { name: 'Join' }).click();
      await page.waitForURL(place);
      await page.getByLabel('Your reply').waitFor();
      await page.getByRole('link', { name: 'Please confirm your e-mail address' }).click();
      await page.waitForURL('**/settings');
      await page.getByRole('main').getByText('Please confirm your e-mail address').waitFor();
      expect(await page.getByRole('combobox', { name: 'Language' }).inputValue()).toBe('en');
      expect(await page.getByRole('combobox', { name: 'Country' }).inputValue()).toBe('BOL');
      await proveAddress(minga(), { page, email });
      await page.goto('/settings');
      expect(await page.getByText('Please confirm your e-mail address').count()).toBe(0);
    });

    it('reads a case, asks about it, answers in Markdown after a preview, and edits the answer', async () => {
      const { page } = await minga().guest({ javaScriptEnabled });
      await registerAt(page, '/cases', `Vea Latu ${reader}`);
      await page.getByRole('link', { name: CASE }).click();
      await page.getByRole('heading', { level: 1, name: CASE }).waitFor();
      await page.getByRole('heading', { name: 'What did not' }).waitFor();

      await page.getByRole('link', { name: 'Start a discussion about this case' }).click();
      await page.getByLabel('Your question').fill(`Who repairs the radios? (${reader})`);
      await page.getByLabel('The situation').fill('Ours stood **silent** in the last storm.');
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.locator('[data-preview] strong', { hasText: 'silent' }).waitFor();
      await page.getByRole('button', { name: 'Publish' }).click();
      await page.getByRole('heading', { level: 1, name: 'Who repairs the radios?' }).waitFor();
      await post(page, 1).locator('strong', { hasText: 'silent' }).waitFor();
      await page.getByRole('main').getByRole('link', { name: CASE }).waitFor();

      await page.getByLabel('Your reply').fill('We now keep:\n\n- two batteries\n- one spare');
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.locator('[data-preview] li', { hasText: 'two batteries' }).waitFor();
      expect(await page.getByLabel('Your reply').inputValue()).toContain('- one spare');
      await page.getByRole('button', { name: 'Reply' }).click();
      await post(page, 2).locator('li', { hasText: 'one spare' }).waitFor();

      await post(page, 2).getByRole('link', { name: 'Edit' }).click();
      await page.getByLabel('Text').fill('We now keep three batteries.');
      await page.getByRole('button', { name: 'Save' }).click();
      await post(page, 2).getByText('We now keep three batteries.').waitFor();
      await post(page, 2).getByRole('link', { name: 'edited' }).click();
      await page.locator('ins', { hasText: 'three' }).first().waitFor();

      await page.goBack();
      await page.getByRole('main').getByRole('link', { name: CASE }).click();
      await page.getByRole('link', { name: `Who repairs the radios? (${reader})` }).waitFor();
    });
  });
});

function post(page: Page, number: number) {
  return page.locator(`#post-${number}`);
}
