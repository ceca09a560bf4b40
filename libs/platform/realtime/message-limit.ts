import type { LiveSocket } from './live-server.js';

const WINDOW_MS = 10_000;
const MESSAGES_PER_WINDOW = 30;
/** Who goes on after so many is cut off. */
const CUT_OFF_AT = MESSAGES_PER_WINDOW * 10;

/** Refuses messages of a socket that sends too many of them. */
export function limitMessages(socket: LiveSocket): void {
  let count = 0;
  let windowEnds = 0;
  socket.use((packet, next) => {
    const now = Date.now();
    if (now >= windowEnds) {
      windowEnds = now + WINDOW_MS;
      count = 0;
    }
    count += 1;
    if (count <= MESSAGES_PER_WINDOW) {
      next();
      return;
    }
    if (count > CUT_OFF_AT) {
      socket.disconnect(true);
      return;
    }
    const answer: unknown = packet.at(-1);
    if (typeof answer === 'function') answer({ ok: false, error: { code: 'platform/too-many-requests' } });
  });
}
