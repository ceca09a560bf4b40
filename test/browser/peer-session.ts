import type { Locator, Page } from 'playwright-core';
import { dayOf, HOUR, later, localTime } from './local-time.js';
import { type Pick, pick } from './pick.js';

const ZONE = 'America/Lima';

export const AGENDA = [
  { title: 'Welcome', minutes: 5, prompt: '' },
  { title: 'The case', minutes: 20, prompt: 'What surprised you?' },
  { title: 'What I will do', minutes: 10, prompt: '' },
];

export interface Proposal {
  title: string;
  startsAt: Date;
  places: number;
  /** Words to look for, and what to tick of what is found. */
  about: Omit<Pick, 'list'>[];
}

/** Fills in the form of a new session and sends it. @returns the path of the session */
export async function proposeSession(
  page: Page,
  { title, startsAt, places, about }: Proposal,
): Promise<string> {
  await page.goto('/sessions');
  await page.getByRole('main').getByRole('link', { name: 'Propose a session' }).first().click();
  const form = page.getByRole('main');
  await form.getByLabel('Name of the session').fill(title);
  await form.getByLabel('Purpose').fill('Two islands ask **how** warnings reach people at night.');
  await form.getByLabel('Time zone').fill(ZONE);
  await form.getByLabel('Begins').fill(localTime(startsAt, ZONE));
  await form.getByLabel('Ends').fill(localTime(later(startsAt, 2 * HOUR), ZONE));
  await form.getByLabel('Places').fill(String(places));
  for (const [index, step] of AGENDA.entries()) {
    const row = form.getByRole('group', { name: `Step ${index + 1}` });
    await row.getByLabel('What is done').fill(step.title);
    await row.getByLabel('Minutes').fill(String(step.minutes));
    await row.getByLabel('What to think about meanwhile').fill(step.prompt);
  }
  for (const link of about) await pick(page, { list: 'About', ...link });
  await form.getByRole('button', { name: 'Propose a session' }).last().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

export interface Outcome {
  lesson: string;
  /** Title of the case that the lesson speaks of. */
  of: string;
  promise: string;
  owner: string;
  dueOn: Date;
  reviewOn: Date;
}

/** Fills in the form that closes a session, and sends it. */
export async function closeSession(page: Page, outcome: Outcome): Promise<void> {
  const lesson = page.getByRole('group', { name: 'Lesson 1' });
  await lesson.getByLabel('What was learned').fill(outcome.lesson);
  await lesson.getByLabel('Case', { exact: true }).selectOption({ label: outcome.of });
  const commitment = page.getByRole('group', { name: 'Commitment 1' });
  await commitment.getByLabel('What is promised').fill(outcome.promise);
  await commitment.getByLabel('Who promises it').selectOption({ label: outcome.owner });
  await commitment.getByLabel('Due on').fill(dayOf(outcome.dueOn));
  await commitment.getByLabel('Look back on').fill(dayOf(outcome.reviewOn));
  await page.getByRole('button', { name: 'Close and publish the record' }).click();
}

/** One part of the live room. */
export function part(
  page: Page,
  name: 'Now' | 'Raised hands' | 'Quick poll' | 'Shared notes' | 'Who is here',
) {
  return page.locator('.room-part', { has: page.getByRole('heading', { name, exact: true }) });
}

/** When the step ends by the clock of the server, and how many whole minutes the window shows. */
export async function timer(page: Page): Promise<{ ends: string | null; minutes: number }> {
  const clock: Locator = page.locator('.clock');
  const face = await clock.getByRole('timer').textContent();
  return { ends: await clock.getAttribute('data-ends'), minutes: Number.parseInt(face ?? '', 10) };
}
