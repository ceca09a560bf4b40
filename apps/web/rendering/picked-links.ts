import { cleanText } from '../../../libs/platform/validation/text.js';
import type { PickedLinks } from '../components/link-picker.js';
import { keyFromAddress } from './entity-address.js';
import type { FormInput } from './form-input.js';

/** No list of a form holds more. */
export const MOST_OFFERED = 120;

export function pickedLinks(keys: readonly string[] = []): PickedLinks {
  return { ticked: [...keys], offered: [...keys], words: '' };
}

/**
 * What a `LinkPicker` sent. An address that was pasted into it is ticked; other words are to be looked for.
 * @param name of the list: keys come under it, what is offered under `name.offered`, words under `name.q`
 */
export function readPickedLinks(form: FormInput, name: string): PickedLinks {
  const typed = cleanText(form.text(`${name}.q`)).slice(0, 200);
  const pasted = keyFromAddress(typed);
  const ticked = distinct([...form.texts(name), ...(pasted ? [pasted] : [])]);
  const offered = distinct([...ticked, ...form.texts(`${name}.offered`)]);
  return { ticked, offered, words: pasted ? '' : typed };
}

/** The same list with what was found by its words. */
export function withFoundKeys(links: PickedLinks, keys: readonly string[]): PickedLinks {
  const { words } = links;
  if (keys.length === 0) return { ...links, result: { words, found: false } };
  const offered = distinct([...links.offered, ...keys]);
  return { ...links, offered, words: '', result: { words, found: true } };
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)].slice(0, MOST_OFFERED);
}
