import type { Texts } from '../components/text.js';
import { type FormErrors, formErrors } from './form-errors.js';

/**
 * Why a long form was refused, under the names that its fields have there. "Fill this in" says little at the top of the
 * page: there, each message names its part of the form, in the words `PLACE.part-NAME`.
 * @param place of the words: `cases`, `sessions`
 * @param fieldOf the name in the form of a field of the input
 * @throws whatever is not the writer's to mend, as it came
 */
export function formRefusal(
  error: unknown,
  texts: Texts,
  place: string,
  fieldOf: (field: string) => string,
): FormErrors {
  const refusal = formErrors(error, texts);
  const fields: FormErrors['fields'] = {};
  for (const [name, message] of Object.entries(refusal.fields)) fields[fieldOf(name)] ??= message;
  const named = Object.entries(fields).map(([name, message]) => {
    if (name === '') return { name, message };
    const part = texts.t(`${place}.part-${name.split('.', 1)[0]}`);
    return { name, message: texts.t(`${place}.error-in`, { part, message }), isNamed: true };
  });
  return { ...refusal, fields, summary: named.length > 0 ? named : refusal.summary };
}
