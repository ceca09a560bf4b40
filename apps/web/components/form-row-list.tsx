import type { ComponentChildren } from 'preact';
import { Button } from './button.js';
import { useText } from './text.js';

export type FormRow = Readonly<Record<string, string>>;

/** The rows of one list as they stand in a form. */
export interface FormRows {
  filled: FormRow[];
  /** How many rows to draw at least. */
  shown: number;
}

/** Name, value and error of one field in a row. */
export type RowField = (name: string) => { name: string; value: string; error?: string };

interface FormRowListProps {
  list: string;
  rows: FormRows;
  errors: Record<string, string>;
  /** Address to which the form goes back with more rows. */
  action: string;
  legend: (number: string) => string;
  more: string;
  draw: (field: RowField, row: FormRow) => ComponentChildren;
}

/** The rows of one list, and a button that sends the form to come back with more of them. */
export function FormRowList({ list, rows, errors, action, legend, more, draw }: FormRowListProps) {
  const { number } = useText();
  const count = Math.max(rows.filled.length, rows.shown);
  return (
    <>
      <input type="hidden" name={`shown.${list}`} value={String(count)} />
      {Array.from({ length: count }, (_, index) => {
        const row = rows.filled[index] ?? {};
        const field: RowField = (name) => {
          const full = `${list}.${index}.${name}`;
          return { name: full, value: row[name] ?? '', error: errors[full] };
        };
        return (
          <fieldset key={index} class="form-row">
            <legend>{legend(number(index + 1))}</legend>
            {draw(field, row)}
          </fieldset>
        );
      })}
      <p>
        <Button
          name="do"
          value={`add-${list}`}
          variant="quiet"
          icon="plus"
          formAction={`${action}#${list}`}
          formNoValidate
        >
          {more}
        </Button>
      </p>
    </>
  );
}
