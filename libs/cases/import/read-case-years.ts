import type { CaseContent } from '../rules/case-content.js';
import { readYears, type YearRefusalReason, type Years } from '../rules/read-years.js';
import { type CellReader, Complaint, folded } from './cell-reader.js';
import type { ImportMap } from './import-map.schema.js';

const YES = new Set(['1', 'true', 'yes', 'y', 'oui', 'si', 'sí', 'sim', 'да', 'نعم', '是']);

const COMPLAINTS: Readonly<Record<YearRefusalReason, string>> = {
  'not-a-year': 'is not a year',
  'two-digits': 'has two digits only: of which century is not known',
  'no-such-day': 'is a day that no calendar has',
  approximate: 'is about when it was, not when: take the year with a `pattern` where that is enough',
  'number-of-a-day':
    'is a number, perhaps a day as spreadsheets count them: say `"date": "serial"` in the map',
  several: 'names several years',
};

/**
 * When the case took place, from one column or two. A span in the column of the beginning ("2015–2017", "since 2012") says the
 * end too, unless a column of its own does.
 */
export function readCaseYears(
  reader: CellReader,
  map: ImportMap,
): Pick<CaseContent, 'startYear' | 'endYear' | 'ongoing'> {
  const both = readOne(reader, map, 'years');
  const first = readOne(reader, map, 'startYear');
  const last = readOne(reader, map, 'endYear');
  const startYear = first?.start ?? both?.start ?? null;
  const endYear = last?.end ?? last?.start ?? first?.end ?? both?.end ?? null;
  const goesOn = [first, last, both].some((years) => years?.ongoing) && endYear === null;
  return { startYear, endYear, ongoing: goesOn || YES.has(folded(reader.field('ongoing') ?? '')) };
}

function readOne(reader: CellReader, map: ImportMap, name: 'years' | 'startYear' | 'endYear'): Years | null {
  const style = map.fields[name]?.date ?? 'iso';
  return reader.read(name, (value) => {
    // "Ongoing" alone, where the end is expected, is no year and yet says something.
    if (name === 'endYear' && isNow(value)) return { start: null, end: null, ongoing: true };
    const reading = readYears(value, style);
    return 'refused' in reading ? new Complaint(COMPLAINTS[reading.refused]) : reading;
  });
}

function isNow(value: string): boolean {
  const reading = readYears(`2000 - ${value}`, 'iso');
  return 'start' in reading && reading.ongoing;
}
