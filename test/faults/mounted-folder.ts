import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { temporaryFolder } from './fault-server.js';

/** Whether small file systems can be mounted here, which takes the rights of root. */
export function canMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  const folder = SmallDisk.tryToMount(1);
  folder?.remove();
  return folder !== null;
}

/** A disk of a few megabytes in memory. */
export class SmallDisk {
  private constructor(
    readonly path: string,
    private readonly removeFolder: () => void,
  ) {}

  static tryToMount(megabytes: number): SmallDisk | null {
    const folder = temporaryFolder();
    const path = `${folder.path}/disk`;
    mkdirSync(path);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path]);
    if (mounted.status === 0) return new SmallDisk(path, folder.remove);
    rmSync(path, { recursive: true });
    folder.remove();
    return null;
  }

  /** @throws where {@link canMount} is false */
  static mount(megabytes: number): SmallDisk {
    const disk = SmallDisk.tryToMount(megabytes);
    if (!disk) throw new Error('no file system can be mounted here');
    return disk;
  }

  remount(how: 'ro' | 'rw'): void {
    const done = spawnSync('mount', ['-o', `remount,${how}`, this.path]);
    if (done.status !== 0) throw new Error(`the disk could not be remounted ${how}: ${done.stderr}`);
  }

  remove(): void {
    spawnSync('umount', ['-l', this.path]);
    this.removeFolder();
  }
}
