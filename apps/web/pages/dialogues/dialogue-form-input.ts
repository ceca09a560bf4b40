import { type DialogueView, PHASES, type Phase } from '../../../../libs/dialogues/index.js';
import type { PickedLinks } from '../../components/link-picker.js';
import { FormInput } from '../../rendering/form-input.js';
import type { FormNumbers } from '../../rendering/form-numbers.js';
import { pickedLinks, readPickedLinks } from '../../rendering/picked-links.js';
import { fromLocalField, toLocalField } from './phase-times.js';

const TEXT_FIELDS = [
  'question',
  'background',
  'lang',
  'timeZone',
  'opening',
  'version',
  'clientKey',
] as const;
export const LINK_LISTS = ['about', 'evidence', 'coConveners'] as const;

export type DialogueTextField = (typeof TEXT_FIELDS)[number];
export type LinkList = (typeof LINK_LISTS)[number];

/** What stands in the form: as typed, so that nothing is lost when it comes back. */
export interface DialogueFormValues {
  texts: Record<DialogueTextField, string>;
  /** Days and times by the clocks of the time zone; both empty for a phase that the dialogue does without. */
  phases: Record<Phase, { opens: string; closes: string }>;
  links: Record<LinkList, PickedLinks>;
}

export function readDialogueForm(body: unknown): DialogueFormValues {
  const input = new FormInput(body);
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, input.text(name)]));
  const phases = Object.fromEntries(
    PHASES.map((phase) => [
      phase,
      {
        opens: input.text(`phases.${phase}.opens`).trim(),
        closes: input.text(`phases.${phase}.closes`).trim(),
      },
    ]),
  );
  const links = Object.fromEntries(LINK_LISTS.map((name) => [name, readPickedLinks(input, name)]));
  return { texts, phases, links } as DialogueFormValues;
}

export function emptyDialogueForm(lang: string, clientKey: string, about: string[]): DialogueFormValues {
  const values = readDialogueForm({ lang, clientKey, timeZone: 'UTC' });
  return { ...values, links: { ...values.links, about: pickedLinks(about) } };
}

/** A dialogue as it stands in the form that edits it. */
export function toDialogueForm(dialogue: DialogueView): DialogueFormValues {
  const { question, background, lang, timeZone, version } = dialogue;
  const empty = readDialogueForm({
    question,
    background: background ?? '',
    lang: lang ?? '',
    timeZone,
    version: String(version),
  });
  const phases = { ...empty.phases };
  for (const { phase, opensAt, closesAt } of dialogue.phases) {
    phases[phase] = { opens: toLocalField(opensAt, timeZone), closes: toLocalField(closesAt, timeZone) };
  }
  const links = {
    about: pickedLinks(dialogue.about.map(({ key }) => key)),
    evidence: pickedLinks(dialogue.evidence.map(({ key }) => key)),
    coConveners: pickedLinks(dialogue.coConveners.map(({ id }) => `person:${id}`)),
  };
  return { ...empty, phases, links };
}

/** The phases that the form names, in their order. */
function filledPhases({ phases }: DialogueFormValues): Phase[] {
  return PHASES.filter((phase) => phases[phase].opens !== '' || phases[phase].closes !== '');
}

/** The input of the use cases. */
export function toDialogueInput(values: DialogueFormValues, numbers: FormNumbers): Record<string, unknown> {
  const moment = (field: string, typed: string) =>
    fromLocalField(numbers.readLocalTime(field, typed) ?? '', values.texts.timeZone);
  const { texts, links } = values;
  return {
    question: texts.question,
    background: texts.background,
    lang: texts.lang || null,
    timeZone: texts.timeZone,
    phases: filledPhases(values).map((phase, index) => ({
      phase,
      opensAt: moment(`phases.${index}.opensAt`, values.phases[phase].opens),
      closesAt: moment(`phases.${index}.closesAt`, values.phases[phase].closes),
    })),
    about: links.about.ticked,
    evidence: links.evidence.ticked,
    coConveners: links.coConveners.ticked.map((key) => key.replace(/^person:/, '')),
  };
}

/** The field of the form that a refused part of the input belongs to. */
export function dialogueFieldOf(values: DialogueFormValues, field: string): string {
  const [list = '', index = '', part = ''] = field.split('.');
  if (list !== 'phases') return list;
  const phase = filledPhases(values)[Number(index)];
  if (!phase || index === '') return 'phases';
  return part === 'closesAt' ? `phases.${phase}.closes` : `phases.${phase}.opens`;
}
