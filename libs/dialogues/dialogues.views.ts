import { LRUCache } from 'lru-cache';
import { mayAccess } from '../platform/access/access-rule.js';
import { type Actor, isSignedIn, type Person } from '../platform/access/actor.js';
import { entityKey } from '../platform/entities/entity.js';
import { renderMarkdown } from '../platform/markdown/markdown.js';
import { outcomeUrl, type PersonRef, statementUrl } from './contracts.js';
import type { DialogueRecord } from './dialogue-record.js';
import {
  answerStatement,
  closeDialogue,
  editDialogue,
  moderateStatement,
  proposeStatement,
} from './dialogues.access.js';
import type { DialogueCardView, DialogueView, StatementView } from './dialogues.views.schemas.js';
import { answersTo, type Choice } from './rules/choice-counts.js';
import { closableFrom, stateAt, takesAnswers, takesOutcome, takesStatements } from './rules/phase-at.js';
import type { Said } from './rules/same-words.js';
import type { StatementRow } from './statements.cypher.js';

/** Rendered backgrounds by dialogue and version: a version never changes, so nothing has to be invalidated. */
const renderedBackgrounds = new LRUCache<string, string>({ max: 1000 });

export function htmlOf({ row: { id, version, background } }: DialogueRecord): string | null {
  if (background === null) return null;
  const key = `${id}@${version}`;
  const html = renderedBackgrounds.get(key) ?? renderMarkdown(background);
  renderedBackgrounds.set(key, html);
  return html;
}

export function toCard(record: DialogueRecord, now: Date): DialogueCardView {
  const { row, facts, about, convener, coConveners } = record;
  const { id, question, url, lang, timeZone, createdAt, closedAt } = row;
  return {
    id,
    key: entityKey('dialogue', id),
    question,
    url,
    lang,
    timeZone,
    phases: [...facts.phases],
    state: stateAt(facts, now),
    about,
    convener,
    coConveners,
    statements: { approved: row.approved.length, waiting: row.waiting.length },
    createdAt,
    closedAt,
    outcomeUrl: closedAt === null ? null : outcomeUrl(id),
  };
}

export function toDialogueView(record: DialogueRecord, actor: Actor, now: Date, seq: number): DialogueView {
  const { row, facts, evidence } = record;
  const open = facts.closedAt === null;
  return {
    ...toCard(record, now),
    background: row.background,
    html: htmlOf(record),
    evidence,
    version: row.version,
    updatedAt: row.updatedAt,
    closableFrom: closableFrom(facts.phases),
    seq,
    permissions: {
      edit: open && mayAccess(editDialogue, actor, facts),
      propose: takesStatements(facts, now) && mayAccess(proposeStatement, actor, undefined),
      answer: takesAnswers(facts, now) && mayAccess(answerStatement, actor, undefined),
      moderate: open && mayAccess(moderateStatement, actor, facts),
      close: takesOutcome(facts, now) && mayAccess(closeDialogue, actor, facts),
    },
  };
}

/** @param sees.reasons whether the reader moderates, and so sees why others were refused */
export function toStatementView(
  row: StatementRow,
  actor: Actor,
  sees: { reasons: boolean; ownAnswer: Choice | null; sameAs?: Said | null },
): StatementView {
  const { id, dialogueId, text, lang, status, reason, author, createdAt } = row;
  const isOwn = isSignedIn(actor) && author.id === actor.id;
  return {
    id,
    key: entityKey('statement', id),
    dialogueId,
    url: statementUrl(dialogueId, id),
    text,
    lang,
    status,
    reason: status === 'refused' && (isOwn || sees.reasons) ? reason : null,
    author,
    createdAt,
    ...answersTo(row),
    ownAnswer: sees.ownAnswer,
    sameAs: sees.sameAs
      ? { id: sees.sameAs.id, url: statementUrl(dialogueId, sees.sameAs.id), text: sees.sameAs.text }
      : null,
  };
}

export function refOf({ id, name }: Person): PersonRef {
  return { id, name, url: `/people/${id}` };
}

export function sourceOf({ id }: Person): string {
  return entityKey('person', id);
}
