import type { SessionView } from '../../../../libs/learning/index.js';
import { writeNumber } from '../../../../libs/platform/i18n/read-number.js';
import type { PickedLinks } from '../../components/link-picker.js';
import { LANGUAGES } from '../../components/links.js';
import { idOfType } from '../../rendering/entity-address.js';
import { FormInput } from '../../rendering/form-input.js';
import type { FormNumbers } from '../../rendering/form-numbers.js';
import { filledRows, type RowsOfForm, readRows, withMoreRows } from '../../rendering/form-rows.js';
import { pickedLinks, readPickedLinks } from '../../rendering/picked-links.js';

const TEXT_FIELDS = [
  'title',
  'purpose',
  'format',
  'otherLanguages',
  'timeZone',
  'startsAt',
  'endsAt',
  'places',
  'registrationOpensAt',
  'registrationClosesAt',
  'meetingLink',
  'sequence',
  'clientKey',
] as const;

export type SessionTextField = (typeof TEXT_FIELDS)[number];

export const SESSION_ROWS = {
  agenda: ['title', 'minutes', 'prompt'],
  interpretationLinks: ['language', 'url'],
} as const;

export type SessionRowList = keyof typeof SESSION_ROWS;

/** Fields in which things are looked for by name. */
export const PICKERS = ['about', 'facilitators'] as const;
export type SessionPicker = (typeof PICKERS)[number];

/** What stands in the form: as typed, so that nothing is lost when it comes back. */
export interface SessionFormValues {
  texts: Record<SessionTextField, string>;
  languages: string[];
  links: Record<SessionPicker, PickedLinks>;
  rows: RowsOfForm<SessionRowList>;
}

const CODES = LANGUAGES.map(({ code }) => code);

export function emptySession(locale: string, about: string[], clientKey: string): SessionFormValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, '']));
  return {
    texts: { ...(texts as SessionFormValues['texts']), format: 'peer-assist', clientKey },
    languages: [locale],
    links: { about: pickedLinks(about), facilitators: pickedLinks() },
    rows: {
      agenda: { filled: [], shown: 4 },
      interpretationLinks: { filled: [], shown: 1 },
    },
  };
}

export function readSessionForm(body: unknown): SessionFormValues {
  const input = new FormInput(body);
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, input.text(name)]));
  return {
    texts: texts as SessionFormValues['texts'],
    languages: input.texts('languages').filter((code) => CODES.includes(code)),
    links: { about: readPickedLinks(input, 'about'), facilitators: readPickedLinks(input, 'facilitators') },
    rows: {
      agenda: readRows(input, 'agenda', SESSION_ROWS.agenda),
      interpretationLinks: readRows(input, 'interpretationLinks', SESSION_ROWS.interpretationLinks),
    },
  };
}

/** Where in the form a part of the schema stands, when the names differ. */
export function sessionFieldOf(field: string): string {
  const [list = '', , part] = field.split('.');
  return part === undefined ? list : field;
}

/** The input of the use cases: an empty field means that nothing is said. */
export function toSessionInput(
  { texts, languages, links, rows }: SessionFormValues,
  numbers: FormNumbers,
): Record<string, unknown> {
  const orNull = (name: SessionTextField) => texts[name].trim() || null;
  const timeOrNull = (name: 'registrationOpensAt' | 'registrationClosesAt') =>
    orNull(name) && numbers.readLocalTime(name, texts[name]);
  const others = texts.otherLanguages.split(/[\s,;،、]+/).filter(Boolean);
  return {
    title: texts.title,
    purpose: texts.purpose,
    format: texts.format,
    about: links.about.ticked,
    languages: [...new Set([...languages, ...others])],
    timeZone: texts.timeZone,
    startsAt: numbers.readLocalTime('startsAt', texts.startsAt),
    endsAt: numbers.readLocalTime('endsAt', texts.endsAt),
    places: numbers.read('places', texts.places, 'whole'),
    registrationOpensAt: timeOrNull('registrationOpensAt'),
    registrationClosesAt: timeOrNull('registrationClosesAt'),
    meetingLink: orNull('meetingLink'),
    interpretationLinks: rows.interpretationLinks.filled,
    agenda: rows.agenda.filled.map(({ title, minutes = '', prompt }, index) => ({
      title,
      minutes: numbers.read(`agenda.${index}.minutes`, minutes, 'whole') ?? undefined,
      prompt: prompt || null,
    })),
    facilitators: links.facilitators.ticked.map((key) => idOfType('person', key) ?? key),
  };
}

/** A session as it stands in the form that edits it. */
export function toSessionForm(session: SessionView, locale: string): SessionFormValues {
  const { about, facilitators, agenda, interpretationLinks, languages } = session;
  return {
    texts: {
      title: session.title,
      purpose: session.purpose,
      format: session.format,
      otherLanguages: languages.filter((code) => !CODES.includes(code)).join(', '),
      timeZone: session.timeZone,
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      places: session.places === null ? '' : writeNumber(session.places, locale),
      registrationOpensAt: session.registrationOpensAt ?? '',
      registrationClosesAt: session.registrationClosesAt ?? '',
      meetingLink: session.meetingLink ?? '',
      sequence: String(session.sequence),
      clientKey: '',
    },
    languages: languages.filter((code) => CODES.includes(code)),
    links: {
      about: pickedLinks(about.map(({ key }) => key)),
      facilitators: pickedLinks(facilitators.map(({ id }) => `person:${id}`)),
    },
    rows: {
      agenda: filledRows(
        agenda.map(({ title, minutes, prompt }) => ({
          title,
          minutes: String(minutes),
          prompt: prompt ?? '',
        })),
      ),
      interpretationLinks: filledRows(interpretationLinks.map(({ language, url }) => ({ language, url }))),
    },
  };
}

/** The form with more empty rows in one list. */
export function withMoreSessionRows(values: SessionFormValues, list: SessionRowList): SessionFormValues {
  return { ...values, rows: { ...values.rows, [list]: withMoreRows(values.rows[list]) } };
}
