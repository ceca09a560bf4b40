import type { EntityRef } from '../platform/entities/entity.js';

/** What came of a commitment: not yet known, all of it, some of it, given up. */
export const COMMITMENT_STATES = ['open', 'kept', 'partly', 'dropped'] as const;

export type CommitmentState = (typeof COMMITMENT_STATES)[number];

/** The room of events of one commitment; sockets join it as `commitment:ID`. */
export function commitmentRoom(id: string): string {
  return `commitment:${id}`;
}

export function commitmentUrl(id: string): string {
  return `/commitments/${id}`;
}

export interface MakerRef {
  id: string;
  name: string;
  url: string;
}

export interface MadeCommitment {
  commitmentId: string;
  text: string;
  /** A person or an actor. */
  owner: EntityRef;
  /** The session or dialogue at whose close it was made. */
  answers: EntityRef;
  dueOn: string;
  reviewOn: string;
  by: MakerRef;
}

export interface ChangedOwner {
  commitmentId: string;
  owner: EntityRef;
  by: MakerRef;
}

export interface CommitmentReport {
  commitmentId: string;
  /** Counts the reports on this commitment from 1. */
  number: number;
  state: CommitmentState;
  note: string;
  at: string;
  by: MakerRef;
  /** Of the commitment, after the report. */
  version: number;
}

/** What the events of this room carry. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'commitments.commitment-made': MadeCommitment;
    'commitments.owner-changed': ChangedOwner;
    'commitments.commitment-reported': CommitmentReport;
  }
}
