import type { EntityRef } from '../platform/entities/entity.js';
import type { ChoiceCounts } from './rules/choice-counts.js';
import type { PhaseSpan } from './rules/phase-at.js';

export { CHOICES, type Choice, type ChoiceCounts, FEWEST_SHOWN } from './rules/choice-counts.js';
export {
  closableFrom,
  DIALOGUE_STATES,
  type DialogueState,
  PHASES,
  type Phase,
  type PhaseSpan,
  phaseAt,
  type Schedule,
  stateAt,
} from './rules/phase-at.js';

/** The room of events in a dialogue, and its key as an entity; sockets join it as `dialogue:ID`. */
export function dialogueRoom(dialogueId: string): string {
  return `dialogue:${dialogueId}`;
}

export function dialogueUrl(dialogueId: string): string {
  return `/dialogues/${dialogueId}`;
}

export function statementUrl(dialogueId: string, statementId: string): string {
  return `${dialogueUrl(dialogueId)}#statement-${statementId}`;
}

export function outcomeUrl(dialogueId: string): string {
  return `${dialogueUrl(dialogueId)}/outcome`;
}

export interface PersonRef {
  id: string;
  name: string;
  url: string;
}

/** How many statements may be answered, and how many wait for a moderator. */
export interface StatementCounts {
  approved: number;
  waiting: number;
}

/** What the events of this room carry: never who answered what, nor the words of a statement before it is approved. */
declare module '../platform/events/event.js' {
  interface EventMap {
    'dialogues.dialogue-convened': ToldDialogue;
    'dialogues.dialogue-changed': ToldDialogue;
    'dialogues.statement-proposed': { dialogueId: string; statements: StatementCounts };
    'dialogues.statement-approved': ApprovedStatement;
    'dialogues.statement-refused': { dialogueId: string; statementId: string; statements: StatementCounts };
    'dialogues.answers-changed': ChangedAnswers;
    'dialogues.dialogue-closed': ClosedDialogue;
  }
}

/** `html` is safe to insert: it was made from Markdown without raw HTML. */
export interface ToldDialogue {
  dialogueId: string;
  version: number;
  question: string;
  url: string;
  lang: string | null;
  background: string | null;
  html: string | null;
  timeZone: string;
  phases: PhaseSpan[];
  about: EntityRef[];
  evidence: EntityRef[];
  convener: PersonRef;
  coConveners: PersonRef[];
  updatedAt: string;
  by: PersonRef;
}

/** Without text and author where it was refused since: an approval is told again to whoever was away. */
export interface ApprovedStatement {
  dialogueId: string;
  statementId: string;
  text: string | null;
  lang: string | null;
  author: PersonRef | null;
  statements: StatementCounts;
}

/** `counts` is null while there are fewer than five answers, and then moves on in steps of at least five people. */
export interface ChangedAnswers {
  dialogueId: string;
  statementId: string;
  answers: number;
  counts: ChoiceCounts | null;
}

export interface ClosedDialogue {
  dialogueId: string;
  outcomeId: string;
  url: string;
  question: string;
  closedAt: string;
  by: PersonRef;
}
