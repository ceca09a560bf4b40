import type { AnyEvent } from '../../../libs/platform/events/event.js';
import type { JoinAnswer, LivePerson, ServerToClient } from '../../../libs/platform/realtime/live-events.js';
import { pageSocket } from './page-socket.js';

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

/** Listens in one room, over the socket of the page: joins again after every break and hears each event once. */
export class LiveConnection {
  private readonly socket = pageSocket.socket;
  private vainAttempts = 0;
  private isOpen = false;

  constructor(
    private readonly room: string,
    private seq: number,
    private readonly listening: Listening,
  ) {}

  open(): void {
    const { socket } = this;
    this.isOpen = true;
    socket.on('connect', this.connected);
    socket.on('event', this.hear);
    socket.on('presence', this.presence);
    socket.on('typing', this.typed);
    socket.on('resync', this.behind);
    socket.on('disconnect', this.lost);
    socket.on('connect_error', this.failed);
    pageSocket.take();
    // Another room of the page may have opened the socket before.
    if (socket.connected) this.connected();
  }

  close(): void {
    if (!this.isOpen) return;
    const { socket, room } = this;
    this.isOpen = false;
    socket.off('connect', this.connected);
    socket.off('event', this.hear);
    socket.off('presence', this.presence);
    socket.off('typing', this.typed);
    socket.off('resync', this.behind);
    socket.off('disconnect', this.lost);
    socket.off('connect_error', this.failed);
    if (socket.connected) socket.emit('leave', { room });
    pageSocket.release();
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
    if (!this.isOpen) return;
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

  private readonly connected = (): void => void this.join();

  private readonly hear = (event: AnyEvent): void => {
    if (event.room !== this.room || event.seq <= this.seq) return;
    this.seq = event.seq;
    this.listening.event(event);
  };

  private readonly presence: ServerToClient['presence'] = ({ room, count, people }) => {
    if (room === this.room) this.listening.presence(count, people);
  };

  private readonly typed: ServerToClient['typing'] = ({ room, people }) => {
    if (room === this.room) this.listening.typing(people);
  };

  private readonly behind: ServerToClient['resync'] = ({ room, seq }) => {
    if (room !== this.room) return;
    this.seq = seq;
    this.listening.behind();
  };

  private readonly lost = (reason: string): void => this.listening.lost(reason === 'io client disconnect');

  private readonly failed = (): void => {
    this.vainAttempts += 1;
    if (!this.socket.active || this.vainAttempts === VAIN_ATTEMPTS) this.listening.vain();
  };
}
