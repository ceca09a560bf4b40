import { Injectable } from '@nestjs/common';
import type { AnyEvent } from '../platform/events/event.js';
import { CompletesEvents, type EventCompletion } from '../platform/events/event-completion.js';
import { Graph } from '../platform/graph/graph.js';
import {
  type ApprovedStatement,
  type ChangedAnswers,
  type ClosedDialogue,
  dialogueRoom,
  type PersonRef,
  type StatementCounts,
} from './contracts.js';
import { type DialogueRecord, toldDialogue, toRecord } from './dialogue-record.js';
import { listDialoguesById } from './dialogues.cypher.js';
import { htmlOf } from './dialogues.views.js';
import { answersTo } from './rules/choice-counts.js';
import { listStatementsById, type StatementRow } from './statements.cypher.js';

/** What is told of a dialogue; the log keeps which it was, for its words stand in the dialogue. */
export function dialogueEvent<Type extends 'dialogues.dialogue-convened' | 'dialogues.dialogue-changed'>(
  type: Type,
  record: DialogueRecord,
  by: PersonRef,
) {
  const data = toldDialogue(record, htmlOf(record), by);
  const { dialogueId, version } = data;
  return { room: dialogueRoom(dialogueId), type, data, kept: { dialogueId, version, by } };
}

export function closedEvent(data: ClosedDialogue) {
  const { question: _, ...kept } = data;
  return { room: dialogueRoom(data.dialogueId), type: 'dialogues.dialogue-closed', data, kept } as const;
}

/** A statement that may be answered; the log keeps which it was, and not its words, for it may yet be refused. */
export function approvedEvent(row: StatementRow, statements: StatementCounts) {
  const kept = { dialogueId: row.dialogueId, statementId: row.id, statements };
  const data: ApprovedStatement = { ...kept, ...wordsOf(row) };
  return { room: dialogueRoom(row.dialogueId), type: 'dialogues.statement-approved', data, kept } as const;
}

/**
 * The answers to a statement; the log keeps only that they changed. Whoever was away is told the figures of now, and so
 * nobody can follow in it how one answer made another sum.
 */
export function answersEvent(row: StatementRow) {
  const { dialogueId, id: statementId } = row;
  const kept = { dialogueId, statementId };
  const data: ChangedAnswers = { ...kept, ...answersTo(row) };
  return { room: dialogueRoom(dialogueId), type: 'dialogues.answers-changed', data, kept } as const;
}

const TOLD = new Set(['dialogues.dialogue-convened', 'dialogues.dialogue-changed']);

/** Gives events of dialogues that were read from the log the words and figures of now. */
@Injectable()
@CompletesEvents([
  'dialogues.dialogue-convened',
  'dialogues.dialogue-changed',
  'dialogues.dialogue-closed',
  'dialogues.statement-approved',
  'dialogues.answers-changed',
])
export class DialogueEvents implements EventCompletion {
  constructor(private readonly graph: Graph) {}

  async complete(events: AnyEvent[]): Promise<AnyEvent[]> {
    const [dialogues, statements] = await Promise.all([
      this.read(events, 'dialogueId', async (ids) =>
        (await this.graph.read(listDialoguesById, { ids })).map(toRecord).map((one) => [one.row.id, one]),
      ),
      this.read(events, 'statementId', async (ids) =>
        (await this.graph.read(listStatementsById, { ids })).map((one) => [one.id, one]),
      ),
    ]);
    return events.map((event) => {
      const dialogue = dialogues.get(event.data.dialogueId);
      const statement = statements.get(event.data.statementId);
      return { ...event, data: { ...event.data, ...wordsFor(event, dialogue, statement) } };
    });
  }

  private async read<Row>(
    events: AnyEvent[],
    field: string,
    load: (ids: string[]) => Promise<[string, Row][]>,
  ): Promise<Map<unknown, Row>> {
    const ids = events.map(({ data }) => data[field]).filter((id) => typeof id === 'string');
    return new Map(ids.length > 0 ? await load([...new Set(ids)]) : []);
  }
}

function wordsFor(
  { type, data }: AnyEvent,
  dialogue: DialogueRecord | undefined,
  statement: StatementRow | undefined,
): object {
  if (type === 'dialogues.statement-approved') return wordsOf(statement);
  if (type === 'dialogues.answers-changed')
    return answersTo(statement?.status === 'approved' ? statement : undefined);
  if (!dialogue) return {};
  if (!TOLD.has(type)) return { question: dialogue.row.question };
  return toldDialogue(dialogue, htmlOf(dialogue), data.by as PersonRef);
}

/** Nothing of a statement that was refused since, or is no longer there. */
function wordsOf(row: StatementRow | undefined): Pick<ApprovedStatement, 'text' | 'lang' | 'author'> {
  if (row?.status !== 'approved') return { text: null, lang: null, author: null };
  const { text, lang, author } = row;
  return { text, lang, author };
}
