import type { WalSync } from './wal-sync.js';

/**
 * Keeps committed writes on the disk, and knows when it cannot. After a sync that failed the system may have dropped
 * what it could not write, and a later sync would not tell: from then on the log is not to be trusted, until
 * everything has been written into the main file instead.
 */
export class DurableLog {
  private doubt: unknown = null;
  private rescuing: Promise<void> | null = null;
  /** What has to be told once the writes that are in doubt are kept after all. */
  private held: (() => void)[] = [];

  /** @param checkpoint writes everything into the main file, while nothing else writes */
  constructor(
    private readonly wal: WalSync,
    private readonly checkpoint: () => Promise<void>,
  ) {}

  get isInDoubt(): boolean {
    return this.doubt !== null;
  }

  /** Calls back once everything committed before is on the disk; if it is not to be now, whenever it is. */
  async keep(callbacks: (() => void)[]): Promise<void> {
    try {
      await this.wal.sync();
    } catch (error) {
      this.doubt ??= error;
    }
    if (this.isInDoubt) {
      this.held.push(...callbacks);
      await this.rescue();
    } else {
      for (const callback of callbacks) callback();
    }
  }

  /** Brings what is in doubt onto the disk. @throws when that fails too */
  rescue(): Promise<void> {
    if (!this.isInDoubt) return Promise.resolve();
    this.rescuing ??= this.writeAnew().finally(() => {
      this.rescuing = null;
    });
    return this.rescuing;
  }

  async close(): Promise<void> {
    await this.wal.close();
  }

  private async writeAnew(): Promise<void> {
    await this.checkpoint();
    this.doubt = null;
    for (const callback of this.held.splice(0)) callback();
  }
}
