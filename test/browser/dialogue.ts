import type { Page } from 'playwright-core';
import { localTime } from './local-time.js';
import { type Pick, pick } from './pick.js';

const ZONE = 'UTC';

export interface Convening {
  question: string;
  /** From when to when, by the name of the phase. */
  phases: Record<string, [opens: Date, closes: Date]>;
  links: Pick[];
}

/** Fills in the form of a new dialogue and sends it. @returns the path of the dialogue */
export async function conveneDialogue(page: Page, { question, phases, links }: Convening): Promise<string> {
  await page.goto('/dialogues');
  await page.getByRole('main').getByRole('link', { name: 'Convene a dialogue' }).first().click();
  const form = page.getByRole('main');
  await form.getByLabel('What is to be agreed?').fill(question);
  await form.getByLabel('Background').fill('Since **May** the river is read at two places.');
  await form.getByLabel('Time zone').selectOption(ZONE);
  for (const [name, [opens, closes]] of Object.entries(phases)) {
    const phase = form.getByRole('group', { name, exact: true });
    await phase.getByLabel('Opens').fill(localTime(opens, ZONE));
    await phase.getByLabel('Closes').fill(localTime(closes, ZONE));
  }
  for (const link of links) await pick(page, link);
  await form.getByRole('button', { name: 'Convene it' }).click();
  await page.getByRole('heading', { level: 1, name: question }).waitFor();
  return new URL(page.url()).pathname;
}

export interface Outcome {
  agreed: string;
  dissent: string;
  /** Name of a person who agreed, and who owns the promise. */
  party: string;
  promise: string;
  dueOn: string;
  /** A statement from which it follows. */
  source: string;
}

/** Fills in the form that closes a dialogue, and sends it. */
export async function closeDialogue(page: Page, outcome: Outcome): Promise<void> {
  await page.getByLabel('What was agreed').fill(outcome.agreed);
  await page.getByLabel('Dissent').fill(outcome.dissent);
  await pick(page, { list: 'People and organisations', words: outcome.party, tick: outcome.party });
  const commitment = page.getByRole('group', { name: 'Commitment 1' });
  await commitment.getByLabel('What is promised').fill(outcome.promise);
  await commitment.getByLabel('Who promises it').selectOption({ label: outcome.party });
  await commitment.getByLabel('Due on').fill(outcome.dueOn);
  await page.getByRole('checkbox', { name: outcome.source }).check();
  await page.getByRole('button', { name: 'Close and publish' }).click();
}
