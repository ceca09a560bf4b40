import type { FormInput } from '../../rendering/form-input.js';

export type FormRow = Readonly<Record<string, string>>;

/** The rows of one list as they stand in a form. */
export interface FormRows {
  filled: FormRow[];
  /** How many rows to draw at least. */
  shown: number;
}

export type RowsOfForm<List extends string> = Record<List, FormRows>;

const MORE = 3;
const MOST = 40;

/** What was sent. Rows that were left empty are closed up, so that a refusal names the rows as they are drawn again. */
export function readRows(input: FormInput, list: string, fields: readonly string[]): FormRows {
  const filled: FormRow[] = [];
  for (let index = 0; index < MOST; index++) {
    const row = Object.fromEntries(
      fields.map((field) => [field, input.text(`${list}.${index}.${field}`).trim()]),
    );
    if (Object.values(row).some((value) => value !== '')) filled.push(row);
  }
  const asked = Number(input.text(`shown.${list}`));
  return { filled, shown: Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST) : 1 };
}

export function filledRows(filled: FormRow[]): FormRows {
  return { filled, shown: filled.length + 1 };
}

/** The same with more empty rows. */
export function rowsToShow({ filled, shown }: FormRows): FormRows {
  return { filled, shown: Math.min(Math.max(filled.length, shown) + MORE, MOST) };
}
