import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findTornTail } from './wal-frames.js';

/** What was found at the end of the log when the graph was opened, and where it is kept. */
export interface TornLog {
  /** Copy of what the engine leaves away. */
  keptIn: string;
  bytes: number;
  /** Whole writes that were before the damage: all of them are kept. */
  framesBefore: number;
  /** Whole writes behind the damage, which the engine cannot take in. */
  framesAfter: number;
}

/**
 * A power cut may leave the last write half on the disk. On opening the engine cuts such an end off without a word, so
 * before that this looks for it and keeps a copy beside the data. Call it while nothing has the graph open.
 * @returns null for a log that is whole
 */
export function setTornTailAside(databasePath: string): TornLog | null {
  for (const path of segmentsOf(databasePath)) {
    const segment = readFileSync(path);
    const torn = findTornTail(segment);
    if (!torn) continue;
    const { at, framesBefore, framesAfter } = torn;
    const keptIn = freeName(`${databasePath}.torn-${framesAfter > 0 ? LOSS : 'tail'}`);
    writeDurably(keptIn, segment.subarray(at));
    return { keptIn, bytes: segment.length - at, framesBefore, framesAfter };
  }
  return null;
}

/** What earlier openings set aside and nobody has taken away since, in words for an operator. */
export function findingsOfTornTails(databasePath: string): { detail: string; isLoss: boolean }[] {
  const folder = dirname(databasePath);
  if (!existsSync(folder)) return [];
  const prefix = `${basename(databasePath)}.torn-`;
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .map((name) => {
      const { size, mtime } = statSync(join(folder, name));
      const isLoss = name.startsWith(`${prefix}${LOSS}`);
      const what = isLoss
        ? 'a damaged part of the log, with whole writes behind the damage,'
        : 'the unfinished end of the log';
      const advice = isLoss ? 'compare with a backup, then move the file away' : 'the file may be removed';
      return {
        detail: `${what} was set aside on ${mtime.toISOString()} in ${name} (${size} bytes): ${advice}`,
        isLoss,
      };
    });
}

/** Part of the name of a copy that holds more than one unfinished write. */
const LOSS = 'writes';

function segmentsOf(databasePath: string): string[] {
  const folder = `${databasePath}.wal`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.log'))
    .sort()
    .map((name) => join(folder, name));
}

function freeName(prefix: string): string {
  for (let number = 1; ; number++) {
    const name = `${prefix}-${number}`;
    if (!existsSync(name)) return name;
  }
}

function writeDurably(path: string, bytes: Buffer): void {
  writeFileSync(path, bytes, { mode: 0o600, flag: 'wx' });
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
