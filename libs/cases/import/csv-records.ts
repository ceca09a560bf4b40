import { parse } from 'csv-parse/sync';
import type { TextEncoding } from './text-encoding.js';

/** The cells of one row of a CSV file, or why they cannot be read. */
export interface CsvRow {
  /** The line on which the row begins, from 1. */
  line: number;
  /** How many lines it takes. */
  lines: number;
  cells?: string[];
  problem?: string;
}

/** A quoted cell may hold line breaks, but no more than this: a lost quotation mark must not swallow the file. */
const MOST_LINES_PER_ROW = 500;
const ROWS_AT_ONCE = 100;

/** Raw lines one by one, numbered; those that were taken can be given back. */
export class LineSource {
  /** Number of the line that comes next, from 1. */
  next = 1;
  private readonly waiting: string[] = [];

  constructor(private readonly lines: AsyncIterator<string, void> | Iterator<string, void>) {}

  async take(): Promise<string | null> {
    const waiting = this.waiting.shift();
    const line = waiting === undefined ? await this.lines.next() : { done: false, value: waiting };
    if (line.done || line.value === undefined) return null;
    this.next++;
    return line.value;
  }

  giveBack(lines: readonly string[]): void {
    this.waiting.unshift(...lines);
    this.next -= lines.length;
  }

  /** Up to `count` lines, without taking them. */
  async peek(count: number): Promise<string[]> {
    const lines: string[] = [];
    while (lines.length < count) {
      const line = await this.take();
      if (line === null) break;
      lines.push(line);
    }
    this.giveBack(lines);
    return lines;
  }
}

/** The lines of one row, as its quotation marks put them together. */
interface RowLines {
  line: number;
  /** Blank lines before it. */
  before: string[];
  raw: string[];
  /** Its quotation marks do not add up, however many lines are taken. */
  open: boolean;
}

/**
 * The rows of a CSV file (RFC 4180) one by one in little memory. A broken row costs itself and no other: where the quotation
 * marks of a row do not add up, reading goes on at its next line. Blank lines are no rows.
 */
export async function* csvRows(
  source: LineSource,
  encoding: TextEncoding,
  delimiter: string,
): AsyncGenerator<CsvRow, void> {
  for (;;) {
    const batch = await takeBatch(source);
    if (batch.length === 0) return;
    const together = readTogether(batch, encoding, delimiter);
    if (together) {
      yield* together;
      continue;
    }
    // Something is wrong with one of them: each is read alone, and what a broken one took too much is given back.
    for (const [index, rowLines] of batch.entries()) {
      const { row, surplus } = readAlone(rowLines, encoding, delimiter);
      yield row;
      if (surplus.length === 0) continue;
      const later = batch.slice(index + 1).flatMap(({ before, raw }) => [...before, ...raw]);
      source.giveBack([...surplus, ...later]);
      break;
    }
  }
}

async function takeBatch(source: LineSource): Promise<RowLines[]> {
  const batch: RowLines[] = [];
  while (batch.length < ROWS_AT_ONCE) {
    const row = await takeRow(source);
    if (row === null) break;
    batch.push(row);
    if (row.open) break;
  }
  return batch;
}

async function takeRow(source: LineSource): Promise<RowLines | null> {
  const before: string[] = [];
  for (;;) {
    const line = source.next;
    const first = await source.take();
    if (first === null) return null;
    if (first.trim() !== '') return { line, before, ...(await takeQuoted(source, first)) };
    before.push(first);
  }
}

/** The line with those that its open quotation mark reaches over; the line alone when it is never closed. */
async function takeQuoted(source: LineSource, first: string): Promise<{ raw: string[]; open: boolean }> {
  const raw = [first];
  let open = countQuotes(first) % 2 === 1;
  while (open) {
    const line = raw.length < MOST_LINES_PER_ROW ? await source.take() : null;
    if (line === null) {
      source.giveBack(raw.slice(1));
      return { raw: [first], open };
    }
    raw.push(line);
    open = countQuotes(line) % 2 === 0;
  }
  return { raw, open };
}

/** All rows by one call of the parser, which is dear to set up; null when one of them is not as it should be. */
function readTogether(batch: RowLines[], encoding: TextEncoding, delimiter: string): CsvRow[] | null {
  const texts = batch.map(({ raw }) => encoding.decode(raw.join('\n')));
  const quoted = texts.filter((text) => text?.includes('"'));
  const parsed = quoted.length > 0 ? parseStrictly(quoted.join('\n'), delimiter) : [];
  if (parsed?.length !== quoted.length) return null;
  let next = 0;
  return batch.map(({ line, raw }, index) => {
    const text = texts[index] ?? null;
    const lines = raw.length;
    if (text === null) return { line, lines, problem: notIn(encoding) };
    return { line, lines, cells: text.includes('"') ? parsed[next++] : text.split(delimiter) };
  });
}

/** @returns the row, and the lines that turned out not to be part of it */
function readAlone(
  { line, raw, open }: RowLines,
  encoding: TextEncoding,
  delimiter: string,
): { row: CsvRow; surplus: string[] } {
  const [first = '', ...others] = raw;
  const text = encoding.decode(raw.join('\n'));
  if (text === null) return { row: { line, lines: raw.length, problem: notIn(encoding) }, surplus: [] };
  // A quotation mark within a cell is forgiven on one line; over several it may be the trace of a lost one.
  const whole = others.length > 0 ? parseStrictly(text, delimiter) : null;
  if (whole?.length === 1) return { row: { line, lines: raw.length, cells: whole[0] }, surplus: [] };
  // The first line alone, as in `5,a 19" rail,x`; the others are read again as rows of their own.
  const cells = parseForgivingly(encoding.decode(first) ?? '', delimiter);
  const problem = open
    ? 'has a quotation mark that is never closed'
    : 'has a quotation mark in the wrong place';
  return { row: cells ? { line, lines: 1, cells } : { line, lines: 1, problem }, surplus: others };
}

function notIn(encoding: TextEncoding): string {
  return `is not ${encoding.name.toUpperCase()}`;
}

const PARSING = { record_delimiter: '\n', relax_column_count: true };

function parseStrictly(text: string, delimiter: string): string[][] | null {
  try {
    return parse(text, { ...PARSING, delimiter }) as unknown as string[][];
  } catch {
    return null;
  }
}

function parseForgivingly(line: string, delimiter: string): string[] | null {
  try {
    const rows = parse(line, { ...PARSING, delimiter, relax_quotes: true }) as unknown as string[][];
    return rows.length === 1 ? (rows[0] ?? null) : null;
  } catch {
    return null;
  }
}

function countQuotes(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count++;
  return count;
}
