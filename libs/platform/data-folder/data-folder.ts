import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';

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

/**
 * Holds a data folder for this process alone. The lock is an exclusive SQLite transaction on `lock.sqlite`: the
 * system lets go of it whenever the process ends, however it ends.
 */
export class DataFolder {
  private constructor(
    private readonly folder: string,
    private readonly lock: InstanceType<typeof DatabaseSync>,
  ) {}

  /** @throws {DataFolderInUse} */
  static hold(folder: string, purpose: string): DataFolder {
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
    writeFileSync(join(this.folder, 'holder.json'), JSON.stringify(holder), { mode: 0o600 });
  }

  release(): void {
    rmSync(join(this.folder, 'holder.json'), { force: true });
    this.lock.exec('ROLLBACK');
    this.lock.close();
  }
}
