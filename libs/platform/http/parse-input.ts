import type { z } from 'zod';
import { DomainError, type FieldError } from '../errors/domain-error.js';

/**
 * Parses what came from outside.
 * @param faults found before, as by whoever read the numbers of a form: told before what the schema says of a field
 * @throws {DomainError} `platform/invalid-input` with one {@link FieldError} per refused field
 */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  faults: readonly FieldError[] = [],
): z.output<Schema> {
  // With what was given, so that a value of the wrong kind is not told to be missing.
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success && faults.length === 0) return parsed.data;
  const known = new Set(faults.map(({ field }) => field));
  const others = parsed.success ? [] : fieldErrors(parsed.error).filter(({ field }) => !known.has(field));
  throw new DomainError('invalid', 'platform/invalid-input', {}, [...faults, ...others]);
}

/** One error per field, in words the `errors` catalogue knows. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const seen = new Set<string>();
  return error.issues.flatMap((issue) => {
    const field = issue.path.join('.');
    if (seen.has(field)) return [];
    seen.add(field);
    return [toFieldError(field, issue as z.core.$ZodIssue)];
  });
}

function toFieldError(field: string, issue: z.core.$ZodIssue): FieldError {
  switch (issue.code) {
    case 'too_small':
      if (issue.origin === 'string' && Number(issue.minimum) <= 1) return { field, code: 'field/required' };
      if (issue.origin === 'array')
        return { field, code: 'field/too-few', data: { minimum: Number(issue.minimum) } };
      return issue.origin === 'string'
        ? { field, code: 'field/too-short', data: { minimum: Number(issue.minimum) } }
        : { field, code: 'field/too-small', data: { minimum: Number(issue.minimum) } };
    case 'too_big':
      if (issue.origin === 'array')
        return { field, code: 'field/too-many', data: { maximum: Number(issue.maximum) } };
      return issue.origin === 'string'
        ? { field, code: 'field/too-long', data: { maximum: Number(issue.maximum) } }
        : { field, code: 'field/too-large', data: { maximum: Number(issue.maximum) } };
    case 'invalid_type':
      return issue.input === undefined || issue.input === null
        ? { field, code: 'field/required' }
        : { field, code: 'field/wrong-type', data: { expected: issue.expected } };
    case 'invalid_value':
      return { field, code: 'field/unknown-choice', data: { choices: issue.values.map(String) } };
    case 'invalid_format':
      return { field, code: `field/not-${issue.format === 'email' ? 'email' : 'valid'}` };
    case 'unrecognized_keys':
      return { field, code: 'field/unrecognised', data: { names: issue.keys } };
    case 'custom':
      return { field, code: typeof issue.params?.code === 'string' ? issue.params.code : 'field/not-valid' };
    default:
      return { field, code: 'field/not-valid' };
  }
}
