import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';

/** Of nineteen steps down: enough that a thread which has something to do at once gets the core, whoever holds it. */
const STEPS_DOWN = 10;

/**
 * Lets all other threads of the machine come first: a search that takes long must not hold up a request that is quick.
 * On Linux each thread has a priority of its own; elsewhere the priority is the process's, and stays as it is.
 */
export function yieldToOthers(): void {
  if (process.platform !== 'linux') return;
  try {
    setPriority(Number(readlinkSync('/proc/thread-self').split('/').at(-1)), STEPS_DOWN);
  } catch {
    // Without /proc, or where a sandbox forbids it: searches are then as important as everything else.
  }
}
