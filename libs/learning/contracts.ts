import type { PersonSummary } from '../identity/contracts.js';
import type { EntityRef } from '../platform/entities/entity.js';
import type { AgendaStep } from './rules/agenda.js';

export { type AgendaStep, plannedStarts, timeLeft } from './rules/agenda.js';
export { DOORS_OPEN_MINUTES, type SessionState } from './rules/session-state.js';

/** Ways in which people learn from each other. */
export const SESSION_FORMATS = ['peer-assist', 'case-clinic', 'study-visit', 'webinar', 'other'] as const;

export type SessionFormat = (typeof SESSION_FORMATS)[number];

/** What a session can be about. */
export const SUBJECT_TYPES = [
  'case',
  'theme',
  'sdg',
  'target',
  'country',
  'region',
  'group',
  'actor',
] as const;

/** The key of a session's entity, and the room of its events; sockets join it. */
export function sessionKey(sessionId: string): string {
  return `session:${sessionId}`;
}

export const sessionRoom = sessionKey;

export function sessionUrl(sessionId: string): string {
  return `/sessions/${sessionId}`;
}

/** What everyone may know of a session: no link to the meeting, nobody who registered. Events carry this. */
export interface SessionFacts {
  id: string;
  key: string;
  url: string;
  title: string;
  purpose: string;
  format: SessionFormat;
  /** BCP 47 tags of the languages spoken. */
  languages: string[];
  about: EntityRef[];
  facilitators: PersonSummary[];
  /** By the clock on the wall in `timeZone`, as `YYYY-MM-DDTHH:mm`. */
  startsAt: string;
  endsAt: string;
  /** IANA name. */
  timeZone: string;
  startsAtUtc: string;
  endsAtUtc: string;
  /** Null: room for everyone. */
  places: number | null;
  registrationOpensAt: string | null;
  registrationClosesAt: string | null;
  registrationOpensAtUtc: string | null;
  registrationClosesAtUtc: string | null;
  agenda: AgendaStep[];
  /** Grows with each change. */
  sequence: number;
}

/** A poll as everyone sees it: who answered what is nobody's business. */
export interface PollFacts {
  number: number;
  question: string;
  options: string[];
  /** Answers by option. */
  counts: number[];
  open: boolean;
}

export interface NoteFacts {
  number: number;
  text: string;
  author: PersonSummary;
  at: string;
}

export interface LessonFacts {
  id: string;
  key: string;
  text: string;
  /** The case that it speaks of. */
  about: EntityRef | null;
}

export interface RegistrationCounts {
  registered: number;
  waiting: number;
}

/** What the events of this room carry. Everyone may join it. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'learning.session-proposed': { sessionId: string; session: SessionFacts; by: PersonSummary };
    /** `moved`: it takes place at another time, or with another time zone. */
    'learning.session-changed': {
      sessionId: string;
      session: SessionFacts;
      moved: boolean;
      by: PersonSummary;
    };
    'learning.session-cancelled': {
      sessionId: string;
      at: string;
      reason: string;
      sequence: number;
      by: PersonSummary;
    };
    'learning.registration-changed': { sessionId: string } & RegistrationCounts;
    'learning.attendance-changed': { sessionId: string; attended: number };
    'learning.step-changed': {
      sessionId: string;
      stepIndex: number;
      stepStartedAt: string;
      by: PersonSummary;
    };
    'learning.hand-raised': { sessionId: string; person: PersonSummary; queue: PersonSummary[] };
    'learning.hand-lowered': { sessionId: string; person: PersonSummary; queue: PersonSummary[] };
    'learning.poll-opened': { sessionId: string; poll: PollFacts };
    'learning.poll-answered': { sessionId: string; poll: PollFacts };
    'learning.poll-closed': { sessionId: string; poll: PollFacts };
    'learning.note-added': { sessionId: string; note: NoteFacts };
    'learning.session-closed': {
      sessionId: string;
      at: string;
      summary: string | null;
      lessons: LessonFacts[];
      commitmentIds: string[];
      headcount: number | null;
      sequence: number;
      by: PersonSummary;
    };
  }
}
