import { setFlagsFromString } from 'node:v8';

/**
 * Imported before anything else. While it starts, a process makes much that is soon forgotten, and the engine would
 * answer by growing its nursery for good: some twenty megabytes that an idle server never needs again.
 */
setFlagsFromString('--semi-space-growth-factor=1');

/** From now on the nursery grows with the load. */
export function endLeanStart(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
}
