/**
 * Holds sockets in a process of its own. `job` opens them; each `mark` in an event is noted with its time on the
 * machine's monotonic clock, which all processes share; `flush` hands over what was noted.
 */
import { LiveSocket } from './live-socket.mjs';
import { targetOf } from './raw-connection.mjs';

const AT_ONCE = 20;
const MARK = Buffer.from('benchmark-');

const now = () => Number(process.hrtime.bigint()) / 1e6;
let receipts = [];
let gone = 0;
const sockets = [];

process.on('message', async (message) => {
  if (message.job) await open(message.job);
  else if (message === 'flush') {
    process.send({ receipts, gone });
    receipts = [];
  } else if (message === 'quit') process.exit(0);
});

async function open({ url, lives }) {
  const target = targetOf(url);
  const failures = [];
  for (let at = 0; at < lives.length; at += AT_ONCE) {
    const opening = lives.slice(at, at + AT_ONCE).map(async (live, place) => {
      const onEvent = (frame) => note(at + place, frame);
      const socket = new LiveSocket({ ...target, live, onEvent, onGone: () => gone++ });
      sockets.push(socket);
      await socket.joined();
    });
    for (const { reason } of await Promise.allSettled(opening)) if (reason) failures.push(reason.message);
  }
  process.send({ open: lives.length - failures.length, failure: failures[0] });
}

function note(socket, frame) {
  const at = frame.indexOf(MARK);
  if (at === -1) return;
  const mark = Number.parseInt(frame.toString('latin1', at + MARK.length, at + MARK.length + 8), 10);
  receipts.push([mark, socket, now()]);
}
