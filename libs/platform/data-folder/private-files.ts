import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';

const OWNERS_FOLDER = 0o700;
const OWNERS_FILE = 0o600;
const OTHERS = 0o077;

/** What Minga keeps in its folder, by how the names begin; whatever else lies there is somebody else's to decide on. */
const OURS = ['graph', 'holder.json', 'lock.sqlite', 'outbox', 'search.sqlite', 'secrets.json'];

/**
 * Keeps the data folder and what Minga writes there to the user who runs it: it holds addresses, hashes of
 * passwords and mails. Files that this process makes from now on are its owner's alone, and those of earlier starts are
 * closed to others. Where the system does not let it, as on a shared disk, things stay as they are.
 */
export function keepToOwner(folder: string): void {
  // Threads share what the main one sets.
  if (isMainThread) process.umask(OTHERS);
  close(folder, OWNERS_FOLDER);
  for (const name of readdirSync(folder)) {
    if (OURS.some((beginning) => name.startsWith(beginning))) closeAll(join(folder, name));
  }
}

function closeAll(path: string): void {
  const entry = lstatSync(path, { throwIfNoEntry: false });
  if (entry?.isFile()) close(path, OWNERS_FILE);
  if (!entry?.isDirectory()) return;
  close(path, OWNERS_FOLDER);
  for (const name of readdirSync(path)) closeAll(join(path, name));
}

function close(path: string, mode: number): void {
  try {
    if (lstatSync(path).mode & OTHERS) chmodSync(path, mode);
  } catch {
    // Somebody else's: they decide who reads it.
  }
}
