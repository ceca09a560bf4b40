import { io, type Socket } from 'socket.io-client';
import type { AnyEvent } from '../../libs/platform/events/event.js';
import {
  type ClientToServer,
  type JoinAnswer,
  LIVE_NAMESPACE,
  type PlainAnswer,
  type ServerToClient,
} from '../../libs/platform/realtime/live-events.js';
import type { TestClient } from './test-server.js';

const PATIENCE_MS = 8000;

type Received = { [Name in keyof ServerToClient]: Parameters<ServerToClient[Name]>[0][] };

/** A socket as the pages open it, which remembers everything that it is told. */
export class LiveClient {
  readonly received: Received = { event: [], presence: [], typing: [], resync: [] };
  private readonly lookers = new Set<() => void>();

  private constructor(readonly socket: Socket<ServerToClient, ClientToServer>) {
    socket.on('event', (message) => this.note('event', message));
    socket.on('presence', (message) => this.note('presence', message));
    socket.on('typing', (message) => this.note('typing', message));
    socket.on('resync', (message) => this.note('resync', message));
  }

  /** Connects with the cookies of the client, as its browser would. */
  static connect(client: TestClient, options: { token?: string; origin?: string } = {}): Promise<LiveClient> {
    const { token, origin } = options;
    const socket: Socket<ServerToClient, ClientToServer> = io(new URL(LIVE_NAMESPACE, client.url).href, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: token === undefined ? {} : { token },
      extraHeaders: {
        ...(client.cookieHeader ? { cookie: client.cookieHeader } : {}),
        ...(origin ? { origin } : {}),
      },
    });
    const live = new LiveClient(socket);
    return new Promise((resolve, reject) => {
      socket.once('connect', () => resolve(live));
      socket.once('connect_error', (error) => {
        socket.close();
        reject(error);
      });
    });
  }

  join(room: string, since?: number): Promise<JoinAnswer> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('join', { room, since });
  }

  leave(room: string): Promise<PlainAnswer> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('leave', { room });
  }

  typing(room: string): Promise<PlainAnswer> {
    return this.socket.timeout(PATIENCE_MS).emitWithAck('typing', { room });
  }

  /** Sends anything under any name, as a faulty or hostile program might. */
  sendRaw(name: string, ...message: unknown[]): Promise<unknown> {
    const socket = this.socket as unknown as Socket;
    return socket.timeout(PATIENCE_MS).emitWithAck(name, ...message);
  }

  /** Resolves with the events of the room once the one with this number is there. */
  async eventsUntil(room: string, seq: number): Promise<AnyEvent[]> {
    const inRoom = () => this.received.event.filter((event) => event.room === room);
    await this.until(() => inRoom().some((event) => event.seq >= seq));
    return inRoom();
  }

  /** Resolves when the condition holds; it is looked at after every message. */
  async until(condition: () => boolean): Promise<void> {
    if (condition()) return;
    await new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!condition()) return;
        clearTimeout(patience);
        this.lookers.delete(look);
        resolve();
      };
      const patience = setTimeout(() => {
        this.lookers.delete(look);
        reject(new Error(`still waiting after ${JSON.stringify(this.received).slice(-1500)}`));
      }, PATIENCE_MS);
      this.lookers.add(look);
    });
  }

  private note<Name extends keyof Received>(name: Name, message: Received[Name][number]): void {
    (this.received[name] as Received[Name][number][]).push(message);
    for (const look of this.lookers) look();
  }

  close(): void {
    this.socket.close();
  }
}
