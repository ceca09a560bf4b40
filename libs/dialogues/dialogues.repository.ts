import { Injectable } from '@nestjs/common';
import { notFound } from '../platform/errors/domain-error.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import { type Position, readNewestFirst } from '../platform/graph/page.js';
import { type DialogueFacts, type DialogueRecord, toFacts, toRecord } from './dialogue-record.js';
import {
  changeDialogue,
  createDialogue,
  type DialogueLinkType,
  type DialogueProperties,
  findDialogue,
  findDialogueByClientKey,
  findDialogueFacts,
  linkCoConveners,
  linkConvener,
  linkEvidence,
  linkSubjects,
  listDialogueIds,
  listDialogues,
  listDialoguesById,
  listDialoguesLinkedTo,
  listSchedules,
  listSchedulesLinkedTo,
  type ScheduleRow,
  takeDialogue,
  unlinkDialogue,
} from './dialogues.cypher.js';
import type { PhaseSpan, Schedule } from './rules/phase-at.js';

/** Read at once when looking for those in some state. */
const SCHEDULES = 500;

const LINK_QUERIES = {
  ABOUT: linkSubjects,
  EVIDENCE: linkEvidence,
  CONVENED_BY: linkConvener,
  CO_CONVENED_BY: linkCoConveners,
} satisfies Record<DialogueLinkType, unknown>;

/** What the links of each kind should lead to, by key. */
export type DialogueLinks = Partial<Record<DialogueLinkType, readonly string[]>>;

/** Who links, and when. */
export interface Writing {
  source: string;
  at: string;
}

@Injectable()
export class DialoguesRepository {
  constructor(private readonly graph: Graph) {}

  async getDialogue(id: string, reader?: Pick<GraphTransaction, 'run'>): Promise<DialogueRecord> {
    const rows = reader
      ? await reader.run(findDialogue, { id })
      : await this.graph.read(findDialogue, { id });
    if (!rows[0]) throw notFound('dialogue');
    return toRecord(rows[0]);
  }

  async findDialogue(id: string): Promise<DialogueRecord | null> {
    const [row] = await this.graph.read(findDialogue, { id });
    return row ? toRecord(row) : null;
  }

  async getFacts(id: string): Promise<DialogueFacts> {
    const [row] = await this.graph.read(findDialogueFacts, { id });
    if (!row) throw notFound('dialogue');
    return toFacts(row);
  }

  /** The dialogue as this transaction will change it; nobody else changes it or what belongs to it meanwhile. */
  async takeDialogue(tx: GraphTransaction, id: string): Promise<DialogueFacts> {
    const [row] = await tx.run(takeDialogue, { id });
    if (!row) throw notFound('dialogue');
    return toFacts(row);
  }

  /** The dialogue that the same person sent with this question under this key before there were receipts, if any. */
  async findSentBefore(
    tx: GraphTransaction,
    personId: string,
    { clientKey, question }: { clientKey?: string; question: string },
  ): Promise<{ id: string } | null> {
    if (!clientKey) return null;
    const [found] = await tx.run(findDialogueByClientKey, { clientKey });
    const isSame = found?.question === question && found.conveners.includes(personId);
    return isSame ? { id: found.id } : null;
  }

  /** @param linkedTo key of what the dialogues are linked to; null for all */
  async list(linkedTo: string | null, before: Position, limit: number): Promise<DialogueRecord[]> {
    const rows =
      linkedTo === null
        ? await readNewestFirst(before, limit, (window) =>
            this.graph.read(listDialogues, { since: window.since, ...window.before, limit: window.limit }),
          )
        : await this.graph.read(listDialoguesLinkedTo, { key: linkedTo, ...before, limit });
    return rows.map(toRecord);
  }

  /**
   * Those of which it is true, the newest first. Where a dialogue stands depends on the clock, which the graph does not
   * know: so schedules are read, and what the dialogues say only once enough of them are found.
   * @param linkedTo as in {@link list}
   */
  async listWhere(
    isWanted: (schedule: Schedule) => boolean,
    linkedTo: string | null,
    before: Position,
    limit: number,
  ): Promise<DialogueRecord[]> {
    const ids: string[] = [];
    let position = before;
    for (;;) {
      const rows = await this.readSchedules(linkedTo, position);
      for (const { id, phases, closedAt, createdAt } of rows) {
        if (isWanted({ phases: JSON.parse(phases) as PhaseSpan[], closedAt })) ids.push(id);
        position = { at: createdAt, id };
      }
      if (rows.length < SCHEDULES || ids.length >= limit) break;
    }
    return (await this.graph.read(listDialoguesById, { ids: ids.slice(0, limit) })).map(toRecord);
  }

  private readSchedules(linkedTo: string | null, before: Position): Promise<ScheduleRow[]> {
    if (linkedTo !== null)
      return this.graph.read(listSchedulesLinkedTo, { key: linkedTo, ...before, limit: SCHEDULES });
    return readNewestFirst(before, SCHEDULES, (window) =>
      this.graph.read(listSchedules, { since: window.since, ...window.before, limit: window.limit }),
    );
  }

  async listIds(): Promise<string[]> {
    return (await this.graph.read(listDialogueIds, {})).map(({ id }) => id);
  }

  async create(
    tx: GraphTransaction,
    dialogue: { id: string; key: string; url: string; properties: DialogueProperties },
    links: DialogueLinks,
    writing: Writing,
  ): Promise<void> {
    await tx.run(createDialogue, dialogue);
    await this.link(tx, dialogue.id, links, writing);
  }

  async change(tx: GraphTransaction, id: string, properties: DialogueProperties): Promise<void> {
    await tx.run(changeDialogue, { id, properties });
  }

  /** Makes the links lead to these, and leaves alone those that do already. Kinds not given stay as they are. */
  async replaceLinks(
    tx: GraphTransaction,
    { row }: DialogueRecord,
    links: DialogueLinks,
    writing: Writing,
  ): Promise<void> {
    for (const [link, keys] of entriesOf(links)) {
      const before = row.links.filter((end) => end.link === link).map(({ key }) => key);
      const gone = before.filter((key) => !keys.includes(key));
      if (gone.length > 0) await tx.run(unlinkDialogue, { id: row.id, link, keys: gone });
      await this.link(tx, row.id, { [link]: keys.filter((key) => !before.includes(key)) }, writing);
    }
  }

  private async link(
    tx: GraphTransaction,
    id: string,
    links: DialogueLinks,
    writing: Writing,
  ): Promise<void> {
    for (const [link, keys] of entriesOf(links)) {
      if (keys.length > 0) await tx.run(LINK_QUERIES[link], { id, keys: [...keys], ...writing });
    }
  }
}

function entriesOf(links: DialogueLinks): [DialogueLinkType, readonly string[]][] {
  return Object.entries(links) as [DialogueLinkType, readonly string[]][];
}
