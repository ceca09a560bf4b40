import { Injectable } from '@nestjs/common';
import type { EntityRef } from '../platform/entities/entity.js';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type SessionRecord, sourceOf, toRecord } from './session-record.js';
import {
  changeSession,
  findSession,
  linkFacilitators,
  linkSubjects,
  listPeopleWithRoles,
  listSessionIds,
  listVisibleSubjects,
  type SessionProperties,
  takeSession,
  unlinkFacilitators,
  unlinkSubjects,
} from './sessions.cypher.js';

@Injectable()
export class SessionsRepository {
  constructor(private readonly graph: Graph) {}

  async getSession(id: string): Promise<SessionRecord> {
    const session = await this.findSession(id);
    if (!session) throw notFound('session');
    return session;
  }

  async findSession(id: string): Promise<SessionRecord | null> {
    const [row] = await this.graph.read(findSession, { id });
    return row ? toRecord(row) : null;
  }

  /** The sessions in the order of their ids as given; those that are not there are left out. */
  async listByIds(ids: string[]): Promise<SessionRecord[]> {
    const found = await Promise.all(ids.map((id) => this.findSession(id)));
    return found.filter((session) => session !== null);
  }

  /** The session as this transaction will change it; nobody else changes it meanwhile. */
  async takeSession(tx: GraphTransaction, id: string): Promise<SessionRecord> {
    const [row] = await tx.run(takeSession, { id });
    if (!row) throw notFound('session');
    return toRecord(row);
  }

  async change(tx: GraphTransaction, id: string, properties: SessionProperties): Promise<void> {
    await tx.run(changeSession, { id, properties });
  }

  /** Makes the session be about these, and no others. */
  async setSubjects(
    tx: GraphTransaction,
    id: string,
    change: { before: string[]; after: string[]; by: string; at: string },
  ): Promise<void> {
    const { added, removed } = difference(change.before, change.after);
    const source = sourceOf(change.by);
    if (removed.length > 0) await tx.run(unlinkSubjects, { id, keys: removed });
    if (added.length > 0) await tx.run(linkSubjects, { id, keys: added, source, at: change.at });
  }

  async setFacilitators(
    tx: GraphTransaction,
    id: string,
    change: { before: string[]; after: string[]; by: string; at: string },
  ): Promise<{ added: string[]; removed: string[] }> {
    const { added, removed } = difference(change.before, change.after);
    const source = sourceOf(change.by);
    if (removed.length > 0) await tx.run(unlinkFacilitators, { id, ids: removed });
    if (added.length > 0) await tx.run(linkFacilitators, { id, ids: added, source, at: change.at });
    return { added, removed };
  }

  listVisible(keys: string[]): Promise<EntityRef[]> {
    return this.graph.read(listVisibleSubjects, { keys });
  }

  listPeople(ids: string[]) {
    return this.graph.read(listPeopleWithRoles, { ids });
  }

  async listIds(): Promise<string[]> {
    const rows = await this.graph.read(listSessionIds, {});
    return rows.map(({ id }) => id);
  }
}

function difference(before: string[], after: string[]): { added: string[]; removed: string[] } {
  return {
    added: [...new Set(after)].filter((one) => !before.includes(one)),
    removed: before.filter((one) => !after.includes(one)),
  };
}
