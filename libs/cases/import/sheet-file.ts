import { invalid } from '../../platform/errors/domain-error.js';
import type { Table, TableFacts, TableRecord } from './table.js';
import { columnsMissing, isEmptyRow, TableHeader } from './table-header.js';

/** What the map says about a workbook. */
export interface SheetOptions {
  /** Name or number (from 1) of the sheet; the first that has the columns when it is not said. */
  sheet?: string | number;
  skipLines?: number;
}

/** Text, numbers, booleans and dates; null for an empty cell. */
type SheetValue = unknown;

/** Titles may stand above the header, but not a page of them. */
const MOST_ROWS_ABOVE = 40;

/** Reads an Excel workbook (.xlsx). It is held in memory as a whole, as its format asks for. */
export async function openSheet(
  path: string,
  options: SheetOptions,
  wanted: readonly string[],
): Promise<Table> {
  const sheets = await readSheets(path, options.sheet);
  const tried: { header: TableHeader; at: number }[] = [];
  for (const { sheet, data } of sheets) {
    const from = options.skipLines ?? 0;
    const last = options.skipLines === undefined ? MOST_ROWS_ABOVE : from + 1;
    for (let at = from; at < Math.min(last, data.length); at++) {
      const header = new TableHeader((data[at] ?? []).map(writeOut));
      if (header.findMissing(wanted).length === 0) {
        header.expectClear(wanted);
        return new SheetFile(sheet, data, header, at);
      }
      tried.push({ header, at });
    }
  }
  const [nearest] = tried.sort(
    (a, b) => a.header.findMissing(wanted).length - b.header.findMissing(wanted).length,
  );
  const missing = nearest?.header.findMissing(wanted) ?? [...wanted];
  const names = sheets.map(({ sheet }) => JSON.stringify(sheet)).join(', ');
  throw columnsMissing(missing, nearest?.header.columns ?? [], `sheets ${names}`);
}

class SheetFile implements Table {
  readonly facts: TableFacts;

  constructor(
    sheet: string,
    private readonly data: SheetValue[][],
    private readonly header: TableHeader,
    private readonly headerAt: number,
  ) {
    this.facts = { format: 'xlsx', sheet, headerLine: headerAt + 1, columns: header.columns };
  }

  async *records(): AsyncIterable<TableRecord> {
    let row = 0;
    for (let at = this.headerAt + 1; at < this.data.length; at++) {
      const written = (this.data[at] ?? []).map(writeOut);
      if (!isEmptyRow(written)) yield { row: ++row, line: at + 1, ...this.header.arrange(written, true) };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

async function readSheets(path: string, wanted: string | number | undefined) {
  // Only who imports a workbook pays for loading what reads it.
  const { default: readWorkbook } = await import('read-excel-file/node');
  const sheets = await readWorkbook(path).catch((error: unknown) => {
    const reason = `not a readable workbook (${error instanceof Error ? error.message : String(error)})`;
    throw invalid('cases/import-file-unreadable', { reason });
  });
  if (wanted === undefined) return sheets;
  const found = sheets.filter(({ sheet }, index) => sheet === wanted || index + 1 === wanted);
  if (found.length > 0) return found;
  const names = sheets.map(({ sheet }) => JSON.stringify(sheet)).join(', ');
  throw invalid('cases/import-file-unreadable', {
    reason: `no sheet ${JSON.stringify(wanted)}, only ${names}`,
  });
}

/** A value as text: dates as ISO 8601, numbers with all their digits and never in scientific form. */
export function writeOut(value: SheetValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

/** @param value of a sheet or of JSON, where numbers have fifteen digits for sure */
export function writeNumber(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  return String(value).includes('e') ? value.toFixed(20).replace(/0+$/, '') : String(value);
}
