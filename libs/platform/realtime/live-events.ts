import type { AnyEvent } from '../events/event.js';

/** The namespace of all live traffic. */
export const LIVE_NAMESPACE = '/live';

/** A signed-in person as others in a room see them. */
export interface LivePerson {
  id: string;
  name: string;
}

export interface Refused {
  ok: false;
  /** A stable code as in HTTP problems: `platform/not-found`, `platform/invalid-input`, … */
  error: { code: string };
}

/**
 * Who is in a room now: distinct signed-in people, each tab of a visitor for one more. Visitors, and members where the
 * room does not let them see who else is there, are told a number and nobody's name.
 */
export interface RoomPresence {
  count: number;
  /** At most the first 20 signed-in people; empty for whoever is told a number. */
  people: LivePerson[];
}

export interface Joined {
  ok: true;
  /** Number of the last event the client now has; every later one follows as `event`. */
  seq: number;
  /** The id of the person the socket belongs to; null for a visitor. */
  you: string | null;
  count: number;
  present: LivePerson[];
}

export type JoinAnswer = Joined | Refused;
export type PlainAnswer = { ok: true } | Refused;

/** What a client may send. Every message may ask for an answer; only that of `join` carries something. */
export interface ClientToServer {
  /**
   * Enters a room. With `since`, the events after that number come first, in order, then the answer, then live ones:
   * none is left out and none comes twice.
   */
  join: (message: { room: string; since?: number }, answer?: (answer: JoinAnswer) => void) => void;
  leave: (message: { room: string }, answer?: (answer: PlainAnswer) => void) => void;
  /** Send again every three seconds while it goes on; it is forgotten after six. */
  typing: (message: { room: string }, answer?: (answer: PlainAnswer) => void) => void;
}

/** What the server sends to those in a room. */
export interface ServerToClient {
  event: (event: AnyEvent) => void;
  presence: (presence: { room: string } & RoomPresence) => void;
  /** To those who are told who is there. */
  typing: (typing: { room: string; people: LivePerson[] }) => void;
  /** Too much was missed: fetch afresh; events after `seq` follow. */
  resync: (resync: { room: string; seq: number }) => void;
}
