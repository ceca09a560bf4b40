import './begin-lean.js';
import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Config } from '../../libs/platform/config/config.js';
import { InvalidSettings } from '../../libs/platform/config/invalid-settings.js';
import { DataFolderInUse, DataFolderUnwritable } from '../../libs/platform/data-folder/data-folder.js';
import { endLeanStart } from '../../libs/platform/memory/lean-start.js';
import { runServer } from './run-server.js';

/**
 * Runs the server by the settings of the environment. Exit codes: 0 stopped, 1 failed, 2 settings are wrong, 3 the
 * data folder is in use, 5 it cannot be written.
 */
export async function startFromEnvironment(): Promise<NestFastifyApplication> {
  try {
    const app = await runServer(Config.load(process.env));
    void endLeanStart();
    return app;
  } catch (error) {
    const code = exitCodeOf(error);
    // What nobody foresaw is told whole.
    console.error(code > 1 ? (error as Error).message : error);
    process.exit(code);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof InvalidSettings) return 2;
  if (error instanceof DataFolderInUse) return 3;
  if (error instanceof DataFolderUnwritable) return 5;
  return 1;
}
