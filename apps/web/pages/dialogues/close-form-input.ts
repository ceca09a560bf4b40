import type { PickedLinks } from '../../components/link-picker.js';
import { FormInput } from '../../rendering/form-input.js';
import { readPickedLinks } from '../../rendering/picked-links.js';

const TEXT_FIELDS = ['agreed', 'agreedBy', 'dissent', 'reviewOn', 'lang'] as const;
const COMMITMENT_FIELDS = ['text', 'ownerKey', 'dueOn', 'reviewOn'] as const;

export type CloseTextField = (typeof TEXT_FIELDS)[number];
export type CommitmentField = (typeof COMMITMENT_FIELDS)[number];
export type CommitmentRow = Readonly<Partial<Record<CommitmentField, string>>>;

export interface CloseFormValues {
  texts: Record<CloseTextField, string>;
  parties: PickedLinks;
  /** Ids of statements that are ticked. */
  statements: string[];
  commitments: CommitmentRow[];
  /** How many rows of commitments to draw. */
  shown: number;
}

export const ROWS_AT_FIRST = 3;
const MOST_ROWS = 50;

/** Rows that were left empty are closed up, so that a refusal names the rows as they are drawn again. */
export function readCloseForm(body: unknown): CloseFormValues {
  const input = new FormInput(body);
  const commitments: CommitmentRow[] = [];
  for (let index = 0; index < MOST_ROWS; index++) {
    const row = Object.fromEntries(
      COMMITMENT_FIELDS.map((field) => [field, input.text(`commitments.${index}.${field}`).trim()]),
    );
    if (Object.values(row).some((value) => value !== '')) commitments.push(row);
  }
  const asked = Number(input.text('shown'));
  const atLeast = Number.isInteger(asked) ? Math.min(asked, MOST_ROWS) : 0;
  return {
    texts: Object.fromEntries(
      TEXT_FIELDS.map((name) => [name, input.text(name)]),
    ) as CloseFormValues['texts'],
    parties: readPickedLinks(input, 'parties'),
    statements: input.texts('statements').slice(0, 200),
    commitments,
    shown: Math.max(commitments.length, atLeast, ROWS_AT_FIRST),
  };
}

export function withMoreCommitments(values: CloseFormValues): CloseFormValues {
  return { ...values, shown: Math.min(values.shown + ROWS_AT_FIRST, MOST_ROWS) };
}

/** The input of the use case. */
export function toCloseInput({
  texts,
  parties,
  statements,
  commitments,
}: CloseFormValues): Record<string, unknown> {
  return {
    agreed: texts.agreed,
    agreedBy: texts.agreedBy,
    parties: parties.ticked,
    dissent: texts.dissent,
    statements,
    commitments: commitments.map(({ text, ownerKey, dueOn, reviewOn }) => ({
      text,
      ownerKey: ownerKey || undefined,
      dueOn: dueOn || undefined,
      reviewOn: reviewOn || undefined,
    })),
    reviewOn: texts.reviewOn || null,
    lang: texts.lang || null,
  };
}

/** The field of the form that a refused part of the input belongs to. */
export function closeFieldOf(field: string): string {
  return field.startsWith('commitments.') ? field : (field.split('.', 1)[0] ?? field);
}
