import { spawnSync } from 'node:child_process';
import { describe, it } from '@jest/globals';
import { canMount } from './mounted-folder.js';

/** What a scenario needs of the machine, and whether it is there. */
const NEEDS = {
  strace: () => traces(),
  mount: () => canMount(),
};

export type Need = keyof typeof NEEDS;

/**
 * A `describe` that runs where the machine has what it needs, and elsewhere counts as one skipped test that says why.
 * REQUIRE_ENGINES names what must not be skipped.
 */
export function describeWhere(need: Need, title: string, suite: () => void): void {
  if (NEEDS[need]()) {
    describe(title, suite);
    return;
  }
  if ((process.env.REQUIRE_ENGINES ?? '').split(',').includes(need)) {
    throw new Error(`REQUIRE_ENGINES asks for ${need}, which does not work here`);
  }
  describe(title, () => {
    it.skip(`${need} does not work here`, () => {});
  });
}

function traces(): boolean {
  return spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0;
}
