import { DomainError, type ErrorData, type ErrorKind } from '../../../libs/platform/errors/domain-error.js';
import type { FormError } from '../components/form.js';
import type { Texts } from '../components/text.js';

/** Why a form was refused, in the reader's language. */
export interface FormErrors {
  status: number;
  code: string;
  /** For the top of the page. */
  summary: FormError[];
  /** By the name of the field. */
  fields: Record<string, string>;
}

/** Failures that the writer can mend: the page comes back with what was typed. */
const STATUS: Partial<Record<ErrorKind, number>> = { invalid: 400, conflict: 409 };

/**
 * @param alsoMended further kinds of failure that this form explains itself, with their status
 * @throws whatever is not the writer's to mend, as it came
 */
export function formErrors(
  error: unknown,
  texts: Texts,
  alsoMended: Partial<Record<ErrorKind, number>> = {},
): FormErrors {
  if (!(error instanceof DomainError)) throw error;
  const status = { ...STATUS, ...alsoMended }[error.kind];
  if (status === undefined) throw error;
  const fields: Record<string, string> = {};
  for (const { field, code, data } of error.fields) fields[field] = sentence(texts, code, data);
  const summary = Object.entries(fields).map(([name, message]) => ({ name, message }));
  if (summary.length === 0) summary.push({ name: '', message: sentence(texts, error.code, error.data) });
  return { status, code: error.code, summary, fields };
}

function sentence(texts: Texts, code: string, data: ErrorData = {}): string {
  const values = Object.entries(data).map(([name, value]): [string, string | number] => [
    name,
    typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value ?? ''),
  ]);
  return texts.t(`errors.${code.replaceAll('/', '.')}`, Object.fromEntries(values));
}
