import { invalid } from '../../platform/errors/domain-error.js';
import { writeNumber } from './sheet-file.js';
import type { Cell, Cells, Table, TableFacts, TableRecord } from './table.js';
import { columnName, columnsMissing } from './table-header.js';
import { readText } from './text-encoding.js';

/** What the map says about a JSON file. */
export interface JsonOptions {
  encoding?: string;
  /** Where the list of rows is, as `result.items`; the file itself when it is not said. */
  rows?: string;
}

const ROWS_LOOKED_AT = 200;
const LEVELS = 4;

/** Reads a list of objects. A column is the name of a field, or a path to one: `place.country`. */
export async function openJson(
  path: string,
  options: JsonOptions,
  wanted: readonly string[],
): Promise<Table> {
  const content = parseJson(await readText(path, options.encoding));
  const rows = options.rows === undefined ? content : findValues(content, options.rows)[0];
  if (!Array.isArray(rows)) {
    const where = options.rows === undefined ? 'the file' : `"${options.rows}"`;
    throw invalid('cases/import-file-unreadable', { reason: `${where} is not a list of rows` });
  }
  // A field that is nowhere is a slip of the pen in the map; one that only some rows have is empty in the others.
  const missing = wanted.filter((name) => !rows.some((row) => findValues(row, name).length > 0));
  const columns = [...new Set(rows.slice(0, ROWS_LOOKED_AT).flatMap((row) => pathsOf(row, LEVELS)))];
  if (missing.length > 0 && rows.length > 0) throw columnsMissing(missing, columns, `${rows.length} rows`);
  return new JsonFile(rows, wanted, columns);
}

class JsonFile implements Table {
  readonly facts: TableFacts;

  constructor(
    private readonly rows: readonly unknown[],
    private readonly wanted: readonly string[],
    columns: string[],
  ) {
    this.facts = { format: 'json', columns };
  }

  async *records(): AsyncIterable<TableRecord> {
    let row = 0;
    for (const value of this.rows) {
      row++;
      if (value === null || typeof value !== 'object' || Array.isArray(value))
        yield { row, line: row, problem: 'is not an object' };
      else yield { row, line: row, ...cellsOf(value, this.wanted) };
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function cellsOf(row: object, wanted: readonly string[]): { cells: Cells } | { problem: string } {
  const cells: Cells = {};
  for (const name of wanted) {
    const values = findValues(row, name).flat(LEVELS);
    const odd = values.find((value) => typeof value === 'object' && value !== null);
    if (odd !== undefined) return { problem: `"${name}" holds an object where a value should be` };
    if (values.some((value) => Number.isInteger(value) && !Number.isSafeInteger(value)))
      return { problem: `"${name}" is a number too long to be read exactly: write it as text` };
    const texts = values.map(toText).filter((text) => text !== '');
    cells[columnName(name)] = toCell(texts);
  }
  return { cells };
}

function toCell(texts: string[]): Cell {
  const [first = ''] = texts;
  return texts.length > 1 ? texts : first;
}

function toText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'number' ? writeNumber(value) : String(value);
}

/** What stands at a path, through all the lists on the way; a field that bears the whole path as its name comes first. */
function findValues(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((part) => findValues(part, path));
  if (value === null || typeof value !== 'object') return [];
  const fields = value as Record<string, unknown>;
  if (Object.hasOwn(fields, path)) return [fields[path]];
  for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1)) {
    const start = path.slice(0, dot);
    if (Object.hasOwn(fields, start)) return findValues(fields[start], path.slice(dot + 1));
  }
  return [];
}

function pathsOf(value: unknown, levels: number): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((part) => pathsOf(part, levels)))];
  if (value === null || typeof value !== 'object' || levels === 0) return [];
  return Object.entries(value).flatMap(([name, part]) => {
    const inner = pathsOf(part, levels - 1).map((path) => `${name}.${path}`);
    return inner.length > 0 ? inner : [name];
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalid('cases/import-file-unreadable', { reason });
  }
}
