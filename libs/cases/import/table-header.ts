import { type DomainError, invalid } from '../../platform/errors/domain-error.js';
import type { Cells } from './table.js';

const ZERO_WIDTH = /[\u200b-\u200f\u2060\ufeff]/g;
const SHOWN_COLUMNS = 40;

/** The name of a column as it is compared: without outer, doubled or no-break spaces and without signs of no width. */
export function columnName(written: string): string {
  return written.normalize('NFC').replace(ZERO_WIDTH, '').replace(/\s+/g, ' ').trim();
}

/** The names of the columns, and rows put under them. A name that is there twice becomes `Name#1` and `Name#2`. */
export class TableHeader {
  readonly columns: string[];
  private readonly repeated: Set<string>;

  constructor(written: readonly string[]) {
    const names = written.map(columnName);
    this.repeated = new Set(names.filter((name, index) => name !== '' && names.indexOf(name) < index));
    const seen = new Map<string, number>();
    this.columns = names.map((name) => {
      if (!this.repeated.has(name)) return name;
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return `${name}#${count}`;
    });
  }

  /** Those of the wanted columns that are not there under one name or the other. */
  findMissing(wanted: readonly string[]): string[] {
    return wanted.filter(
      (name) => !this.columns.includes(columnName(name)) && !this.repeated.has(columnName(name)),
    );
  }

  /** @throws {DomainError} `cases/import-columns-repeated` where the map does not say which of two columns it means */
  expectClear(wanted: readonly string[]): void {
    const columns = wanted.filter((name) => this.repeated.has(columnName(name)));
    if (columns.length === 0) return;
    throw invalid('cases/import-columns-repeated', { columns, example: `${columns[0]}#1` });
  }

  /**
   * A row under its columns. Empty cells beyond the last column are nothing.
   * @param short whether missing cells at the end stand for empty ones
   */
  arrange(written: readonly string[], short: boolean): { cells: Cells } | { problem: string } {
    const { columns } = this;
    const surplus = written.slice(columns.length).find((cell) => cell.trim() !== '');
    const isShort = written.length < columns.length && !short;
    if (surplus !== undefined || isShort) {
      const problem = `has ${written.length} cells where the header has ${columns.length}`;
      return {
        problem: surplus === undefined ? problem : `${problem}, among them "${surplus.slice(0, 40)}"`,
      };
    }
    const cells: Cells = {};
    columns.forEach((name, index) => {
      if (name !== '') cells[name] = written[index] ?? '';
    });
    return { cells };
  }
}

export function isEmptyRow(written: readonly string[]): boolean {
  return written.every((cell) => cell.replace(ZERO_WIDTH, '').trim() === '');
}

/** @param seen the names that were found instead @param hint what may help, as `delimiter: ;` */
export function columnsMissing(columns: string[], seen: readonly string[], hint: string): DomainError {
  const shown = seen.map(columnName).filter((name) => name !== '');
  return invalid('cases/import-columns-missing', {
    columns,
    seen: shown.slice(0, SHOWN_COLUMNS).map((name) => name.slice(0, 60)),
    hint,
  });
}
