/** Misuses a server from a process of its own: starts at `job`, says `started`, goes on until `stop`, reports `done`. */

import { Abuser } from '../abuse/abuser.mjs';
import { ABUSES } from '../abuse/abuses.mjs';

process.once('message', async ({ job }) => {
  const abuser = new Abuser(job);
  process.once('message', () => abuser.stop());
  const work = ABUSES[job.abuse].run(abuser);
  process.send({ started: true });
  await work;
  abuser.close();
  process.send({ done: { told: abuser.told } }, () => process.exit(0));
});
