import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, it } from '@jest/globals';

export type EngineName = 'neo4j' | 'redis' | 'chromium' | 'meili';

export type EngineAvailability = { available: true } | { available: false; reason: string };

/** Where each engine comes from on this machine: all parts must be there. */
const needs: Record<EngineName, () => string[]> = {
  neo4j: () => ['java', 'mvn'].filter((program) => !isProgram(program)),
  redis: () => ['redis-server'].filter((program) => !isProgram(program)),
  chromium: () => ['/usr/bin/chromium'].filter((path) => !isExecutable(path)),
  meili: () => (process.env.MEILI_URL ? [] : ['MEILI_URL']),
};

/**
 * Whether the engine can be used here.
 * @throws Error when the engine is missing and REQUIRE_ENGINES (names with commas between) asks for it, so that
 *   a test run meant to cover every engine cannot pass by skipping one.
 */
export function engineAvailable(name: EngineName): EngineAvailability {
  const missing = needs[name]();
  if (missing.length === 0) return { available: true };
  const reason = `${name} is not available: no ${missing.join(', no ')}`;
  if (requiredEngines().includes(name)) throw new Error(`REQUIRE_ENGINES asks for ${name}, but ${reason}`);
  return { available: false, reason };
}

/** A `describe` that runs where the engine is available, and elsewhere counts as one skipped test that says why. */
export function describeWithEngine(name: EngineName, title: string, suite: () => void): void {
  const engine = engineAvailable(name);
  if (engine.available) {
    describe(title, suite);
  } else {
    describe(title, () => {
      it.skip(engine.reason, () => {});
    });
  }
}

function requiredEngines(): string[] {
  return (process.env.REQUIRE_ENGINES ?? '').split(',').map((name) => name.trim());
}

function isProgram(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
