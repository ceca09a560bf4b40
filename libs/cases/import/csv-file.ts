import { type CsvRow, csvRows, LineSource } from './csv-records.js';
import type { Table, TableFacts, TableRecord } from './table.js';
import { columnsMissing, isEmptyRow, TableHeader } from './table-header.js';
import { findEncoding, type TextEncoding } from './text-encoding.js';
import { endsWithLineEnd, readLines } from './text-lines.js';

/** What the map says about a text file; what it leaves open is found. */
export interface CsvOptions {
  encoding?: string;
  delimiter?: string;
  skipLines?: number;
  shortRows: 'reject' | 'fill';
}

const DELIMITERS = [',', ';', '\t', '|'];
/** Titles may stand above the header, but not a page of them. */
const MOST_LINES_ABOVE = 40;

/** Finds encoding, delimiter and header: the first row that holds all the columns that the map wants. */
export async function openCsv(path: string, options: CsvOptions, wanted: readonly string[]): Promise<Table> {
  const encoding = await findEncoding(path, options.encoding);
  const lines = readLines(path, encoding.unit);
  try {
    const source = new LineSource(withoutMark(lines, encoding));
    for (let skipped = 0; skipped < (options.skipLines ?? 0); skipped++) await source.take();
    const named = options.delimiter ?? (await takeSeparatorLine(source));
    const found = await findHeader(source, encoding, named, wanted, options.skipLines === undefined);
    const endsWell = await endsWithLineEnd(path);
    return new CsvFile(lines, source, encoding, found, options.shortRows === 'fill', endsWell);
  } catch (error) {
    await lines.return();
    throw error;
  }
}

interface FoundHeader {
  header: TableHeader;
  delimiter: string;
  row: CsvRow;
}

class CsvFile implements Table {
  readonly facts: TableFacts;

  constructor(
    private readonly lines: AsyncGenerator<string, void>,
    private readonly source: LineSource,
    private readonly encoding: TextEncoding,
    private readonly found: FoundHeader,
    private readonly fillShort: boolean,
    private readonly endsWell: boolean,
  ) {
    const { header, delimiter, row } = found;
    const columns = header.columns;
    this.facts = { format: 'csv', encoding: encoding.name, delimiter, headerLine: row.line, columns };
  }

  async *records(): AsyncIterable<TableRecord> {
    let row = 0;
    let before: CsvRow | null = null;
    // One row behind: only the last row may be short, and only in a file that was not cut off within it.
    for await (const next of csvRows(this.source, this.encoding, this.found.delimiter)) {
      if (next.cells && isEmptyRow(next.cells)) continue;
      if (before) yield this.toRecord(before, ++row, this.fillShort);
      before = next;
    }
    if (before) yield this.toRecord(before, ++row, this.fillShort || this.endsWell);
  }

  async close(): Promise<void> {
    await this.lines.return();
  }

  private toRecord({ line, cells, problem }: CsvRow, row: number, short: boolean): TableRecord {
    if (!cells) return { row, line, problem: problem ?? 'cannot be read' };
    return { row, line, ...this.found.header.arrange(cells, short) };
  }
}

async function* withoutMark(
  lines: AsyncIterable<string>,
  encoding: TextEncoding,
): AsyncGenerator<string, void> {
  const mark = encoding.unit === 'byte' ? /^\u00ef\u00bb\u00bf/ : /^\ufeff/;
  let first = true;
  for await (const line of lines) {
    yield first ? line.replace(mark, '') : line;
    first = false;
  }
}

/** Excel's own first line, as `sep=;`, which names the delimiter. */
async function takeSeparatorLine(source: LineSource): Promise<string | undefined> {
  const [first = ''] = await source.peek(1);
  const delimiter = /^"?sep=(.|\t)"?[,;\s]*$/i.exec(first)?.[1];
  if (delimiter !== undefined) await source.take();
  return delimiter;
}

/** @throws {DomainError} `cases/import-columns-missing`, with the columns that were seen, or `cases/import-columns-repeated` */
async function findHeader(
  source: LineSource,
  encoding: TextEncoding,
  named: string | undefined,
  wanted: readonly string[],
  mayStandLower: boolean,
): Promise<FoundHeader> {
  const first = source.next;
  const lines = await source.peek(MOST_LINES_ABOVE);
  const candidates: FoundHeader[] = [];
  for (const delimiter of new Set(named === undefined ? DELIMITERS : [named, ...DELIMITERS])) {
    for await (const row of csvRows(new LineSource(lines.values()), encoding, delimiter)) {
      if (row.cells && !isEmptyRow(row.cells))
        candidates.push({
          header: new TableHeader(row.cells),
          delimiter,
          row: { ...row, line: row.line + first - 1 },
        });
      if (!mayStandLower && candidates.at(-1)?.delimiter === delimiter) break;
    }
  }
  const missing = ({ header }: FoundHeader) => header.findMissing(wanted).length;
  const whole = candidates.filter((candidate) => missing(candidate) === 0);
  const found = whole.find(({ delimiter }) => named === undefined || delimiter === named);
  if (found) {
    found.header.expectClear(wanted);
    for (let end = found.row.line + found.row.lines; source.next < end; ) await source.take();
    return found;
  }
  // The row that comes nearest tells most about what is wrong.
  const width = ({ header }: FoundHeader) => header.columns.filter((name) => name !== '').length;
  const [nearest] = candidates.sort((a, b) => missing(a) - missing(b) || width(b) - width(a));
  const hints = [
    `encoding ${encoding.name}`,
    `delimiter ${JSON.stringify(named ?? nearest?.delimiter ?? ',')}`,
    ...whole.slice(0, 1).map(({ delimiter }) => `with delimiter ${JSON.stringify(delimiter)} they are there`),
  ];
  throw columnsMissing(
    nearest?.header.findMissing(wanted) ?? [...wanted],
    nearest?.header.columns ?? [],
    hints.join(', '),
  );
}
