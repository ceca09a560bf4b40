import { Injectable } from '@nestjs/common';
import { Config } from '../../libs/platform/config/config.js';
import {
  DataFolder,
  DataFolderInUse,
  type FolderHolder,
} from '../../libs/platform/data-folder/data-folder.js';
import type { ReportProgress } from '../../libs/platform/operations/operation.js';
import { askServer } from './ask-server.js';

/** Runs an operation where the data is: in the running server when there is one, in this process otherwise. */
@Injectable()
export class Operator {
  /** @throws {DataFolderInUse} when a process holds the data that cannot be asked */
  async run(name: string, args: unknown, report: ReportProgress): Promise<unknown> {
    const config = Config.load(process.env);
    const folder = this.tryToHold(config, name);
    if (folder instanceof DataFolder) {
      try {
        // The whole server is loaded only by those who need it: help and questions to a running server answer at once.
        const { runLocally } = await import('./run-locally.js');
        return await runLocally(config, name, args, report);
      } finally {
        folder.release();
      }
    }
    const { address } = folder;
    if (!address) throw new DataFolderInUse(config.dataDir, folder);
    return askServer(address, config.secrets.operator, name, args, report);
  }

  private tryToHold(config: Config, purpose: string): DataFolder | FolderHolder {
    try {
      return DataFolder.hold(config.dataDir, `minga ${purpose}`);
    } catch (error) {
      if (error instanceof DataFolderInUse && error.holder) return error.holder;
      throw error;
    }
  }
}
