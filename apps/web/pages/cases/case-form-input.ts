import type { CaseView } from '../../../../libs/cases/index.js';
import { writeNumber } from '../../../../libs/platform/i18n/read-number.js';
import type { FormRow } from '../../components/form-row-list.js';
import { FormInput } from '../../rendering/form-input.js';
import type { FormNumbers } from '../../rendering/form-numbers.js';
import { filledRows, type RowsOfForm, readRows, withMoreRows } from '../../rendering/form-rows.js';
import { codeOf } from '../../rendering/names.js';

/** The lists of a case, row by row; `id` and `remove` belong to actors that are known already. */
const ROW_FIELDS = {
  countries: ['country', 'role'],
  actors: ['id', 'name', 'type', 'country', 'role', 'remove'],
  results: ['what', 'value', 'baseline', 'how', 'confidence'],
  targets: ['code'],
} as const;

export type RowList = keyof typeof ROW_FIELDS;

const TEXT_FIELDS = [
  'lang',
  'title',
  'summary',
  'context',
  'approach',
  'whatWorked',
  'whatDidNot',
  'startYear',
  'endYear',
  'ongoing',
  'scale',
  'modality',
  'note',
  'amount',
  'currency',
  'priceYear',
  'expertDays',
  'peopleHosted',
  'otherInputs',
  'version',
  'clientKey',
] as const;

export type CaseTextField = (typeof TEXT_FIELDS)[number];

/** What stands in the form: as typed, so that nothing is lost when it comes back. */
export interface CaseFormValues {
  texts: Record<CaseTextField, string>;
  themes: string[];
  rows: RowsOfForm<RowList>;
}

export const ROWS_AT_FIRST = 3;
export const ROW_LISTS = Object.keys(ROW_FIELDS) as RowList[];

/** Where in the form a part of the schema stands, when the names differ. */
const FORM_FIELDS: Record<string, string> = {
  'inputs.money.amount': 'amount',
  'inputs.money.currency': 'currency',
  'inputs.money.year': 'priceYear',
  'inputs.expertDays': 'expertDays',
  'inputs.peopleHosted': 'peopleHosted',
  'inputs.other': 'otherInputs',
};

/** The field of the form that a refused part of the input belongs to. */
export function formFieldOf(field: string): string {
  if (field.startsWith('themes.')) return 'themes';
  const target = /^targets\.(\d+)$/.exec(field);
  return target ? `targets.${target[1]}.code` : (FORM_FIELDS[field] ?? field);
}

export function emptyValues(lang: string, clientKey: string): CaseFormValues {
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, ''])) as CaseFormValues['texts'];
  return {
    texts: { ...texts, lang, clientKey },
    themes: [],
    rows: toRows({ countries: [], actors: [], results: [], targets: [] }),
  };
}

export function readCaseForm(body: unknown): CaseFormValues {
  const input = new FormInput(body);
  const texts = Object.fromEntries(TEXT_FIELDS.map((name) => [name, input.text(name)]));
  const rows = ROW_LISTS.map((list) => [
    list,
    readRows(input, list, ROW_FIELDS[list], (row) => isEmptyRow(list, row)),
  ]);
  return {
    texts: texts as CaseFormValues['texts'],
    themes: input.texts('themes').slice(0, 100),
    rows: Object.fromEntries(rows) as CaseFormValues['rows'],
  };
}

/** A row counts once it says what it is about: a role alone is the choice that stood there. */
function isEmptyRow(list: RowList, row: FormRow): boolean {
  if (list === 'countries') return !row.country;
  if (list === 'actors') return !row.id && !row.name;
  return Object.values(row).every((value) => value === '');
}

function toRows(filled: Record<RowList, FormRow[]>): CaseFormValues['rows'] {
  const rows = ROW_LISTS.map((list) => [list, filledRows(filled[list], ROWS_AT_FIRST)]);
  return Object.fromEntries(rows) as CaseFormValues['rows'];
}

export function withMoreCaseRows(values: CaseFormValues, list: RowList): CaseFormValues {
  return { ...values, rows: { ...values.rows, [list]: withMoreRows(values.rows[list]) } };
}

/** The input of the use cases: empty fields mean "not reported". */
export function toCaseInput(values: CaseFormValues, numbers: FormNumbers): Record<string, unknown> {
  const { texts, rows, themes } = values;
  const orNull = (name: CaseTextField) => texts[name].trim() || null;
  const money =
    orNull('amount') || orNull('currency') || orNull('priceYear')
      ? {
          amount: numbers.read('inputs.money.amount', texts.amount, 'amount') ?? undefined,
          currency: texts.currency.trim().toUpperCase(),
          year: numbers.read('inputs.money.year', texts.priceYear, 'whole'),
        }
      : null;
  const inputs = {
    money,
    expertDays: numbers.read('inputs.expertDays', texts.expertDays, 'amount'),
    peopleHosted: numbers.read('inputs.peopleHosted', texts.peopleHosted, 'whole'),
    other: orNull('otherInputs'),
  };
  return {
    lang: texts.lang,
    title: texts.title,
    summary: texts.summary,
    context: texts.context,
    approach: texts.approach,
    whatWorked: texts.whatWorked,
    whatDidNot: texts.whatDidNot,
    results: rows.results.filled.map(({ what, value, baseline, how, confidence }) => ({
      what,
      value,
      baseline: baseline || null,
      how: how || null,
      confidence: confidence || null,
    })),
    inputs: Object.values(inputs).some((value) => value !== null) ? inputs : null,
    countries: rows.countries.filled.map(({ country, role }) => ({ country, role: role || undefined })),
    actors: rows.actors.filled.filter(({ remove }) => !remove).map(toActorInput),
    themes,
    targets: rows.targets.filled.map(({ code = '' }) => codeAtStart(code)),
    modality: orNull('modality'),
    startYear: numbers.read('startYear', texts.startYear, 'whole'),
    endYear: numbers.read('endYear', texts.endYear, 'whole'),
    ongoing: texts.ongoing !== '',
    scale: orNull('scale'),
    note: texts.note,
  };
}

function toActorInput({ id, name, type, country, role }: FormRow): Record<string, unknown> {
  if (id) return { id, role: role || undefined };
  return { name, type: type || undefined, country: country || undefined, role: role || undefined };
}

/** `6.4` of `6.4 By 2030, …`, as a picked suggestion may read. */
function codeAtStart(value: string): string {
  return /^(\d{1,2}(?:\.[0-9a-z]{1,2})?)(?:\s|$)/i.exec(value)?.[1]?.toLowerCase() ?? value;
}

/** A case as it stands in the form that edits it, its numbers as the language of the page writes them. */
export function toFormValues(item: CaseView, locale: string): CaseFormValues {
  const { money, expertDays, peopleHosted, other } = item.inputs ?? {};
  const text = (value: string | number | null | undefined) =>
    value === null || value === undefined ? '' : String(value);
  const number = (value: number | null | undefined) =>
    value === null || value === undefined ? '' : writeNumber(value, locale);
  const reachedBy = new Set(item.targets.map(({ key }) => codeOf(key).split('.', 1)[0]));
  // A goal that comes with its target need not stand beside it.
  const goals = item.goals.map(({ key }) => codeOf(key)).filter((code) => !reachedBy.has(code));
  const rows = toRows({
    countries: item.countries.map(({ key, role }) => ({ country: codeOf(key), role })),
    actors: item.actors.map(({ key, title, role }) => ({ id: codeOf(key), name: title, role })),
    results: item.results.map(({ what, value, baseline, how, confidence }) => ({
      what,
      value,
      baseline: text(baseline),
      how: text(how),
      confidence: text(confidence),
    })),
    targets: [...goals, ...item.targets.map(({ key }) => codeOf(key))].map((code) => ({ code })),
  });
  return {
    texts: {
      lang: text(item.lang),
      title: item.title,
      summary: text(item.summary),
      context: text(item.context),
      approach: text(item.approach),
      whatWorked: text(item.whatWorked),
      whatDidNot: text(item.whatDidNot),
      startYear: text(item.startYear),
      endYear: text(item.endYear),
      ongoing: item.ongoing ? 'yes' : '',
      scale: text(item.scale),
      modality: item.modality ? codeOf(item.modality.key) : '',
      note: '',
      amount: number(money?.amount),
      currency: text(money?.currency),
      priceYear: text(money?.year),
      expertDays: number(expertDays),
      peopleHosted: number(peopleHosted),
      otherInputs: text(other),
      version: String(item.version),
      clientKey: '',
    },
    themes: item.themes.map(({ key }) => codeOf(key)),
    rows,
  };
}
