import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli.module.js';
import { exitCodeOf, messageOf } from './exit-codes.js';

await CommandFactory.run(CliModule, {
  logger: false,
  errorHandler: fail,
  serviceErrorHandler: fail,
  cliName: 'minga',
});

function fail(error: Error): never {
  const message = messageOf(error);
  if (message) console.error(message);
  process.exit(exitCodeOf(error));
}
