import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { GrafeoDB } from '@grafeo-db/js';
import { openEngine } from './embedded-engine.js';

const TRIES = 10;
const PAUSE_MS = 50;

/** @throws as long as nothing can be brought onto the disk beside this file */
export function requireWorkingDisk(path: string): void {
  const probe = `${path}.probe`;
  const file = openSync(probe, 'w');
  try {
    writeSync(file, 'Is the disk there?');
    fsyncSync(file);
  } finally {
    closeSync(file);
    rmSync(probe, { force: true });
  }
}

/**
 * Opens the file anew after the engine has stopped taking commits. It then refuses to be closed as well and lets go
 * of its lock only when it is collected as garbage: so nothing may refer to it any more, and this asks for that.
 */
export async function reopenEngine(path: string): Promise<GrafeoDB> {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  for (let tries = 1; ; tries++) {
    collectGarbage();
    await sleep(PAUSE_MS);
    try {
      const { db } = openEngine(path);
      db.walCheckpoint();
      return db;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
  }
}
