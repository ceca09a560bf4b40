import type { PersonSummary } from '../identity/contracts.js';
import { type EntityRef, entityKey } from '../platform/entities/entity.js';
import { type SessionFacts, type SessionFormat, sessionKey, sessionUrl } from './contracts.js';
import type { AgendaStep } from './rules/agenda.js';
import type { SessionTimes } from './rules/session-times.js';
import type { SessionProperties, SessionRow } from './sessions.cypher.js';

export interface InterpretationLink {
  language: string;
  url: string;
}

/** What a facilitator says about a session, as it is kept. */
export interface SessionContent extends SessionTimes {
  title: string;
  purpose: string;
  format: SessionFormat;
  languages: string[];
  places: number | null;
  meetingLink: string | null;
  interpretationLinks: InterpretationLink[];
  agenda: AgendaStep[];
}

/** A session as the graph holds it. */
export interface SessionRecord extends SessionContent {
  id: string;
  about: EntityRef[];
  facilitators: PersonSummary[];
  proposedBy: PersonSummary | null;
  threadId: string | null;
  sequence: number;
  createdAt: string;
  changedAt: string;
  cancelledAt: string | null;
  cancelledReason: string | null;
  closedAt: string | null;
  summary: string | null;
  headcount: number | null;
  stepIndex: number | null;
  stepStartedAt: string | null;
  registered: number;
  waiting: number;
  attended: number;
  /** Turns given out so far, for places and for hands. */
  turns: number;
  noteCount: number;
  pollCount: number;
}

const COUNTERS = {
  registered: 0,
  waiting: 0,
  attended: 0,
  turns: 0,
  noteCount: 0,
  pollCount: 0,
  sequence: 0,
};

const OPTIONAL = {
  places: null,
  registrationOpensAt: null,
  registrationClosesAt: null,
  registrationOpensAtUtc: null,
  registrationClosesAtUtc: null,
  meetingLink: null,
  threadId: null,
  cancelledAt: null,
  cancelledReason: null,
  closedAt: null,
  summary: null,
  headcount: null,
  stepIndex: null,
  stepStartedAt: null,
};

export function toRecord({ properties, about, facilitators, proposedBy }: SessionRow): SessionRecord {
  const { agenda, interpretation, ...plain } = properties;
  return {
    ...OPTIONAL,
    ...COUNTERS,
    ...(plain as unknown as SessionRecord),
    agenda: JSON.parse(String(agenda ?? '[]')) as AgendaStep[],
    interpretationLinks: JSON.parse(String(interpretation ?? '[]')) as InterpretationLink[],
    about: byTitle(about),
    facilitators: [...facilitators].sort((a, b) => (a.name + a.id < b.name + b.id ? -1 : 1)),
    proposedBy: proposedBy[0] ?? null,
  };
}

/** The content as properties of the node; lists of maps are kept as JSON, since a property holds none. */
export function toProperties(content: SessionContent): SessionProperties {
  const { agenda, interpretationLinks, ...plain } = content;
  return { ...plain, agenda: JSON.stringify(agenda), interpretation: JSON.stringify(interpretationLinks) };
}

/** The content alone. */
export function contentOf(record: SessionRecord): SessionContent {
  const { title, purpose, format, languages, places, meetingLink, interpretationLinks, agenda } = record;
  const { timeZone, startsAt, endsAt, registrationOpensAt, registrationClosesAt } = record;
  const { startsAtUtc, endsAtUtc, registrationOpensAtUtc, registrationClosesAtUtc } = record;
  return {
    title,
    purpose,
    format,
    languages,
    places,
    meetingLink,
    interpretationLinks,
    agenda,
    timeZone,
    startsAt,
    endsAt,
    registrationOpensAt,
    registrationClosesAt,
    startsAtUtc,
    endsAtUtc,
    registrationOpensAtUtc,
    registrationClosesAtUtc,
  };
}

/** What everyone may know. */
export function factsOf(record: SessionRecord): SessionFacts {
  const { id, about, facilitators, sequence } = record;
  const { meetingLink: _, interpretationLinks: __, ...content } = contentOf(record);
  return { id, key: sessionKey(id), url: sessionUrl(id), ...content, about, facilitators, sequence };
}

export function registrationKey(sessionId: string, personId: string): string {
  return `${sessionId}#${personId}`;
}

export function pollKey(sessionId: string, number: number): string {
  return `${sessionId}#poll-${number}`;
}

export function noteKey(sessionId: string, number: number): string {
  return `${sessionId}#${number}`;
}

export function sourceOf(personId: string): string {
  return entityKey('person', personId);
}

function byTitle(entities: EntityRef[]): EntityRef[] {
  return [...entities].sort((a, b) => (a.type + a.title + a.key < b.type + b.title + b.key ? -1 : 1));
}
