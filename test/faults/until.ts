import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves when the condition holds; a condition that throws does not hold yet.
 * @throws naming what was waited for
 */
export async function until(
  what: string,
  condition: () => boolean | Promise<boolean>,
  patienceMs = 15_000,
): Promise<void> {
  const deadline = Date.now() + patienceMs;
  let last: unknown = null;
  while (Date.now() < deadline) {
    try {
      if (await condition()) return;
      last = null;
    } catch (error) {
      last = error;
    }
    await sleep(25);
  }
  throw new Error(`still waiting until ${what}`, { cause: last });
}
