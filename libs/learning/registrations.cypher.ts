import type { PersonSummary } from '../identity/contracts.js';
import { readQuery, writeQuery } from '../platform/graph/graph.js';

/** `facilitating` needs no place; `cancelled` is kept, so that coming back is a new turn and nothing is lost. */
export type RegistrationState = 'registered' | 'waiting' | 'facilitating' | 'cancelled';

/** What has to be told by mail, apart from reminders. */
export type PendingMail = 'moved-up' | 'moved' | 'cancelled' | 'removed' | 'outcome';

export interface RegistrationRow {
  key: string;
  sessionId: string;
  personId: string;
  state: RegistrationState;
  /** Turn: who registers later has a higher one. */
  number: number;
  /** Since when the person has had the place that they have. */
  since: string;
  timeZone: string | null;
  attendedAt: string | null;
  /** Turn in the queue of raised hands; null while the hand is down. */
  handNumber: number | null;
  /** Grows whenever the state changes, so that calendars replace what they had. */
  revision: number;
  /** Why the person was removed, for as long as they may not come back by themselves. */
  removedReason: string | null;
}

export type RegistrationProperties = Record<string, string | number | boolean | null>;

const REGISTRATION_ROW = `r.key AS key, r.sessionId AS sessionId, r.personId AS personId, r.state AS state,
  r.number AS number, r.since AS since, r.timeZone AS timeZone, r.attendedAt AS attendedAt, r.handNumber AS handNumber,
  coalesce(r.revision, 0) AS revision, r.removedReason AS removedReason`;

export const findRegistration = readQuery<{ key: string }, RegistrationRow>(
  'learning/find-registration',
  `MATCH (r:Registration {key: $key}) RETURN ${REGISTRATION_ROW}`,
);

export const createRegistration = writeQuery<
  { key: string; sessionId: string; personId: string; properties: RegistrationProperties },
  { key: string }
>(
  'learning/create-registration',
  `MATCH (s:LearningSession {id: $sessionId})
   MATCH (p:Person {id: $personId})
   CREATE (r:Registration {key: $key, sessionId: $sessionId, personId: $personId, revision: 1})
   SET r += $properties
   CREATE (r)-[:FOR]->(s)
   CREATE (r)-[:OF]->(p)
   RETURN r.key AS key`,
);

/** @param revises 1 where the state changes, 0 for anything else */
export const changeRegistrations = writeQuery<
  { keys: string[]; properties: RegistrationProperties; revises: number },
  { changed: number }
>(
  'learning/change-registrations',
  `UNWIND $keys AS key
   MATCH (r:Registration {key: key})
   SET r += $properties, r.revision = coalesce(r.revision, 0) + $revises
   RETURN count(r) AS changed`,
);

/** Those who wait, in their turn. */
export const listWaiting = readQuery<{ sessionId: string; limit: number }, { key: string; personId: string }>(
  'learning/list-waiting',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.state = 'waiting'
   RETURN r.key AS key, r.personId AS personId, r.number AS number ORDER BY number LIMIT $limit`,
);

/** Places and turns of people whose accounts are disabled: they cannot come, and others can. */
export const listHeldByDisabled = readQuery<
  { sessionId: string },
  { key: string; state: 'registered' | 'waiting' }
>(
  'learning/list-held-by-disabled',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)-[:OF]->(p:Person)
   WHERE r.state IN ['registered', 'waiting'] AND p.disabledAt IS NOT NULL
   RETURN r.key AS key, r.state AS state ORDER BY key`,
);

/** Sessions in which a person has a place, or waits for one. */
export const listSessionsHeldIn = readQuery<{ personId: string }, { id: string }>(
  'learning/list-sessions-held-in',
  `MATCH (p:Person {id: $personId})<-[:OF]-(r:Registration)
   WHERE r.state IN ['registered', 'waiting']
   RETURN r.sessionId AS id ORDER BY id`,
);

/** Who was removed and may not come back by themselves. */
export const listRemoved = readQuery<{ sessionId: string }, PersonSummary & { reason: string }>(
  'learning/list-removed',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.removedReason IS NOT NULL
   MATCH (r)-[:OF]->(p:Person)
   RETURN p.id AS id, p.name AS name, p.url AS url, r.removedReason AS reason ORDER BY name, id`,
);

/** How many wait before this turn. */
export const countWaitingBefore = readQuery<{ sessionId: string; number: number }, { count: number }>(
  'learning/count-waiting-before',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.state = 'waiting' AND r.number < $number
   RETURN count(r) AS count`,
);

export interface ParticipantRow extends PersonSummary {
  state: RegistrationState;
  number: number;
  attendedAt: string | null;
}

/** Everyone who has a place or waits for one, in their turn. */
export const listRegistrations = readQuery<{ sessionId: string }, ParticipantRow>(
  'learning/list-registrations',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.state <> 'cancelled'
   MATCH (r)-[:OF]->(p:Person)
   RETURN p.id AS id, p.name AS name, p.url AS url, r.state AS state, r.number AS number, r.attendedAt AS attendedAt
   ORDER BY number`,
);

/** Raised hands, first come first. */
export const listHands = readQuery<{ sessionId: string }, PersonSummary>(
  'learning/list-hands',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.handNumber IS NOT NULL
   MATCH (r)-[:OF]->(p:Person)
   RETURN p.id AS id, p.name AS name, p.url AS url, r.handNumber AS number ORDER BY number`,
);

export const lowerAllHands = writeQuery<{ sessionId: string }, { lowered: number }>(
  'learning/lower-all-hands',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.handNumber IS NOT NULL
   SET r.handNumber = null
   RETURN count(r) AS lowered`,
);

/**
 * Marks what is to be told to everyone who has a place or waits, but for whoever has done it. Who is still to hear of
 * a place hears the new time with it.
 */
export const markPendingMail = writeQuery<
  { sessionId: string; mail: PendingMail; exceptId: string },
  { marked: number }
>(
  'learning/mark-pending-mail',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.state <> 'cancelled' AND r.personId <> $exceptId
     AND (r.pendingMail IS NULL OR r.pendingMail <> 'moved-up' OR $mail = 'cancelled')
   SET r.pendingMail = $mail, r.mailPending = true
   RETURN count(r) AS marked`,
);

/**
 * Marks that those who took part are to be told what came of it, but for whoever has closed it.
 * `everyone` who held a place: where nobody has noted who was there.
 */
export const markOutcomeMail = writeQuery<
  { sessionId: string; exceptId: string; everyone: boolean },
  { state: RegistrationState }
>(
  'learning/mark-outcome-mail',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.personId <> $exceptId AND (r.state = 'facilitating'
     OR r.state = 'registered' AND ($everyone OR r.attendedAt IS NOT NULL))
   SET r.pendingMail = 'outcome', r.mailPending = true
   RETURN r.state AS state`,
);

export interface PendingMailRow {
  key: string;
  sessionId: string;
  personId: string;
  timeZone: string | null;
  mail: PendingMail;
}

export const listPendingMails = readQuery<{ limit: number }, PendingMailRow>(
  'learning/list-pending-mails',
  `MATCH (r:Registration {mailPending: true})
   RETURN r.key AS key, r.sessionId AS sessionId, r.personId AS personId, r.timeZone AS timeZone,
          r.pendingMail AS mail
   ORDER BY key LIMIT $limit`,
);

/** Takes a mail to send: a row for whoever takes it first, none for everyone else. */
export const takePendingMail = writeQuery<{ key: string; mail: PendingMail }, { key: string }>(
  'learning/take-pending-mail',
  `MATCH (r:Registration {key: $key})
   SET r.lock = true
   WITH r WHERE r.mailPending = true AND r.pendingMail = $mail
   SET r.mailPending = null, r.pendingMail = null
   RETURN r.key AS key`,
);

/** Sessions that begin in this span; more conditions would make the embedded engine read every session. */
export const listBeginning = readQuery<
  { since: string; until: string },
  { id: string; startsAtUtc: string; takesPlace: boolean }
>(
  'learning/list-beginning',
  `MATCH (s:LearningSession)
   WHERE s.startsAtUtc >= $since AND s.startsAtUtc <= $until
   RETURN s.id AS id, s.startsAtUtc AS startsAtUtc, s.cancelledAt IS NULL AND s.closedAt IS NULL AS takesPlace
   ORDER BY startsAtUtc, id`,
);

export interface PlaceRow {
  key: string;
  personId: string;
  since: string;
  timeZone: string | null;
  /** The last reminder sent. */
  reminded: string | null;
}

/** Everyone who has a place in a session, or runs it. */
export const listPlaces = readQuery<{ sessionId: string }, PlaceRow>(
  'learning/list-places',
  `MATCH (s:LearningSession {id: $sessionId})<-[:FOR]-(r:Registration)
   WHERE r.state = 'registered' OR r.state = 'facilitating'
   RETURN r.key AS key, r.personId AS personId, r.since AS since, r.timeZone AS timeZone, r.reminded AS reminded
   ORDER BY key`,
);

/** Marks a reminder as sent: a row for whoever marks it first, none for everyone else. */
export const takeReminder = writeQuery<{ key: string; reminder: string }, { key: string }>(
  'learning/take-reminder',
  `MATCH (r:Registration {key: $key})
   SET r.lock = true
   WITH r WHERE coalesce(r.reminded, '') <> $reminder
   SET r.reminded = $reminder
   RETURN r.key AS key`,
);
