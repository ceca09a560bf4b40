import { idOfType, keyFromAddress } from '../../rendering/entity-address.js';
import { FormInput } from '../../rendering/form-input.js';
import type { FormNumbers } from '../../rendering/form-numbers.js';
import { listToGrow, type RowsOfForm, readRows, withMoreRows } from '../../rendering/form-rows.js';

const LISTS = {
  lessons: ['text', 'caseId', 'otherCase'],
  commitments: ['text', 'ownerKey', 'otherOwner', 'dueOn', 'reviewOn'],
} as const;

export type CloseList = keyof typeof LISTS;

/** What stands in the form that closes a session: as typed, so that nothing is lost when it comes back. */
export interface CloseFormValues {
  summary: string;
  headcount: string;
  rows: RowsOfForm<CloseList>;
}

/** @param attended how many were counted while it went on */
export function emptyOutcome(attended: number): CloseFormValues {
  return {
    summary: '',
    headcount: attended > 0 ? String(attended) : '',
    rows: { lessons: { filled: [], shown: 3 }, commitments: { filled: [], shown: 2 } },
  };
}

export function readCloseForm(body: unknown): CloseFormValues {
  const input = new FormInput(body);
  return {
    summary: input.text('summary'),
    headcount: input.text('headcount'),
    rows: {
      lessons: readRows(input, 'lessons', LISTS.lessons),
      commitments: readRows(input, 'commitments', LISTS.commitments),
    },
  };
}

/** The input of the use case. A pasted address goes before what was picked from the list. */
export function toCloseInput(
  { summary, headcount, rows }: CloseFormValues,
  numbers: FormNumbers,
): Record<string, unknown> {
  return {
    summary: summary.trim() || null,
    headcount: numbers.read('headcount', headcount, 'whole'),
    lessons: rows.lessons.filled.map(({ text, caseId, otherCase }) => ({
      text,
      caseId: otherCase
        ? (idOfType('case', keyFromAddress(otherCase)) ?? otherCase.slice(0, 64))
        : caseId || null,
    })),
    commitments: rows.commitments.filled.map(
      ({ text, ownerKey, otherOwner, dueOn = '', reviewOn }, index) => ({
        text,
        ownerKey: otherOwner ? (keyFromAddress(otherOwner) ?? otherOwner) : ownerKey,
        dueOn: numbers.readDay(`commitments.${index}.dueOn`, dueOn),
        reviewOn: reviewOn ? numbers.readDay(`commitments.${index}.reviewOn`, reviewOn) : undefined,
      }),
    ),
  };
}

/** The list to which the pressed button adds rows. */
export function closeListToGrow(body: unknown): CloseList | null {
  return listToGrow(new FormInput(body), Object.keys(LISTS) as CloseList[]);
}

export function withMoreCloseRows(values: CloseFormValues, list: CloseList): CloseFormValues {
  return { ...values, rows: { ...values.rows, [list]: withMoreRows(values.rows[list]) } };
}

/** The notes of the session, a line each, after what was typed about it as a whole; none twice. */
export function withNotes(values: CloseFormValues, notes: readonly { text: string }[]): CloseFormValues {
  const typed = values.summary.trimEnd();
  const lines = notes
    .map(({ text }) => `- ${text.replace(/\s+/g, ' ').trim()}`)
    .filter((line) => !typed.includes(line));
  return { ...values, summary: [typed, lines.join('\n')].filter(Boolean).join('\n\n') };
}
