import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { Graph } from '../platform/graph/graph.js';
import { publishedCase } from './case-input.js';
import { versionKey } from './case-record.js';
import { listVersionNotes } from './cases.cypher.js';
import { CasesRepository } from './cases.repository.js';
import { type ContributorRef, caseRoom, type PublishedCase } from './contracts.js';

/** A case as it is told; the log keeps which it was, for its words stand in the case. */
export function publishedEvent(data: PublishedCase) {
  return { room: caseRoom(data.caseId), type: 'cases.case-published', data, kept: keptOf(data) } as const;
}

export function editedEvent(data: PublishedCase & { note: string | null }) {
  return { room: caseRoom(data.caseId), type: 'cases.case-edited', data, kept: keptOf(data) } as const;
}

function keptOf({ caseId, version, by }: PublishedCase) {
  return { caseId, version, by };
}

/** Gives events of cases that were read from the log the words of now; of one that is hidden by then, none. */
@Injectable()
@CompletesEvents(['cases.case-published', 'cases.case-edited'])
export class CaseEvents implements EventCompletion {
  constructor(
    private readonly graph: Graph,
    private readonly cases: CasesRepository,
  ) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const told = events.map(({ data }) => data as unknown as PublishedCase);
    const records = await this.cases.listByIds([...new Set(told.map(({ caseId }) => caseId))]);
    const cases = new Map(records.map((record) => [record.row.id, record]));
    const keys = told.map(({ caseId, version }) => versionKey(caseId, version));
    const rows = await this.graph.read(listVersionNotes, { keys: [...new Set(keys)] });
    const notes = new Map(rows.map(({ key, note }) => [key, note]));
    return events.map((event, at) => {
      const { caseId, version, by } = event.data as {
        caseId: string;
        version: number;
        by: ContributorRef | null;
      };
      const record = cases.get(caseId);
      if (!record?.state.published) return { ...event, data: { caseId, version, by } };
      const data = publishedCase(caseId, version, record.content, record.links, by);
      const note = event.type === 'cases.case-edited' ? { note: notes.get(keys[at] ?? '') ?? null } : {};
      return { ...event, data: { ...data, ...note } };
    });
  }
}
