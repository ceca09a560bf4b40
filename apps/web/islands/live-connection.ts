import { io, type Socket } from 'socket.io-client';
import type { AnyEvent } from '../../../libs/platform/events/event.js';
import type {
  ClientToServer,
  JoinAnswer,
  LivePerson,
  ServerToClient,
} from '../../../libs/platform/realtime/live-events.js';

/** A page that nobody looks at for so long lets go of its connection, and catches up when it is seen again. */
const LET_GO_AFTER_MS = 120_000;
/** After so many vain attempts the page asks now and then over HTTP, while the connection is still tried. */
const VAIN_ATTEMPTS = 3;

export interface Listening {
  event(event: AnyEvent): void;
  /** Joined, at first or again; all that was missed came before. */
  joined(joined: { you: string | null; count: number; present: LivePerson[] }): void;
  /** Too much was missed to be sent one by one. */
  behind(): void;
  /** @param people at most the first 20 who are signed in */
  presence(count: number, people: LivePerson[]): void;
  typing(people: LivePerson[]): void;
  /** @param onPurpose this page let go of it, since nobody looked */
  lost(onPurpose: boolean): void;
  /** No connection can be had, at least for now. */
  vain(): void;
}

/** The live connection of one room: joins again after every break and hears each event once. */
export class LiveConnection {
  private readonly socket: Socket<ServerToClient, ClientToServer>;
  private vainAttempts = 0;
  private hiddenTimer = 0;

  constructor(
    private readonly room: string,
    private seq: number,
    private readonly listening: Listening,
  ) {
    this.socket = io('/live', {
      transports: ['websocket'],
      autoConnect: false,
      reconnectionDelayMax: 30_000,
    });
  }

  open(): void {
    const { socket, listening } = this;
    socket.on('connect', () => void this.join());
    socket.on('event', (event) => this.hear(event));
    socket.on('presence', ({ room, count, people }) => {
      if (room === this.room) listening.presence(count, people);
    });
    socket.on('typing', ({ people }) => listening.typing(people));
    socket.on('resync', ({ seq }) => {
      this.seq = seq;
      listening.behind();
    });
    socket.on('disconnect', (reason) => {
      listening.lost(reason === 'io client disconnect');
      // The server closed it on purpose, for example because it stops: that is not tried again by itself.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 5000);
    });
    socket.on('connect_error', () => {
      this.vainAttempts += 1;
      if (!socket.active || this.vainAttempts === VAIN_ATTEMPTS) listening.vain();
    });
    document.addEventListener('visibilitychange', this.seen);
    addEventListener('online', this.online);
    socket.connect();
  }

  close(): void {
    document.removeEventListener('visibilitychange', this.seen);
    removeEventListener('online', this.online);
    clearTimeout(this.hiddenTimer);
    this.socket.close();
  }

  /** Says that the reader writes. */
  typing(): void {
    if (this.socket.connected) this.socket.emit('typing', { room: this.room });
  }

  private async join(): Promise<void> {
    const { room, seq, socket } = this;
    const answer: JoinAnswer | null = await socket
      .timeout(10_000)
      .emitWithAck('join', { room, since: seq })
      .catch(() => null);
    if (!answer) {
      // Connected, yet no answer: begin anew rather than stay deaf.
      if (socket.connected) socket.disconnect().connect();
    } else if (answer.ok) {
      this.vainAttempts = 0;
      this.listening.joined(answer);
    } else {
      this.close();
      this.listening.vain();
    }
  }

  private hear(event: AnyEvent): void {
    if (event.room !== this.room || event.seq <= this.seq) return;
    this.seq = event.seq;
    this.listening.event(event);
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
