import type { LiveSocket } from './live-server.js';

/** Three messages a second in the long run; as many at once as a client needs to enter all its rooms again. */
const MESSAGES_PER_SECOND = 3;
const AT_ONCE = 60;
/** Who goes on after so many refusals is cut off. */
const MAX_REFUSALS = 300;

/** Refuses messages of a socket that sends too many of them. */
export function limitMessages(socket: LiveSocket): void {
  let allowance = AT_ONCE;
  let refusals = 0;
  let lastAt = Date.now();
  socket.use((packet, next) => {
    const now = Date.now();
    allowance = Math.min(AT_ONCE, allowance + ((now - lastAt) / 1000) * MESSAGES_PER_SECOND);
    lastAt = now;
    if (allowance >= 1) {
      allowance -= 1;
      next();
      return;
    }
    refusals += 1;
    if (refusals > MAX_REFUSALS) {
      socket.disconnect(true);
      return;
    }
    const answer: unknown = packet.at(-1);
    if (typeof answer === 'function') answer({ ok: false, error: { code: 'platform/too-many-requests' } });
  });
}
