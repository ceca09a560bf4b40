import { Injectable } from '@nestjs/common';
import type { PersonSummary } from '../identity/contracts.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import {
  changeRegistrations,
  countWaitingBefore,
  createRegistration,
  findRegistration,
  listHands,
  listHeldByDisabled,
  listRegistrations,
  listRemoved,
  listWaiting,
  type ParticipantRow,
  type RegistrationProperties,
  type RegistrationRow,
} from './registrations.cypher.js';
import { registrationKey } from './session-record.js';

/** A registration that holds: one that was cancelled is none. */
export type OwnRegistration = RegistrationRow & { state: 'registered' | 'waiting' | 'facilitating' };

@Injectable()
export class RegistrationsRepository {
  constructor(private readonly graph: Graph) {}

  async find(sessionId: string, personId: string | null): Promise<OwnRegistration | null> {
    const row = await this.findAny(sessionId, personId);
    return holds(row) ? row : null;
  }

  /** Also one that was cancelled. */
  async findAny(sessionId: string, personId: string | null): Promise<RegistrationRow | null> {
    if (personId === null) return null;
    const [row] = await this.graph.read(findRegistration, { key: registrationKey(sessionId, personId) });
    return row ?? null;
  }

  /** The same as the transaction sees it. */
  async findIn(tx: GraphTransaction, sessionId: string, personId: string): Promise<RegistrationRow | null> {
    const [row] = await tx.run(findRegistration, { key: registrationKey(sessionId, personId) });
    return row ?? null;
  }

  /** Registers the person, or takes up what they cancelled. */
  async put(
    tx: GraphTransaction,
    before: RegistrationRow | null,
    sessionId: string,
    personId: string,
    properties: RegistrationProperties,
  ): Promise<void> {
    const key = registrationKey(sessionId, personId);
    if (before) await this.change(tx, [key], properties);
    else await tx.run(createRegistration, { key, sessionId, personId, properties });
  }

  async change(tx: GraphTransaction, keys: string[], properties: RegistrationProperties): Promise<void> {
    await tx.run(changeRegistrations, { keys, properties, revises: Number('state' in properties) });
  }

  listWaiting(tx: GraphTransaction, sessionId: string, limit: number) {
    return tx.run(listWaiting, { sessionId, limit });
  }

  listHeldByDisabled(tx: GraphTransaction, sessionId: string) {
    return tx.run(listHeldByDisabled, { sessionId });
  }

  listRemoved(sessionId: string) {
    return this.graph.read(listRemoved, { sessionId });
  }

  /** The turn among those who wait, from 1. */
  async waitingPosition({ sessionId, number }: RegistrationRow): Promise<number> {
    const [row] = await this.graph.read(countWaitingBefore, { sessionId, number });
    return (row?.count ?? 0) + 1;
  }

  list(sessionId: string): Promise<ParticipantRow[]> {
    return this.graph.read(listRegistrations, { sessionId });
  }

  async listHands(sessionId: string, tx?: GraphTransaction): Promise<PersonSummary[]> {
    const rows = tx
      ? await tx.run(listHands, { sessionId })
      : await this.graph.read(listHands, { sessionId });
    return rows.map(({ id, name, url }) => ({ id, name, url }));
  }
}

export function holds(row: RegistrationRow | null): row is OwnRegistration {
  return row !== null && row.state !== 'cancelled';
}

/** Whether it gives the right to be there: a place, or running it. */
export function hasPlace(row: RegistrationRow | null): boolean {
  return row?.state === 'registered' || row?.state === 'facilitating';
}
