/** A value as a file gives it; JSON can give several. Numbers and dates have been written out. */
export type Cell = string | string[];

/** A row by the names of its columns. */
export type Cells = Record<string, Cell>;

/**
 * One row below the header, or why it cannot be read. `row` counts rows from 1; `line` is where to look for it: the line of a
 * text file, the row of a sheet, the place in a list.
 */
export type TableRecord =
  | { row: number; line: number; cells: Cells; problem?: undefined }
  | { row: number; line: number; cells?: undefined; problem: string };

/** How a file was read, for the report. */
export interface TableFacts {
  format: 'csv' | 'xlsx' | 'json';
  encoding?: string;
  delimiter?: string;
  sheet?: string;
  /** Where the names of the columns stand. */
  headerLine?: number;
  columns: string[];
}

/** A file of rows, whatever its format. */
export interface Table {
  readonly facts: TableFacts;
  /** Rows that are wholly empty are not among them. */
  records(): AsyncIterable<TableRecord>;
  close(): Promise<void>;
}
