import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Makes committed writes durable. The engine's commit writes its log without asking the disk; this syncs the log
 * once for all writers that are waiting (group commit). Writers that arrive during a sync wait for the next one.
 */
export class WalSync {
  private readonly folder: string;
  private readonly files = new Map<string, FileHandle>();
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;

  /** @param databasePath path of the database; its log files lie in `<databasePath>.wal/` */
  constructor(databasePath: string) {
    this.folder = `${databasePath}.wal`;
  }

  /** Resolves when everything that was committed before the call is on disk. */
  sync(): Promise<void> {
    if (!this.running) {
      this.running = this.flush().finally(() => {
        this.running = null;
      });
      return this.running;
    }
    this.next ??= this.running
      .catch(() => undefined)
      .then(() => {
        this.next = null;
        return this.sync();
      });
    return this.next;
  }

  async close(): Promise<void> {
    await this.running;
    for (const file of this.files.values()) await file.close();
    this.files.clear();
  }

  private async flush(): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.log')).sort();
    await this.forgetFoldedLogs(names);
    // A commit may have gone to the log that was current just before the newest one was opened.
    for (const name of names.slice(-2)) {
      const file = this.files.get(name) ?? (await this.openLog(name));
      await file?.datasync();
    }
  }

  private async openLog(name: string): Promise<FileHandle | null> {
    try {
      const file = await open(join(this.folder, name), 'r+');
      this.files.set(name, file);
      return file;
    } catch (error) {
      // Folded into the main file by a checkpoint, which syncs that file itself.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  private async forgetFoldedLogs(names: string[]): Promise<void> {
    for (const [name, file] of this.files) {
      if (names.includes(name)) continue;
      this.files.delete(name);
      await file.close();
    }
  }
}
