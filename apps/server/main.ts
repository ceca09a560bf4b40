import 'reflect-metadata';
import { Config, InvalidSettings } from '../../libs/platform/config/config.js';
import { DataFolderInUse, DataFolderUnwritable } from '../../libs/platform/data-folder/data-folder.js';
import { runServer } from './run-server.js';

/** Exit codes: 0 stopped, 1 failed, 2 settings are wrong, 3 the data folder is in use, 5 it cannot be written. */
try {
  await runServer(Config.load(process.env));
} catch (error) {
  if (error instanceof InvalidSettings || error instanceof DataFolderInUse) {
    console.error(error.message);
    process.exit(error instanceof InvalidSettings ? 2 : 3);
  }
  if (error instanceof DataFolderUnwritable) {
    console.error(error.message);
    process.exit(5);
  }
  console.error(isPortTaken(error) ? `${error.message}. Set PORT to another one.` : error);
  process.exit(1);
}

function isPortTaken(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
