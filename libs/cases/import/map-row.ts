import { cleanText } from '../../platform/validation/text.js';
import { CASE_LIMITS } from '../cases.schemas.js';
import {
  type ActorRole,
  type ActorType,
  CASE_SCALES,
  type CaseScale,
  type CountryRole,
} from '../rules/case-codes.js';
import type { CaseContent } from '../rules/case-content.js';
import { findYearProblems } from '../rules/case-years.js';
import {
  cutAtWord,
  isWebAddress,
  readDate,
  readValues,
  startOf,
  toSentenceCase,
} from '../rules/cell-values.js';
import type { CellSource, CodesSource, ImportMap } from './import-map.schema.js';

type Cells = Record<string, string>;

/** A row in our terms; names of countries are still as written. */
export interface MappedRow {
  externalId: string;
  content: CaseContent;
  sourceUrl: string | null;
  /** ISO 8601 time. */
  postedAt: string | null;
  modality: string | null;
  countries: { name: string; role: CountryRole }[];
  themes: string[];
  targets: string[];
  actors: { name: string; role: ActorRole; type?: ActorType; countryName: string | null }[];
}

const EXTERNAL_ID = /^[^\s#]{1,200}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const YES = new Set(['1', 'true', 'yes', 'y', 'oui', 'si', 'sí', 'sim', 'да', 'نعم', '是']);

/**
 * Reads one row by the map.
 * @returns the row, or all reasons why it cannot be taken
 */
export function mapRow(
  map: ImportMap,
  cells: Cells,
  thisYear: number,
): { mapped: MappedRow } | { reasons: string[] } {
  const reader = new RowReader(map, cells);
  const mapped = reader.read();
  for (const { field, code } of findYearProblems(mapped.content, thisYear))
    reader.reasons.push(
      `${field}: ${code === 'cases/year-out-of-range' ? 'is not a year that can be' : 'ends before it starts'}`,
    );
  return reader.reasons.length > 0 ? { reasons: reader.reasons } : { mapped };
}

class RowReader {
  readonly reasons: string[] = [];
  private readonly nothing: Set<string>;

  constructor(
    private readonly map: ImportMap,
    private readonly cells: Cells,
  ) {
    this.nothing = new Set(map.nothing.map(folded));
  }

  read(): MappedRow {
    const { fields, countries, themes, targets } = this.map;
    const externalId = this.text('externalId', 200) ?? '';
    if (!EXTERNAL_ID.test(externalId)) this.reasons.push('externalId: is missing or holds spaces');
    const title = this.text('title', CASE_LIMITS.title) ?? '';
    if (title === '') this.reasons.push('title: is missing');
    const summary = this.text('summary', CASE_LIMITS.text);
    const context = this.text('context', CASE_LIMITS.text);
    const cut = summary && cutAtWord(summary.replace(/\s+/g, ' '), CASE_LIMITS.summary);
    return {
      externalId,
      content: {
        lang: this.checked(
          'lang',
          (value) => (LANGUAGE.test(value) ? value : null),
          'is not a language code',
        ),
        title: title.replace(/\s+/g, ' '),
        summary: cut,
        // The same text twice says nothing more.
        context: context === cut ? null : context,
        approach: this.text('approach', CASE_LIMITS.text),
        whatWorked: this.text('whatWorked', CASE_LIMITS.text),
        whatDidNot: this.text('whatDidNot', CASE_LIMITS.text),
        results: [],
        inputs: null,
        startYear: this.year('startYear'),
        endYear: this.year('endYear'),
        ongoing: YES.has(folded(this.value('ongoing') ?? '')),
        scale: this.checked('scale', toScale, `is none of ${CASE_SCALES.join(', ')}`),
      },
      sourceUrl: this.checked(
        'sourceUrl',
        (value) => (isWebAddress(value) ? value : null),
        'is not a web address',
      ),
      postedAt: this.checked('postedAt', (value) => toTime(value, fields.postedAt), 'is not a date'),
      modality: this.value('modality'),
      countries: countries.flatMap(({ column, split, role }) =>
        this.list(column, split).map((name) => ({ name, role })),
      ),
      themes: this.codes('themes', themes),
      targets: this.codes('targets', targets),
      actors: this.actors(),
    };
  }

  private actors(): MappedRow['actors'] {
    return this.map.actors.flatMap(({ column, split, role, type, countryColumn }) => {
      const [countryName = null] = countryColumn ? this.list(countryColumn, undefined) : [];
      return this.list(column, split).map((name) => ({
        name: cleanText(name).replace(/\s+/g, ' ').slice(0, 200),
        role,
        type,
        countryName,
      }));
    });
  }

  private text(name: keyof ImportMap['fields'], max: number): string | null {
    const text = cleanText(this.value(name) ?? '');
    if (text.length > max) this.reasons.push(`${name}: is longer than ${max} characters`);
    return text === '' ? null : text;
  }

  private year(name: 'startYear' | 'endYear'): number | null {
    const style = this.map.fields[name]?.date ?? 'iso';
    const date = this.checked(name, (value) => readDate(value, style), 'is not a year');
    return date === null ? null : Number(date.slice(0, 4));
  }

  private checked<Value>(
    name: keyof ImportMap['fields'],
    read: (value: string) => Value | null,
    complaint: string,
  ): Value | null {
    const value = this.value(name);
    if (value === null) return null;
    const found = read(value);
    if (found === null) this.reasons.push(`${name}: ${shown(value)} ${complaint}`);
    return found;
  }

  /** The value of a field: from its column, through its list of values. */
  private value(name: keyof ImportMap['fields']): string | null {
    const source: CellSource | undefined = this.map.fields[name];
    if (!source) return null;
    const written = source.column === undefined ? '' : this.cell(source.column);
    if (written === '') return source.value ?? null;
    const known = source.values && lookUp(source.values, written);
    if (source.values && known === undefined) {
      if (source.otherwise === 'reject')
        this.reasons.push(`${name}: ${shown(written)} is not in the list of values`);
      if (source.otherwise !== 'keep') return source.value ?? null;
    }
    const value = known ?? written;
    return source.letterCase === 'sentence' ? toSentenceCase(value) : value;
  }

  private codes(name: string, sources: CodesSource[]): string[] {
    const found: string[] = [];
    for (const source of sources) {
      if (source.ifNone && found.length > 0) continue;
      if (source.value) found.push(...source.value);
      else if (source.column !== undefined)
        for (const written of this.list(source.column, source.split))
          found.push(...this.codesOf(name, source, written));
    }
    return [...new Set(found)];
  }

  private codesOf(name: string, source: CodesSource, written: string): string[] {
    if (!source.values) return [written];
    const known = lookUp(source.values, written);
    if (known) return known;
    if (source.otherwise === 'reject')
      this.reasons.push(`${name}: ${shown(written)} is not in the list of values`);
    return source.otherwise === 'keep' ? [written] : [];
  }

  private list(column: string, split: string | undefined): string[] {
    return readValues(this.cell(column), split).filter((value) => !this.nothing.has(folded(value)));
  }

  private cell(column: string): string {
    const written = (this.cells[column] ?? '').trim();
    return this.nothing.has(folded(written)) ? '' : written;
  }
}

function folded(value: string): string {
  return value.trim().toLowerCase();
}

function lookUp<Value>(values: Record<string, Value>, written: string): Value | undefined {
  const wanted = folded(written);
  const name = Object.keys(values).find((value) => folded(value) === wanted);
  return name === undefined ? undefined : values[name];
}

function toScale(value: string): CaseScale | null {
  return CASE_SCALES.find((scale) => scale === folded(value)) ?? null;
}

function toTime(value: string, source: CellSource | undefined): string | null {
  const date = readDate(value, source?.date ?? 'iso');
  return date && startOf(date);
}

function shown(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
}
