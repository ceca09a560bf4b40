import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * While a process starts, it makes much that is soon forgotten. The engine would answer by growing its nursery for
 * good: some twenty megabytes that an idle server never needs again.
 */
const LEAN = '--semi-space-growth-factor=1';
const USUAL = '--semi-space-growth-factor=2';

/** By then the first who waited for the start have been answered. */
const SETTLED_MS = 1000;

let isLean = false;

export function beginLeanStart(): void {
  isLean = true;
  setFlagsFromString(LEAN);
}

/**
 * For a command that works through much and ends: the heap is cleared when it has grown by a fifth, and not when it has
 * doubled, as it holds little that lasts.
 */
export function stayLean(): void {
  beginLeanStart();
  setFlagsFromString('--heap-growing-percent=20');
}

/** Whether a thread that begins now should be lean as well: it would set the growth back for all threads. */
export function isStartLean(): boolean {
  return isLean;
}

/** From now on all grows with the load. What the start has left behind is given back a little later. */
export async function endLeanStart(): Promise<void> {
  isLean = false;
  setFlagsFromString(USUAL);
  await sleep(SETTLED_MS, undefined, { ref: false });
  giveBackMemory();
}

function giveBackMemory(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--compact-on-every-full-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  collectGarbage();
  setFlagsFromString('--no-compact-on-every-full-gc');
}
