import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type Position, readNewestFirst } from '../platform/graph/page.js';
import { type CaseRecord, toRecord } from './case-record.js';
import { takeCase } from './case-writes.cypher.js';
import {
  type CaseVersionRow,
  findCase,
  findCaseByClientKey,
  listCaseIds,
  listCasesById,
  listCasesLinkedTo,
  listCasesLinkedToAll,
  listCasesOfContributor,
  listCaseVersions,
  listNarrowerThemes,
  listPublishedCases,
} from './cases.cypher.js';

const CASES_PER_BATCH = 500;

@Injectable()
export class CasesRepository {
  constructor(private readonly graph: Graph) {}

  async getCase(id: string): Promise<CaseRecord> {
    const [row] = await this.graph.read(findCase, { id });
    if (!row) throw notFound('case');
    return toRecord(row);
  }

  /** The case as this transaction will change it; nobody else changes it meanwhile. */
  async takeCase(tx: GraphTransaction, id: string): Promise<CaseRecord> {
    await tx.run(takeCase, { id });
    const [row] = await tx.run(findCase, { id });
    if (!row) throw notFound('case');
    return toRecord(row);
  }

  async listByIds(ids: string[]): Promise<CaseRecord[]> {
    if (ids.length === 0) return [];
    return (await this.graph.read(listCasesById, { ids })).map(toRecord);
  }

  /** The case that the same person sent in the same words under this key before there were receipts, if any. */
  async findSentBefore(
    tx: GraphTransaction,
    personId: string,
    { clientKey, title }: { clientKey?: string; title: string },
  ): Promise<{ id: string } | null> {
    if (!clientKey) return null;
    const [found] = await tx.run(findCaseByClientKey, { clientKey });
    return found?.contributorId === personId && found.title === title ? { id: found.id } : null;
  }

  /**
   * Published cases, newest first.
   * @param linkedTo lists of entity keys: a case is linked to at least one of each
   */
  async listPublished(linkedTo: string[][], before: Position, limit: number): Promise<CaseRecord[]> {
    const [keys, ...others] = linkedTo;
    if (!keys) {
      const rows = await readNewestFirst(before, limit, (window) =>
        this.graph.read(listPublishedCases, { since: window.since, ...window.before, limit: window.limit }),
      );
      return rows.map(toRecord);
    }
    const rows =
      others.length === 0
        ? await this.graph.read(listCasesLinkedTo, { keys, ...before, limit })
        : await this.graph.read(listCasesLinkedToAll, { keys, others, ...before, limit });
    return rows.map(toRecord);
  }

  async listOfContributor(personId: string, before: Position, limit: number): Promise<CaseRecord[]> {
    return (await this.graph.read(listCasesOfContributor, { personId, ...before, limit })).map(toRecord);
  }

  /** A theme and its sub-themes, by key. */
  async withNarrowerThemes(key: string): Promise<string[]> {
    const narrower = await this.graph.read(listNarrowerThemes, { key });
    return [key, ...narrower.map((theme) => theme.key)];
  }

  /** Every case, drafts included, in batches. */
  async *allInBatches(): AsyncIterable<CaseRecord[]> {
    const ids = (await this.graph.read(listCaseIds, {})).map(({ id }) => id);
    for (let start = 0; start < ids.length; start += CASES_PER_BATCH)
      yield await this.listByIds(ids.slice(start, start + CASES_PER_BATCH));
  }

  /** Versions from number `from` on, oldest first. */
  listVersions(id: string, from: number): Promise<CaseVersionRow[]> {
    return this.graph.read(listCaseVersions, { id, from });
  }
}
