import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { closeDialogue, conveneDialogue } from './dialogue.js';
import { READERS, useBrowsing } from './journey.js';
import { DAY, dayOf, HOUR, later } from './local-time.js';
import { mailedLink, mailsTo } from './mails.js';
import { newMember } from './membership.js';

const CASE = 'Warnings in a known voice: cyclone messages for outer islands in Fiji and Tonga';
const BOARD = 'Whoever reads the gauge writes the level on the board in the market.';
const SCHOOL = 'The school keeps the book of levels.';
const DOUBLE = 'Readers are paid, and the book is public.';
const AGREED = 'The level is written on the board **every morning**.';
const PROMISE = 'Put up the board in the market';
const JOURNEY_MS = 180_000;

describeWithEngine('chromium', 'a policy dialogue', () => {
  const minga = useBrowsing();

  describe.each(READERS)('$reader', ({ reader, javaScriptEnabled }) => {
    const question = `Who tells the village what the river does? (${reader})`;

    it(
      'goes from its question over statements and answers to an outcome in the mail',
      async () => {
        const [noor, jose, amina] = await Promise.all(
          ['Noor', 'Jose', 'Amina'].map((name) =>
            newMember(minga(), `${name} ${reader}`, { javaScriptEnabled }),
          ),
        );
        if (!noor || !jose || !amina) throw new Error('three people');
        await minga().grant(noor.email, 'facilitator');
        const start = minga().now;
        const day = (number: number) => later(start, number * DAY);
        const path = await conveneDialogue(noor.page, {
          question,
          phases: {
            Gathering: [later(start, -HOUR), day(1)],
            Deliberating: [day(1), day(3)],
            Deciding: [day(3), day(5)],
            'Following up': [day(5), day(20)],
          },
          links: [
            { list: 'About', words: 'Fiji', tick: 'Fiji' },
            { list: 'Evidence', words: 'Warnings in a known voice', tick: CASE },
          ],
        });

        // Members propose; Noor approves two statements and refuses one, whose author reads why.
        await jose.page.goto('/dialogues');
        await jose.page.getByRole('link', { name: question }).click();
        await propose(jose.page, BOARD);
        await amina.page.goto(path);
        await propose(amina.page, SCHOOL);
        await propose(amina.page, DOUBLE);
        await noor.page.goto(path);
        await noor.page.getByRole('link', { name: '3 statements to moderate' }).click();
        await approve(noor.page, BOARD);
        await approve(noor.page, SCHOOL);
        await statement(noor.page, DOUBLE).locator('summary').click();
        await statement(noor.page, DOUBLE).getByLabel('Reason').fill('Says two things at once.');
        await statement(noor.page, DOUBLE).getByRole('button', { name: 'Refuse' }).click();
        await noor.page.getByText('Nothing waits for you').waitFor();
        await amina.page.getByRole('link', { name: 'Your proposals' }).click();
        await statement(amina.page, DOUBLE).getByText('Refused: Says two things at once.').waitFor();
        await statement(amina.page, SCHOOL).getByText('Put to everyone').waitFor();

        // Everyone says to each statement what they think, and may think again.
        await minga().moveClockTo(later(day(1), HOUR));
        await answer(jose.page, path, { [BOARD]: 'Agree', [SCHOOL]: 'Pass' });
        await answer(amina.page, path, { [BOARD]: 'Disagree', [SCHOOL]: 'Agree' });
        await amina.page.getByText('You have answered everything').waitFor();
        await listed(amina.page, BOARD).getByRole('link', { name: 'Change' }).click();
        await press(amina.page, 'Agree');
        await amina.page.getByText('Kept: you agree with').waitFor();
        await amina.page.goto(path);
        await listed(amina.page, BOARD).getByText('You agree').waitFor();
        await amina.page.getByRole('main').getByRole('link', { name: 'See the results' }).first().click();
        await amina.page.getByText('Fewer than 5 answers stay hidden').waitFor();
        await amina.page.getByText('2 answers so far: shown from 5 on.').first().waitFor();

        // Noor closes it with what was agreed.
        await minga().moveClockTo(later(day(3), HOUR));
        await jose.page.goto(path);
        await jose.page.getByText('Answers are in.').waitFor();
        expect(await jose.page.getByRole('button', { name: 'Agree', exact: true }).count()).toBe(0);
        await noor.page.goto(path);
        await noor.page.getByRole('link', { name: 'Close with an outcome' }).click();
        await closeDialogue(noor.page, {
          agreed: AGREED,
          dissent: 'The teacher would rather keep a book.',
          party: jose.name,
          promise: PROMISE,
          dueOn: dayOf(day(10)),
          source: BOARD,
        });
        await noor.page.locator('#agreed strong', { hasText: 'every morning' }).waitFor();
        await noor.page.locator('#dissent').getByText('rather keep a book').waitFor();
        await noor.page.locator('#parties').getByText(jose.name).waitFor();
        await printsWithAddress(noor.page);

        // All who took part have it in the mail; Jose walks from there to the statement and to his promise.
        await minga().moveClockTo(later(day(3), 2 * HOUR));
        for (const { email } of [noor, jose, amina]) {
          const mails = (await mailsTo(minga(), email)).filter((mail) => mail.includes(question));
          expect(mails).toHaveLength(1);
          expect(mails[0]).toContain('The level is written on the board every morning.');
        }
        await jose.page.goto(await mailedLink(minga(), jose.email, /\/dialogues\/[\w-]+\/outcome/));
        await jose.page.getByRole('heading', { level: 1, name: question }).waitFor();
        await jose.page.getByRole('link', { name: BOARD }).click();
        await listed(jose.page, BOARD).getByText('2 answers').waitFor();
        await jose.page.getByRole('link', { name: 'Read the outcome' }).click();
        await jose.page.locator('#commitments').getByRole('link', { name: PROMISE }).click();
        await jose.page.getByRole('heading', { level: 1, name: PROMISE }).waitFor();
        await jose.page.getByRole('complementary').getByRole('link', { name: jose.name }).waitFor();
        await jose.page.getByRole('complementary').getByRole('link', { name: question }).click();
        await jose.page.getByRole('heading', { level: 1, name: question }).waitFor();

        // On its day he is asked what came of it.
        await minga().moveClockTo(later(day(10), HOUR));
        await jose.page.goto(await mailedLink(minga(), jose.email, /\/commitments\/[\w-]+/));
        await jose.page.getByLabel('It was kept', { exact: true }).check();
        await jose.page.getByLabel('In a few words').fill('It stands beside the well.');
        await press(jose.page, 'Send the report');
        await jose.page.locator('#reports').getByText('It stands beside the well.').waitFor();
        await noor.page.goto(`${path}/outcome`);
        await noor.page.locator('#commitments').getByText('Kept').waitFor();
      },
      JOURNEY_MS,
    );
  });
});

async function propose(page: Page, text: string): Promise<void> {
  await page.getByLabel('Your statement').fill(text);
  await press(page, 'Propose');
  await page.getByText('Thank you. A moderator reads it').waitFor();
}

/** A statement in the list that is moderated, or that its author looks through. */
function statement(page: Page, text: string) {
  return page.locator('.statement-list > li', { hasText: text });
}

async function approve(page: Page, text: string): Promise<void> {
  await statement(page, text).getByRole('button', { name: 'Approve' }).click();
  await statement(page, text).waitFor({ state: 'detached' });
}

/** A statement among all that are asked, on the page of the dialogue. */
function listed(page: Page, text: string) {
  return page.locator('#statements li', { hasText: text });
}

/** Answers whatever is asked, one after the other, in the order in which it comes. */
async function answer(page: Page, path: string, answers: Record<string, string>): Promise<void> {
  await page.goto(path);
  const asked = page.locator('#statement-asked');
  for (let left = Object.keys(answers).length; left > 0; left--) {
    const text = (await asked.textContent()) ?? '';
    await press(page, answers[text] ?? '');
    await asked.filter({ hasText: text }).waitFor({ state: 'detached' });
  }
}

/** On paper there is no navigation, but the address under which the outcome is found. */
async function printsWithAddress(page: Page): Promise<void> {
  const address = page.getByText(page.url(), { exact: true });
  expect(await address.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  await address.waitFor();
  expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name, exact: true }).click();
}
