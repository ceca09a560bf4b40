import { Injectable } from '@nestjs/common';
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io';
import type { Actor } from '../access/actor.js';
import { cutConnection } from './cut-connection.js';
import type { ClientToServer, ServerToClient } from './live-events.js';

/** What the server remembers of a socket. */
export interface LiveSocketData {
  actor: Actor;
  /** Rooms that the socket is in, or about to be in. */
  rooms: Set<string>;
  /** Joining and leaving happen one after the other; the last of them. */
  work: Promise<unknown>;
}

export type LiveNamespace = Namespace<ClientToServer, ServerToClient, DefaultEventsMap, LiveSocketData>;
export type LiveSocket = Socket<ClientToServer, ServerToClient, DefaultEventsMap, LiveSocketData>;

/** Within a room, those who are told who is there. No room of events has a space in its name. */
export function peopleRoom(room: string): string {
  return `${room} people`;
}

/** The sockets of this process. Other processes hear of everything through the bus and tell their own. */
@Injectable()
export class LiveServer {
  private namespace: LiveNamespace | null = null;

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
  }

  /** Sends to everyone of this process in the room; the message is encoded once for all of them. */
  emit<Name extends keyof ServerToClient>(
    room: string,
    name: Name,
    ...message: Parameters<ServerToClient[Name]>
  ): void {
    this.namespace?.local.to(room).emit(name, ...message);
  }

  /** The same to those of them alone who are told who is there, or alone who are not. */
  emitTo<Name extends keyof ServerToClient>(
    audience: 'sees-people' | 'sees-a-number',
    room: string,
    name: Name,
    ...message: Parameters<ServerToClient[Name]>
  ): void {
    const local = this.namespace?.local;
    const inner = peopleRoom(room);
    (audience === 'sees-people' ? local?.to(inner) : local?.to(room).except(inner))?.emit(name, ...message);
  }

  /** Who is connected to this process, each socket for itself. */
  actors(): Actor[] {
    return this.sockets().map((socket) => socket.data.actor);
  }

  /** Cuts connections. Clients connect again by themselves, as whoever they are by then. */
  cut(isMeant: (actor: Actor) => boolean): void {
    for (const socket of this.sockets()) if (isMeant(socket.data.actor)) cutConnection(socket);
  }

  private sockets(): LiveSocket[] {
    return [...(this.namespace?.sockets.values() ?? [])];
  }
}
