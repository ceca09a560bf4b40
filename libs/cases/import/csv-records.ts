import { open } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { DomainError } from '../../platform/errors/domain-error.js';

/** One row of a CSV file under its header, or why it cannot be read. Rows count from 1. */
export type CsvRecord =
  | { row: number; cells: Record<string, string>; problem?: undefined }
  | { row: number; cells?: undefined; problem: string };

/** A quoted cell may hold line breaks, but no more than this: a lost quotation mark must not swallow the file. */
const MOST_LINES_PER_ROW = 500;

/**
 * Reads a CSV file (RFC 4180, UTF-8 with or without byte order mark) row by row in little memory. A broken row costs itself
 * and no other: where the quotation marks of a row do not add up, reading goes on at its next line.
 */
export class CsvFile {
  /** Names of the columns, from the header. */
  columns: string[] = [];
  private readonly waiting: string[] = [];

  private constructor(
    private readonly lines: AsyncGenerator<string, void>,
    private readonly delimiter: string,
  ) {}

  /** @throws {DomainError} `cases/import-file-unreadable` */
  static async open(path: string, delimiter: string): Promise<CsvFile> {
    const file = new CsvFile(await openLines(path), delimiter);
    const header = await file.nextCells();
    const names = Array.isArray(header) ? header : [];
    file.columns = names.map((name) => name.replace(/^\ufeff/, '').trim());
    return file;
  }

  /** The rows below the header. */
  async *records(): AsyncIterable<CsvRecord> {
    const { columns } = this;
    for (let row = 1; ; row++) {
      const cells = await this.nextCells();
      if (cells === null) return;
      if (typeof cells === 'string') yield { row, problem: cells };
      else if (cells.length !== columns.length)
        yield { row, problem: `has ${cells.length} cells where the header has ${columns.length}` };
      else yield { row, cells: toRecord(columns, cells) };
    }
  }

  async close(): Promise<void> {
    await this.lines.return();
  }

  /** The cells of the next row, the reason why they cannot be read, or null at the end. */
  private async nextCells(): Promise<string[] | string | null> {
    const first = await this.nextLineWithText();
    if (first === null) return null;
    const taken = [first];
    while (hasOpenQuote(taken)) {
      const line = taken.length < MOST_LINES_PER_ROW ? await this.nextLine() : null;
      if (line === null) return this.giveBack(taken, 'has a quotation mark that is never closed');
      taken.push(line);
    }
    const text = decode(taken.join('\n'));
    if (text === null) return 'is not UTF-8';
    // A quotation mark within a cell is forgiven on one line; over several it may be the trace of a lost one.
    return (
      this.cellsOf(text, taken.length === 1) ??
      this.giveBack(taken, 'has a quotation mark in the wrong place')
    );
  }

  private cellsOf(text: string, forgiving: boolean): string[] | null {
    const options = { delimiter: this.delimiter, relax_column_count: true, relax_quotes: forgiving };
    try {
      return (parse(text, options) as string[][])[0] ?? null;
    } catch {
      return null;
    }
  }

  /** Tries the first line alone, as in `5,a 19" rail,x`; the others are read again as rows of their own. */
  private giveBack(taken: string[], problem: string): string[] | string {
    const [first = '', ...others] = taken;
    this.waiting.unshift(...others);
    return this.cellsOf(decode(first) ?? '', true) ?? problem;
  }

  private async nextLineWithText(): Promise<string | null> {
    for (;;) {
      const line = await this.nextLine();
      if (line === null || line.trim() !== '') return line;
    }
  }

  private async nextLine(): Promise<string | null> {
    const waiting = this.waiting.shift();
    if (waiting !== undefined) return waiting;
    const next = await this.lines.next();
    return next.done ? null : next.value;
  }
}

function toRecord(columns: string[], cells: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

/** The lines of a file, as bytes: Latin-1 loses none, and each row is decoded on its own later. */
async function openLines(path: string): Promise<AsyncGenerator<string, void>> {
  try {
    const handle = await open(path);
    return linesOf(handle.createReadStream({ encoding: 'latin1', highWaterMark: 256 * 1024 }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid', 'cases/import-file-unreadable', { reason }, [], { cause: error });
  }
}

async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<string, void> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest.replace(/\r$/, '');
}

function hasOpenQuote(lines: string[]): boolean {
  let quotes = 0;
  for (const line of lines) for (const letter of line) if (letter === '"') quotes++;
  return quotes % 2 === 1;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(latin1: string): string | null {
  try {
    return utf8.decode(Buffer.from(latin1, 'latin1'));
  } catch {
    return null;
  }
}
