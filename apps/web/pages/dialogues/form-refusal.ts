import type { Texts } from '../../components/text.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';

/**
 * Why a long form was refused, under the names that its fields have there. At the top of the page each message names
 * its part of the form, since "fill this in" says little there.
 * @throws whatever is not the writer's to mend, as it came
 */
export function formRefusal(error: unknown, texts: Texts, fieldOf: (field: string) => string): FormErrors {
  const refusal = formErrors(error, texts);
  const fields: FormErrors['fields'] = {};
  for (const [name, message] of Object.entries(refusal.fields)) fields[fieldOf(name)] ??= message;
  const named = Object.entries(fields).map(([name, message]) => {
    const part = texts.t(`dialogue-pages.part-${name.split('.', 1)[0]}`);
    return { name, message: texts.t('dialogue-pages.error-in', { part, message }) };
  });
  return { ...refusal, fields, summary: named.length > 0 ? named : refusal.summary };
}
