/**
 * The built server, with a clock that the process which started it may move: `{ moveBy: milliseconds }`. Then all
 * recurring jobs run, and once they have ended the answer is the new time. Only journeys start it: no route and no
 * setting moves the clock.
 */
import 'reflect-metadata';
import { runServer } from '../../dist/apps/server/run-server.js';
import { Clock } from '../../dist/libs/platform/clock/clock.js';
import { Config } from '../../dist/libs/platform/config/config.js';
import { JobRunner } from '../../dist/libs/platform/jobs/job-runner.js';

const starting = runServer(Config.load(process.env));

process.on('message', async ({ moveBy }) => {
  const app = await starting;
  app.get(Clock).moveBy(moveBy);
  await app.get(JobRunner).runAll();
  process.send({ now: app.get(Clock).iso() });
});
// Nobody is left to stop it.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
await starting;
