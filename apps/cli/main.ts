import './stay-lean.js';
import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';
import { exitCodeOf, messageOf } from './exit-codes.js';

/** From the compiled place. */
const PACKAGE = new URL('../../../package.json', import.meta.url);

await CommandFactory.run(CliModule, {
  logger: false,
  errorHandler: fail,
  serviceErrorHandler: fail,
  cliName: 'minga',
  version: (JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version,
});

function fail(error: Error): never {
  const message = messageOf(error);
  if (message) console.error(message);
  process.exit(exitCodeOf(error));
}
