import type { PersonSummary } from '../identity/contracts.js';
import { personSummary } from '../identity/contracts.js';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import type { LessonFacts, NoteFacts, PollFacts } from './contracts.js';
import {
  editSession,
  registerForSession,
  runSession,
  type SessionAccess,
  takePart,
} from './learning.access.js';
import type { SessionSummaryView, SessionView } from './learning.views.schemas.js';
import type { LessonRow, NoteRow, PollRow } from './live.cypher.js';
import type { RegistrationRow } from './registrations.cypher.js';
import { hasPlace } from './registrations.repository.js';
import { isLive, registrationState, stateOf } from './rules/session-state.js';
import { factsOf, type SessionRecord } from './session-record.js';

/** What access to a session depends on. */
export function accessOf(session: SessionRecord, own: RegistrationRow | null): SessionAccess {
  return { facilitatorIds: session.facilitators.map(({ id }) => id), registered: hasPlace(own) };
}

export function summaryOf(session: SessionRecord): SessionSummaryView {
  const {
    agenda: _agenda,
    sequence: _sequence,
    registrationOpensAt: _opens,
    registrationClosesAt: _closes,
    registrationOpensAtUtc: _opensUtc,
    registrationClosesAtUtc: _closesUtc,
    ...facts
  } = factsOf(session);
  const { registered, waiting } = session;
  return { ...facts, state: stateOf(session), registered, waiting };
}

export function permissionsOf(
  session: SessionRecord,
  own: RegistrationRow | null,
  actor: Actor,
  now: Date,
): SessionView['permissions'] {
  const access = accessOf(session, own);
  const state = stateOf(session);
  const goesOn = state === 'planned' || state === 'running';
  const live = isLive(session, now);
  const holdsOne = own !== null && own.state !== 'cancelled';
  return {
    edit: goesOn && mayAccess(editSession, actor, access),
    cancel: state === 'planned' && mayAccess(editSession, actor, access),
    run: live && mayAccess(runSession, actor, access),
    close: live && mayAccess(runSession, actor, access),
    register:
      !holdsOne &&
      !own?.removedReason &&
      registrationState(session, now) === 'open' &&
      mayAccess(registerForSession, actor, undefined),
    takePart: live && mayAccess(takePart, actor, access),
  };
}

export function toPoll({ number, question, options, counts, closedAt }: PollRow): PollFacts {
  return { number, question, options, counts, open: closedAt === null };
}

export function toNote({ number, text, at, author }: NoteRow): NoteFacts {
  return { number, text, author, at };
}

export function toLesson({ id, key, text, about }: LessonRow): LessonFacts {
  return { id, key, text, about: about[0] ?? null };
}

/** Whoever does something, as events name them. */
export function summaryOfPerson({ id, name }: Pick<Actor, 'id' | 'name'>): PersonSummary {
  return personSummary(id ?? '', name);
}
