import { LIMITS } from '../limits.js';
import { cutConnection } from './cut-connection.js';
import type { LiveSocket } from './live-server.js';

const { messagesPerSecond, messagesAtOnce, refusals: mostRefusals } = LIMITS.sockets;

/** Refuses messages of a socket that sends too many of them. */
export function limitMessages(socket: LiveSocket): void {
  let allowance: number = messagesAtOnce;
  let refusals = 0;
  let lastAt = Date.now();
  socket.use((packet, next) => {
    const now = Date.now();
    allowance = Math.min(messagesAtOnce, allowance + ((now - lastAt) / 1000) * messagesPerSecond);
    lastAt = now;
    if (allowance >= 1) {
      allowance -= 1;
      next();
      return;
    }
    refusals += 1;
    if (refusals > mostRefusals) {
      socket.disconnect(true);
      cutConnection(socket);
      return;
    }
    const answer: unknown = packet.at(-1);
    if (typeof answer === 'function') answer({ ok: false, error: { code: 'platform/too-many-requests' } });
  });
}
