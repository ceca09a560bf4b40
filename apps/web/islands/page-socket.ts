import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '../../../libs/platform/realtime/live-events.js';

/** A page that nobody looks at for so long lets go of its connection, and catches up when it is seen again. */
const LET_GO_AFTER_MS = 120_000;
const AGAIN_AFTER_MS = 5000;

/** The one socket of the page, which all its rooms share; it is open while one of them needs it. */
class PageSocket {
  readonly socket: Socket<ServerToClient, ClientToServer> = io('/live', {
    transports: ['websocket'],
    autoConnect: false,
    reconnectionDelayMax: 30_000,
  });
  private users = 0;
  private hiddenTimer = 0;

  constructor() {
    this.socket.on('disconnect', (reason) => {
      // The server closed it on purpose, for example because it stops: that is not tried again by itself.
      if (reason === 'io server disconnect')
        setTimeout(() => this.users > 0 && this.socket.connect(), AGAIN_AFTER_MS);
    });
  }

  take(): void {
    this.users += 1;
    if (this.users > 1) return;
    document.addEventListener('visibilitychange', this.seen);
    addEventListener('online', this.online);
    this.socket.connect();
  }

  release(): void {
    this.users -= 1;
    if (this.users > 0) return;
    document.removeEventListener('visibilitychange', this.seen);
    removeEventListener('online', this.online);
    clearTimeout(this.hiddenTimer);
    this.socket.disconnect();
  }

  private readonly seen = (): void => {
    clearTimeout(this.hiddenTimer);
    if (document.hidden)
      this.hiddenTimer = window.setTimeout(() => this.socket.disconnect(), LET_GO_AFTER_MS);
    else if (!this.socket.active) this.socket.connect();
  };

  /** The line is back: try at once rather than when the next attempt is due. */
  private readonly online = (): void => {
    if (!this.socket.connected && !document.hidden) this.socket.disconnect().connect();
  };
}

export const pageSocket = new PageSocket();
