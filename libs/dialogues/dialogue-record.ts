import type { EntityRef } from '../platform/entities/entity.js';
import type { PersonRef, ToldDialogue } from './contracts.js';
import type { DialogueTies } from './dialogues.access.js';
import type { DialogueFactsRow, DialogueLinkType, DialogueRow } from './dialogues.cypher.js';
import type { PhaseSpan, Schedule } from './rules/phase-at.js';

/** What decides who may do what in a dialogue, and when. */
export interface DialogueFacts extends DialogueTies, Schedule {
  id: string;
  question: string;
}

export function toFacts({
  id,
  question,
  phases,
  closedAt,
  conveners,
  coConveners,
}: DialogueFactsRow): DialogueFacts {
  return {
    id,
    question,
    phases: JSON.parse(phases) as PhaseSpan[],
    closedAt,
    convenerId: conveners[0] ?? '',
    coConvenerIds: coConveners,
  };
}

/** A dialogue with its links told apart. */
export interface DialogueRecord {
  row: DialogueRow;
  facts: DialogueFacts;
  about: EntityRef[];
  evidence: EntityRef[];
  convener: PersonRef;
  coConveners: PersonRef[];
}

export function toRecord(row: DialogueRow): DialogueRecord {
  const [convener = { id: '', name: '', url: '' }] = endsOf(row, 'CONVENED_BY').map(toPerson);
  const coConveners = endsOf(row, 'CO_CONVENED_BY').map(toPerson);
  const facts = toFacts({ ...row, conveners: [convener.id], coConveners: coConveners.map(({ id }) => id) });
  return {
    row,
    facts,
    about: endsOf(row, 'ABOUT'),
    evidence: endsOf(row, 'EVIDENCE'),
    convener,
    coConveners,
  };
}

/** What the links of one kind lead to and everyone may see, in a steady order. */
function endsOf(row: DialogueRow, link: DialogueLinkType): EntityRef[] {
  return row.links
    .filter((end) => end.link === link && !end.hidden)
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ key, type, title, url }) => ({ key, type, title, url }));
}

function toPerson({ key, title, url }: EntityRef): PersonRef {
  return { id: key.slice('person:'.length), name: title, url };
}

/** What the events about a dialogue carry. */
export function toldDialogue(record: DialogueRecord, html: string | null, by: PersonRef): ToldDialogue {
  const { row, facts, about, evidence, convener, coConveners } = record;
  const { id: dialogueId, version, question, url, lang, background, timeZone, updatedAt } = row;
  const { phases } = facts;
  return {
    ...{ dialogueId, version, question, url, lang, background, html, timeZone, updatedAt, by },
    ...{ phases: [...phases], about, evidence, convener, coConveners },
  };
}
