import type { FormRow, FormRows } from '../components/form-row-list.js';
import type { FormInput } from './form-input.js';

export type RowsOfForm<List extends string> = Record<List, FormRows>;

const MORE = 3;
const MOST = 60;

/** What was sent. Rows that were left empty are closed up, so that a refusal names the rows as they are drawn again. */
export function readRows(
  input: FormInput,
  list: string,
  fields: readonly string[],
  isEmpty: (row: FormRow) => boolean = (row) => Object.values(row).every((value) => value === ''),
): FormRows {
  const filled: FormRow[] = [];
  for (let index = 0; index < MOST; index++) {
    const row = Object.fromEntries(
      fields.map((field) => [field, input.text(`${list}.${index}.${field}`).trim()]),
    );
    if (!isEmpty(row)) filled.push(row);
  }
  const asked = Number(input.text(`shown.${list}`));
  return { filled, shown: Number.isInteger(asked) ? Math.min(Math.max(asked, 1), MOST) : 1 };
}

/** Rows that are there already, with an empty one for the next. */
export function filledRows(filled: FormRow[], atLeast = 1): FormRows {
  return { filled, shown: Math.max(filled.length + 1, atLeast) };
}

/** The same with more empty rows. */
export function withMoreRows({ filled, shown }: FormRows): FormRows {
  return { filled, shown: Math.min(Math.max(filled.length, shown) + MORE, MOST) };
}

/** The list to which the pressed button adds rows. */
export function listToGrow<List extends string>(body: FormInput, lists: readonly List[]): List | null {
  const pressed = body.text('do');
  return lists.find((list) => pressed === `add-${list}`) ?? null;
}
