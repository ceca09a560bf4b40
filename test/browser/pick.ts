import type { Page } from 'playwright-core';

export interface Pick {
  /** Name of the list of links in a form. */
  list: string;
  /** Words to look for. */
  words: string;
  /** How the name of what is ticked begins. */
  tick: string;
}

/** Looks for something by name in a form, and ticks it. */
export async function pick(page: Page, { list, words, tick }: Pick): Promise<void> {
  const picker = page.getByRole('group', { name: list, exact: true });
  await picker.getByRole('textbox').fill(words);
  await picker.getByRole('button').click();
  await picker.getByRole('checkbox', { name: new RegExp(`^${tick}`) }).check();
}
