import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type Position, readNewestFirst, START } from '../platform/graph/page.js';
import {
  type CommitmentRow,
  countLinkedCommitments,
  createReport,
  findCommitment,
  findDisabledPerson,
  listCommitments,
  listCommitmentsByDueDay,
  listDueReminders,
  listLinkedCommitments,
  listLinkedCommitmentsByDueDay,
  listReportsByKey,
  type ReportRow,
  setRemindOn,
  takeCommitment,
} from './commitments.cypher.js';
import { ownerOf } from './commitments.views.js';
import type { CommitmentReport, CommitmentState } from './contracts.js';
import { addDays, type Day, dayOf } from './rules/commitment-days.js';

/** By what a commitment points at something. */
export type CommitmentRelation = 'ANSWERS' | 'OWNED_BY' | 'ABOUT';

export interface CommitmentLink {
  entity: string;
  relations: CommitmentRelation[];
}

export interface CommitmentSpan {
  state: CommitmentState | null;
  /** Where the last page ended. */
  from: Position;
  limit: number;
}

const REPORTS_SHOWN = 100;
const REMINDERS_PER_RUN = 200;
/** How far ahead of a day to look first, since an index answers a narrow range fast. */
const WINDOWS_IN_DAYS = [60, 730];
const FIRST_DAY = '0000';
const LAST_DAY = '9999';

/** The key of a report in the graph: its commitment and its number. */
function reportKey(id: string, number: number): string {
  return `${id}#${number}`;
}

@Injectable()
export class CommitmentsRepository {
  constructor(private readonly graph: Graph) {}

  async findCommitment(id: string): Promise<CommitmentRow | null> {
    const [commitment] = await this.graph.read(findCommitment, { id });
    return commitment ?? null;
  }

  async getCommitment(id: string): Promise<CommitmentRow> {
    const commitment = await this.findCommitment(id);
    if (!commitment) throw notFound('commitment');
    return commitment;
  }

  /** The commitment as this transaction will change it; nobody else changes it meanwhile. */
  async takeCommitment(tx: GraphTransaction, id: string): Promise<CommitmentRow> {
    const [commitment] = await tx.run(takeCommitment, { id });
    if (!commitment) throw notFound('commitment');
    return commitment;
  }

  listNewest(link: CommitmentLink | null, { state, from, limit }: CommitmentSpan): Promise<CommitmentRow[]> {
    if (link) return this.graph.read(listLinkedCommitments, { ...link, state, ...from, limit });
    return readNewestFirst(from, limit, ({ since, before }) =>
      this.graph.read(listCommitments, { state, since, ...before, limit }),
    );
  }

  /** What is due first comes first. */
  async listByDueDay(
    link: CommitmentLink | null,
    { state, from, limit }: CommitmentSpan,
    today: Day,
  ): Promise<CommitmentRow[]> {
    const position = from.at === START.at ? { at: FIRST_DAY, id: '' } : from;
    if (link) return this.graph.read(listLinkedCommitmentsByDueDay, { ...link, state, ...position, limit });
    const start = position.at === FIRST_DAY ? today : dayOf(new Date(position.at));
    for (const until of [...WINDOWS_IN_DAYS.map((days) => addDays(start, days)), LAST_DAY]) {
      const rows = await this.graph.read(listCommitmentsByDueDay, { state, ...position, until, limit });
      if (rows.length >= limit || until === LAST_DAY) return rows;
    }
    return [];
  }

  countLinked(link: CommitmentLink, today: Day) {
    return this.graph.read(countLinkedCommitments, { ...link, today });
  }

  /** The last reports on a commitment of which there are `count`, oldest first. */
  listReports(id: string, count: number): Promise<ReportRow[]> {
    const first = Math.max(1, count - REPORTS_SHOWN + 1);
    const keys = Array.from({ length: count - first + 1 }, (_, index) => reportKey(id, first + index));
    return this.graph.read(listReportsByKey, { keys });
  }

  async isOwnerDisabled(row: CommitmentRow): Promise<boolean> {
    const key = ownerOf(row)?.key;
    if (key === undefined) return false;
    return (await this.graph.read(findDisabledPerson, { key })).length > 0;
  }

  async findReport(id: string, number: number): Promise<ReportRow | null> {
    const [report] = await this.graph.read(listReportsByKey, { keys: [reportKey(id, number)] });
    return report ?? null;
  }

  async addReport(tx: GraphTransaction, report: CommitmentReport, remindOn: Day | null): Promise<void> {
    const { commitmentId: id, by, ...said } = report;
    const key = reportKey(id, report.number);
    await tx.run(createReport, { id, key, ...said, remindOn, reporterId: by.id });
  }

  /** Ids of commitments with a reminder that has to leave by today, the longest waiting first. */
  async listToRemind(today: Day): Promise<string[]> {
    const window = { since: FIRST_DAY, today, limit: REMINDERS_PER_RUN };
    return (await this.graph.read(listDueReminders, window)).map(({ id }) => id);
  }

  async setRemindOn(tx: GraphTransaction, id: string, remindOn: Day | null): Promise<void> {
    await tx.run(setRemindOn, { id, remindOn });
  }
}
