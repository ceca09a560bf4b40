import { cleanText } from '../../platform/validation/text.js';
import { CASE_LIMITS } from '../cases.schemas.js';
import { CASE_SCALES, type CaseScale, type CountryRole } from '../rules/case-codes.js';
import type { CaseContent } from '../rules/case-content.js';
import { findYearProblems } from '../rules/case-years.js';
import { cutAtWord, type DateStyle, isWebAddress, readDate, startOf } from '../rules/cell-values.js';
import { readLanguage } from '../rules/read-language.js';
import { CellReader, Complaint, folded, partOf, type Remark } from './cell-reader.js';
import type { FieldName, ImportMap } from './import-map.schema.js';
import type { PlaceCell } from './place-names.js';
import { readCaseYears } from './read-case-years.js';
import { type NamedOrganisation, readOrganisations } from './read-organisations.js';
import { readTargets } from './read-targets.js';
import type { Cells } from './table.js';

/** A row in our terms; cells with countries are still as written. */
export interface MappedRow {
  externalId: string;
  content: CaseContent;
  sourceUrl: string | null;
  /** ISO 8601 time. */
  postedAt: string | null;
  modality: string | null;
  countries: (PlaceCell & { role: CountryRole })[];
  themes: string[];
  targets: string[];
  actors: NamedOrganisation[];
  /** What was done to take the row. */
  notes: Remark[];
}

/** A row that can be taken, or all reasons why it cannot; its id and title in any case, as far as they are known. */
export type ReadRow =
  | { id: string; title: string; mapped: MappedRow }
  | { id: string; title: string; refusals: Remark[] };

const MOST_ID_LETTERS = 500;
/** A letter that nothing could be read as, put there by whoever wrote the file. */
const LOST_LETTER = '\ufffd';

const YEAR_PROBLEMS: Readonly<Record<string, string>> = {
  'cases/year-out-of-range': 'is not a year that can be',
  'cases/ends-before-start': 'ends before it starts',
  'cases/ongoing-but-ended': 'is said of a case that has ended',
};

/** Reads one row by the map. */
export function mapRow(map: ImportMap, cells: Cells, thisYear: number): ReadRow {
  const reader = new CellReader(map, cells);
  const mapped = readCase(map, reader);
  for (const { field, code } of findYearProblems(mapped.content, thisYear)) {
    const complaint = YEAR_PROBLEMS[code] ?? code;
    dropYears(map, reader, mapped.content, field as 'startYear' | 'endYear' | 'ongoing', complaint);
  }
  const { externalId: id, content } = mapped;
  const { refusals } = reader;
  return refusals.length > 0 ? { id, title: content.title, refusals } : { id, title: content.title, mapped };
}

function readCase(map: ImportMap, reader: CellReader): MappedRow {
  const { fields, themes, targets } = map;
  const externalId = oneLine(text(reader, map, 'externalId', MOST_ID_LETTERS) ?? '');
  if (externalId === '' && !reader.hasRefused('externalId'))
    reader.refuse('externalId: is missing', 'externalId: is missing');
  const title = oneLine(text(reader, map, 'title', CASE_LIMITS.title) ?? '');
  if (title === '' && !reader.hasRefused('title')) reader.refuse('title: is missing', 'title: is missing');
  if (title.includes(LOST_LETTER))
    reader.note('letters were lost before the file was written', `title: "${title.slice(0, 60)}"`);
  const summary = text(reader, map, 'summary', CASE_LIMITS.text);
  const context = text(reader, map, 'context', CASE_LIMITS.text);
  const cut = summary && cutAtWord(oneLine(summary), CASE_LIMITS.summary);
  return {
    externalId,
    content: {
      lang: reader.read('lang', toLanguage),
      title,
      summary: cut,
      // The same text twice says nothing more.
      context: context === cut ? null : context,
      approach: text(reader, map, 'approach', CASE_LIMITS.text),
      whatWorked: text(reader, map, 'whatWorked', CASE_LIMITS.text),
      whatDidNot: text(reader, map, 'whatDidNot', CASE_LIMITS.text),
      results: [],
      inputs: null,
      ...readCaseYears(reader, map),
      scale: reader.read('scale', toScale, `is none of ${CASE_SCALES.join(', ')}`),
    },
    sourceUrl: readLink(reader),
    postedAt: reader.read(
      'postedAt',
      (value) => toTime(value, fields.postedAt?.date ?? 'iso'),
      'is not a date',
    ),
    modality: reader.field('modality'),
    countries: readCountries(map, reader),
    themes: reader.codes('themes', themes, (code) => [code]),
    targets: readTargets(reader, targets),
    actors: readOrganisations(map, reader),
    notes: reader.notes,
  };
}

/** The cells with countries. Only names that stand alone can be taken apart by a pattern. */
function readCountries(map: ImportMap, reader: CellReader): MappedRow['countries'] {
  return map.countries.flatMap(({ column, value = [], split, pattern, codes, role }) => {
    const constants = value.map((written) => ({
      written,
      separators: [],
      codes: true,
      isConstant: true,
      role,
    }));
    if (column === undefined) return constants;
    const isApart = [split].flat().includes('set') || pattern !== undefined;
    const separators = isApart || split === undefined ? [] : [split].flat();
    return reader
      .list(column, isApart ? split : undefined)
      .map((cell) => (pattern === undefined ? cell : partOf(cell, pattern)))
      .filter((written) => written !== '')
      .map((written) => ({ written, separators, codes, role }));
  });
}

/** A text within its limit; one that is longer makes the row refused, is cut or left out, as the map says. */
function text(reader: CellReader, map: ImportMap, name: FieldName, max: number): string | null {
  const written = cleanText(reader.field(name) ?? '');
  if (written.length <= max) return written === '' ? null : written;
  const complaint = `${name}: is longer than ${max} characters`;
  const told = `${complaint}: "${written.slice(0, 40)}…"`;
  const otherwise = map.fields[name]?.otherwise;
  if (otherwise === 'cut') reader.note(`${complaint}, cut`, told);
  else if (otherwise === 'ignore') reader.note(`${complaint}, left out`, told);
  else reader.refuse(complaint, told);
  return otherwise === 'cut' ? cutAtWord(written, max) : null;
}

/** A year that cannot be is refused, or left out where the map says so. */
function dropYears(
  map: ImportMap,
  reader: CellReader,
  content: CaseContent,
  field: 'startYear' | 'endYear' | 'ongoing',
  complaint: string,
): void {
  const source = map.fields[field] ?? map.fields.years;
  const told = `${field}: ${complaint}`;
  if (source?.otherwise !== 'ignore') {
    reader.refuse(told, told);
    return;
  }
  reader.note(`${told}, left out`, `${told} (${content[field]})`);
  if (field === 'ongoing') content.ongoing = false;
  else content[field] = null;
}

function readLink(reader: CellReader): string | null {
  const link = reader.read(
    'sourceUrl',
    (value) => (isWebAddress(value) ? value : null),
    'is not a web address',
  );
  if (link === null || !/[\s,;|]https?:\/\//i.test(link)) return link;
  return reader.read('sourceUrl', () => null, 'holds several web addresses: say `split` to take the first');
}

function toLanguage(value: string): string | Complaint {
  const reading = readLanguage(value);
  if ('tag' in reading) return reading.tag;
  return new Complaint(reading.refused === 'several' ? 'names several languages' : 'is not a language');
}

function toScale(value: string): CaseScale | null {
  return CASE_SCALES.find((scale) => scale === folded(value)) ?? null;
}

function toTime(value: string, style: DateStyle): string | null {
  const date = readDate(value, style);
  return date && startOf(date);
}

function oneLine(written: string): string {
  return written.replace(/\s+/g, ' ');
}
