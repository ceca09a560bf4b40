import { loadReference } from '../../../libs/atlas/index.js';
import type { ChoiceOption } from '../components/fields.js';
import type { Texts } from '../components/text.js';
import type { NameOf } from './names.js';

const optionsByLocale = new Map<string, ChoiceOption[]>();

/** All countries for a select, by their names in the reader's language and in its order. The value is the ISO alpha-3 code. */
export function countryOptions(nameOf: NameOf, { locale }: Texts): ChoiceOption[] {
  const known = optionsByLocale.get(locale);
  if (known) return known;
  const options = loadReference().countries.map(({ iso3 }) => ({
    value: iso3,
    label: nameOf(`country:${iso3}`),
  }));
  const inOrder = new Intl.Collator(locale).compare;
  options.sort((a, b) => inOrder(a.label, b.label));
  optionsByLocale.set(locale, options);
  return options;
}
