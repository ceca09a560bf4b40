import { accessSync, constants, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { wrongSetting } from '../config/invalid-settings.js';

/** Who holds a data folder. */
export interface FolderHolder {
  pid: number;
  /** ISO 8601 */
  since: string;
  /** What it does: `server`, `minga import`. */
  purpose: string;
  /** Address at which a server answers the `minga` command. */
  address?: string;
}

export class DataFolderInUse extends Error {
  constructor(
    folder: string,
    readonly holder: FolderHolder | null,
  ) {
    const who = holder
      ? `process ${holder.pid} (${holder.purpose}, since ${holder.since}${holder.address ? `, ${holder.address}` : ''})`
      : 'another process';
    super(`The data folder ${folder} is in use by ${who}. Stop it first, or set DATA_DIR to another folder.`);
    this.name = 'DataFolderInUse';
  }
}

/** Nothing can be kept in the data folder: its disk is read-only, or full. */
export class DataFolderUnwritable extends Error {
  constructor(folder: string, cause: unknown) {
    const why = (cause as { message?: string } | null)?.message ?? String(cause);
    super(
      `The data folder ${folder} cannot be written (${why}). Give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
    this.name = 'DataFolderUnwritable';
  }
}

/**
 * Holds a data folder for this process alone. The lock is an exclusive SQLite transaction on `lock.sqlite`: the
 * system lets go of it whenever the process ends, however it ends.
 */
export class DataFolder {
  private constructor(
    private readonly folder: string,
    private readonly lock: InstanceType<typeof DatabaseSync>,
  ) {}

  /** @throws {DataFolderInUse} {@link DataFolderUnwritable} */
  static hold(folder: string, purpose: string): DataFolder {
    requireWritable(folder);
    const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
    try {
      lock.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    } catch {
      lock.close();
      throw new DataFolderInUse(folder, DataFolder.holderOf(folder));
    }
    const held = new DataFolder(folder, lock);
    held.announce({ purpose });
    return held;
  }

  /** Who says that they hold the folder; only to be believed while the lock is taken. */
  static holderOf(folder: string): FolderHolder | null {
    try {
      return JSON.parse(readFileSync(join(folder, 'holder.json'), 'utf8')) as FolderHolder;
    } catch {
      return null;
    }
  }

  /** Tells others what this process does, and where it can be asked. */
  announce(what: { purpose: string; address?: string }): void {
    const holder: FolderHolder = { pid: process.pid, since: new Date().toISOString(), ...what };
    try {
      writeFileSync(join(this.folder, 'holder.json'), JSON.stringify(holder), { mode: 0o600 });
    } catch {
      // On a full disk nobody learns who holds the folder; it is held, and what is in it can be shown all the same.
    }
  }

  release(): void {
    rmSync(join(this.folder, 'holder.json'), { force: true });
    this.lock.exec('ROLLBACK');
    this.lock.close();
  }
}

/** @throws {DataFolderUnwritable} or InvalidSettings, when it is not for this user */
function requireWritable(folder: string): void {
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    if (['EACCES', 'EPERM'].includes((error as { code?: string }).code ?? ''))
      throw wrongSetting('DATA_DIR', `this user may not write in the folder ${folder}`, error);
    throw new DataFolderUnwritable(folder, error);
  }
}
