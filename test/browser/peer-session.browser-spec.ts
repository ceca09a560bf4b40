import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { describeWithEngine } from '../engines/require-engine.js';
import { READERS, useBrowsing } from './journey.js';
import { DAY, HOUR, later, MINUTE } from './local-time.js';
import { mailedLink, mailsTo } from './mails.js';
import { newMember } from './membership.js';
import { closeSession, part, proposeSession, timer } from './peer-session.js';

const CASE = 'Warnings in a known voice: cyclone messages for outer islands in Fiji and Tonga';
const LESSON = 'A known voice is believed, even at night.';
const PROMISE = 'Send our list of voices to the two islands';
const JOURNEY_MS = 180_000;

describeWithEngine('chromium', 'three people in a peer-learning session', () => {
  const minga = useBrowsing();

  describe.each(READERS)('$reader', ({ reader, javaScriptEnabled }) => {
    const title = `Who speaks at night? (${reader})`;

    it(
      'register, meet in the live room, close it, and are held to what they promised',
      async () => {
        const [rosa, jose, amina] = await Promise.all(
          ['Rosa', 'Jose', 'Amina'].map((name) =>
            newMember(minga(), `${name} ${reader}`, { javaScriptEnabled }),
          ),
        );
        if (!rosa || !jose || !amina) throw new Error('three people');
        const windows = [rosa.page, jose.page, amina.page];
        await minga().grant(rosa.email, 'facilitator');

        // Rosa proposes a session with a single place, and then gives it a second.
        const startsAt = later(minga().now, 3 * HOUR);
        const path = await proposeSession(rosa.page, {
          title,
          startsAt,
          places: 1,
          about: [
            { words: 'Fiji', tick: 'Fiji' },
            { words: 'Warnings in a known voice', tick: CASE },
          ],
        });
        await rosa.page.getByText('You facilitate this session.').waitFor();
        await jose.page.goto('/sessions');
        await jose.page.getByRole('link', { name: title }).click();
        await press(jose.page, 'Register');
        await jose.page.getByText('You have a place.').waitFor();
        await amina.page.goto(path);
        await press(amina.page, 'Join the waiting list');
        await amina.page.getByText('You are number 1 on the waiting list.').waitFor();
        await press(jose.page, 'Give up my place');
        await jose.page.getByText('All places are taken').waitFor();
        await amina.page.goto(path);
        await amina.page.getByText('You have a place.').waitFor();
        await press(jose.page, 'Join the waiting list');
        await jose.page.getByText('You are number 1 on the waiting list.').waitFor();
        await rosa.page.getByRole('main').getByRole('link', { name: 'Edit' }).click();
        await rosa.page.getByLabel('Places').fill('2');
        await press(rosa.page, 'Save');
        await rosa.page.getByText('All places are taken').waitFor();
        await jose.page.goto(path);
        await jose.page.getByText('You have a place.').waitFor();

        // An hour before, the doors open and everyone is reminded.
        await minga().moveClockTo(later(startsAt, -30 * MINUTE));
        for (const { email } of [jose, amina]) {
          const mails = await mailsTo(minga(), email);
          expect(mails.filter((mail) => mail.includes('You have a place'))).toHaveLength(1);
          expect(mails.filter((mail) => mail.includes('In an hour'))).toHaveLength(1);
        }
        for (const page of windows) {
          await page.goto(path);
          await page.getByRole('link', { name: 'Enter the live room' }).click();
          await part(page, 'Now').getByText('It has not begun yet.').waitFor();
        }
        if (javaScriptEnabled) {
          for (const page of windows) await page.getByText(/^Looking at this page now: .*(,.*){2}/).waitFor();
        }
        /** What the others see: without scripts, they ask for it. */
        const look = async (...pages: Page[]) => {
          if (javaScriptEnabled) return;
          for (const page of pages) await page.getByRole('link', { name: 'Show it anew' }).click();
        };

        await press(rosa.page, 'Begin');
        await look(jose.page, amina.page);
        for (const page of windows) await part(page, 'Now').getByText('Welcome').waitFor();
        await part(rosa.page, 'Who is here')
          .getByRole('button', { name: `Mark ${amina.name} as here` })
          .click();
        await look(amina.page);
        await part(amina.page, 'Who is here').getByText('2 people have come; 2 registered').waitFor();
        await press(rosa.page, 'Next step');
        await look(jose.page, amina.page);
        for (const page of windows) {
          await part(page, 'Now').getByText('Step 2 of 3').waitFor();
          await part(page, 'Now').getByText('What surprised you?').waitFor();
        }
        const timers = await Promise.all(windows.map(timer));
        expect(new Set(timers.map(({ ends }) => ends)).size).toBe(1);
        // The clocks of the browsers are hours behind that of the server.
        for (const { minutes } of timers) expect([17, 18, 19, 20]).toContain(minutes);

        await press(jose.page, 'Raise your hand');
        await jose.page.getByRole('button', { name: 'Lower your hand' }).waitFor();
        await press(amina.page, 'Raise your hand');
        await look(rosa.page);
        const hands = part(rosa.page, 'Raised hands').getByRole('listitem');
        await hands.nth(1).waitFor();
        expect((await hands.allInnerTexts()).map((text) => text.split('\n')[0])).toEqual([
          jose.name,
          amina.name,
        ]);
        await press(rosa.page, `Lower the hand of ${jose.name}`);
        await look(jose.page);
        await jose.page.getByRole('button', { name: 'Raise your hand' }).waitFor();

        await amina.page.getByLabel('Your post').fill('Ours is the voice of the **nurse**.');
        await press(amina.page, 'Send');
        await look(rosa.page, jose.page);
        for (const page of windows) await page.locator('.post strong', { hasText: 'nurse' }).waitFor();

        await rosa.page.getByText('Ask everyone').click();
        await rosa.page.getByLabel('Question').fill('Whose voice is known?');
        await rosa.page.getByLabel('Answers to choose from').fill('The nurse\nThe teacher\nThe radio');
        await press(rosa.page, 'Ask');
        await look(jose.page, amina.page);
        await press(jose.page, 'The nurse');
        await press(amina.page, 'The teacher');
        await look(rosa.page, jose.page);
        for (const page of windows) await part(page, 'Quick poll').getByText('2 answers').waitFor();
        await part(jose.page, 'Quick poll').getByText('your answer').waitFor();
        await press(rosa.page, 'Close the poll');
        await look(jose.page);
        await part(jose.page, 'Quick poll').getByText('This poll is closed.').waitFor();

        await jose.page.getByLabel('Write a line').fill('Write down whose voice each village knows.');
        await press(jose.page, 'Write down');
        await look(rosa.page, amina.page);
        for (const page of windows) await part(page, 'Shared notes').getByText('whose voice each').waitFor();
        await part(amina.page, 'Who is here').getByText('3 people have come').waitFor();

        const dueOn = later(minga().now, 3 * DAY);
        const reviewOn = later(minga().now, 6 * DAY);
        await rosa.page.getByRole('link', { name: 'Close the session' }).click();
        await closeSession(rosa.page, {
          lesson: LESSON,
          of: CASE,
          promise: PROMISE,
          owner: jose.name,
          dueOn,
          reviewOn,
        });
        await rosa.page.getByRole('heading', { name: 'What we learned' }).waitFor();
        await rosa.page.getByRole('link', { name: 'Record for printing' }).click();
        for (const words of [LESSON, PROMISE, 'Whose voice is known?', 'whose voice each village knows']) {
          await rosa.page.getByText(words).first().waitFor();
        }
        if (javaScriptEnabled) {
          await amina.page.getByText('This session has changed since you opened it.').waitFor();
          await amina.page.getByRole('status').getByRole('link', { name: 'Show it anew' }).click();
        }
        await look(amina.page);
        await amina.page.getByRole('link', { name: 'See what came of it' }).click();
        await amina.page
          .locator('[id^=lesson-]', { hasText: LESSON })
          .getByRole('link', { name: CASE })
          .click();
        await amina.page.getByRole('heading', { level: 1, name: CASE }).waitFor();
        await amina.page
          .locator('#lessons li', { hasText: LESSON })
          .getByRole('link', { name: title })
          .waitFor();

        // Past the day of the follow-up, Jose is asked by mail what came of it, and says so.
        await minga().moveClockTo(later(reviewOn, HOUR));
        const mails = (await mailsTo(minga(), jose.email)).filter((mail) => mail.includes(PROMISE));
        expect(mails).toHaveLength(1);
        expect(mails[0]).toContain('Time to look back');
        await jose.page.goto(await mailedLink(minga(), jose.email, /\/commitments\/[\w-]+/));
        await jose.page.getByText('late since').waitFor();
        await jose.page.getByLabel('It was kept in part').check();
        await jose.page.getByLabel('In a few words').fill('One island has it, the boat to the other waits.');
        await press(jose.page, 'Send the report');
        await jose.page.locator('#reports').getByText('One island has it').waitFor();
        await jose.page.getByRole('complementary').getByRole('link', { name: title }).waitFor();

        await jose.page.getByRole('complementary').getByRole('link', { name: jose.name }).click();
        await cameOf(jose.page, reader);
        await amina.page.goto('/countries/FJI');
        await cameOf(amina.page, reader);
        await amina.page.goto('/commitments');
        await amina.page.getByRole('link', { name: 'Kept in part' }).click();
        await cameOf(amina.page, reader);
      },
      JOURNEY_MS,
    );
  });
});

/** What was promised, and what came of it, on the page of whoever or whatever it touches. */
async function cameOf(page: Page, reader: string): Promise<void> {
  const item = page.locator('.commitment-item', { hasText: reader }).filter({ hasText: PROMISE });
  await item.getByText('Kept in part').waitFor();
  await item.getByText('One island has it').waitFor();
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('main').getByRole('button', { name, exact: true }).click();
}
