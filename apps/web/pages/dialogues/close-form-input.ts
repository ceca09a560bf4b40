import type { FormRows } from '../../components/form-row-list.js';
import type { PickedLinks } from '../../components/link-picker.js';
import { FormInput } from '../../rendering/form-input.js';
import type { FormNumbers } from '../../rendering/form-numbers.js';
import { readRows, withMoreRows } from '../../rendering/form-rows.js';
import { readPickedLinks } from '../../rendering/picked-links.js';

const TEXT_FIELDS = ['agreed', 'agreedBy', 'dissent', 'reviewOn', 'lang'] as const;
const COMMITMENT_FIELDS = ['text', 'ownerKey', 'dueOn', 'reviewOn'] as const;

export type CloseTextField = (typeof TEXT_FIELDS)[number];

export interface CloseFormValues {
  texts: Record<CloseTextField, string>;
  parties: PickedLinks;
  /** Ids of statements that are ticked. */
  statements: string[];
  commitments: FormRows;
}

export function emptyCloseForm(lang: string): CloseFormValues {
  return { ...readCloseForm({ lang }), commitments: { filled: [], shown: 3 } };
}

export function readCloseForm(body: unknown): CloseFormValues {
  const input = new FormInput(body);
  return {
    texts: Object.fromEntries(
      TEXT_FIELDS.map((name) => [name, input.text(name)]),
    ) as CloseFormValues['texts'],
    parties: readPickedLinks(input, 'parties'),
    statements: input.texts('statements').slice(0, 200),
    commitments: readRows(input, 'commitments', COMMITMENT_FIELDS),
  };
}

export function withMoreCommitments(values: CloseFormValues): CloseFormValues {
  return { ...values, commitments: withMoreRows(values.commitments) };
}

/** The input of the use case. */
export function toCloseInput(
  { texts, parties, statements, commitments }: CloseFormValues,
  numbers: FormNumbers,
): Record<string, unknown> {
  return {
    agreed: texts.agreed,
    agreedBy: texts.agreedBy,
    parties: parties.ticked,
    dissent: texts.dissent,
    statements,
    commitments: commitments.filled.map(({ text, ownerKey, dueOn, reviewOn }, index) => ({
      text,
      ownerKey: ownerKey || undefined,
      dueOn: dueOn ? numbers.readDay(`commitments.${index}.dueOn`, dueOn) : undefined,
      reviewOn: reviewOn ? numbers.readDay(`commitments.${index}.reviewOn`, reviewOn) : undefined,
    })),
    reviewOn: texts.reviewOn ? numbers.readDay('reviewOn', texts.reviewOn) : null,
    lang: texts.lang || null,
  };
}

/** The field of the form that a refused part of the input belongs to. */
export function closeFieldOf(field: string): string {
  return field.startsWith('commitments.') ? field : (field.split('.', 1)[0] ?? field);
}
