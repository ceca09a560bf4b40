import { fdatasync, statSync } from 'node:fs';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const SOON_MS = 1000;
/** Two changes of a folder so close together may bear one time. */
const CLOCK_TICK_MS = 50;

const datasync = promisify(fdatasync);

/**
 * Makes committed writes durable. The engine's commit writes its log without asking the disk; this syncs the log
 * once for all writers that are waiting (group commit). Writers that arrive during a sync wait for the next one.
 */
export class WalSync {
  private readonly folder: string;
  private readonly files = new Map<string, FileHandle>();
  /** The newest logs, as of the time that the folder bore when it was read. */
  private current: { names: string[]; changedMs: number } = { names: [], changedMs: Number.NaN };
  private running: Promise<void> | null = null;
  private next: Promise<void> | null = null;
  private startedAt = 0;
  private timer: NodeJS.Timeout | null = null;

  /**
   * @param databasePath path of the database; its log files lie in `<databasePath>.wal/`
   * @param onSynced told of every sync how many milliseconds it took
   */
  constructor(
    databasePath: string,
    private readonly onSynced: (milliseconds: number) => void = () => undefined,
  ) {
    this.folder = `${databasePath}.wal`;
  }

  /** Resolves when everything that was committed before the call is on disk. */
  sync(): Promise<void> {
    if (!this.running) {
      this.startedAt = performance.now();
      this.running = this.flush().finally(() => {
        this.running = null;
        this.onSynced(performance.now() - this.startedAt);
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

  /** Syncs within a second, for writers who do not wait for it. */
  syncSoon(onError: (error: unknown) => void): void {
    if (this.timer) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      this.sync().catch(onError);
    }, SOON_MS);
    this.timer.unref();
  }

  /** How long the disk has been busy with the sync that runs; 0 when none does. */
  get waitingMs(): number {
    return this.running ? performance.now() - this.startedAt : 0;
  }

  async close(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    await this.running?.catch(() => undefined);
    for (const file of this.files.values()) await file.close();
    this.files.clear();
  }

  private async flush(): Promise<void> {
    // The engine opens another log now and then, which shows in its folder; reading that each time costs a tenth.
    const changedMs = statSync(this.folder).mtimeMs;
    if (changedMs !== this.current.changedMs) await this.readFolder(changedMs);
    for (const name of this.current.names) {
      const file = this.files.get(name) ?? (await this.openLog(name));
      if (file) await datasync(file.fd);
    }
  }

  private async readFolder(changedMs: number): Promise<void> {
    const names = (await readdir(this.folder)).filter((name) => name.endsWith('.log')).sort();
    await this.forgetFoldedLogs(names);
    // A commit may have gone to the log that was current just before the newest one was opened.
    const isSettled = Date.now() - changedMs > CLOCK_TICK_MS;
    this.current = { names: names.slice(-2), changedMs: isSettled ? changedMs : Number.NaN };
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
