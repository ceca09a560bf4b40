import { createHash } from 'node:crypto';
import { readValues, toSentenceCase } from '../rules/cell-values.js';
import type { CellSource, CodesSource, FieldName, ImportMap } from './import-map.schema.js';
import type { Cells } from './table.js';
import { columnName } from './table-header.js';

/** Something to tell about a row: why it was refused, or what was done to take it. Those of one kind are told together. */
export interface Remark {
  kind: string;
  text: string;
}

/** Why a value cannot be taken, in words that go on from it: `"13" may be 1913 or 2013`. */
export class Complaint {
  constructor(readonly text: string) {}
}

const HASH_LETTERS = 22;

/** Reads the cells of one row by what the map says about them; keeps what is to be told about it. */
export class CellReader {
  readonly refusals: Remark[] = [];
  readonly notes: Remark[] = [];
  private readonly nothing: ReadonlySet<string>;

  constructor(
    private readonly map: ImportMap,
    private readonly cells: Cells,
  ) {
    this.nothing = foldedSet(map.nothing);
  }

  refuse(kind: string, text: string): void {
    this.refusals.push({ kind, text });
  }

  /** Whether a reason has been given for this field. */
  hasRefused(name: FieldName): boolean {
    return this.refusals.some(({ kind }) => kind.startsWith(`${name}:`));
  }

  note(kind: string, text: string): void {
    this.notes.push({ kind, text });
  }

  /** The value of a field: from its columns, through its list of values. */
  field(name: FieldName): string | null {
    const source = this.map.fields[name];
    if (!source) return null;
    const written = this.written(source, name === 'externalId');
    if (written === '') return source.value ?? null;
    const known = source.values && lookUp(source.values, written);
    if (source.values && known === undefined) {
      const text = `${name}: ${shown(written)} is not in the list of values`;
      if (source.otherwise === 'reject') this.refuse(`${name}: is not in the list of values`, text);
      if (source.otherwise !== 'keep') return source.value ?? null;
    }
    const value = known ?? written;
    return source.letterCase === 'sentence' ? toSentenceCase(value) : value;
  }

  /** The value of a field as its own reader understands it; one that it does not is refused or left out, as the map says. */
  read<Value>(
    name: FieldName,
    read: (value: string) => Value | null | Complaint,
    otherComplaint = 'is not understood',
  ): Value | null {
    const value = this.field(name);
    if (value === null) return null;
    const found = read(value);
    if (found !== null && !(found instanceof Complaint)) return found;
    const complaint = found instanceof Complaint ? found.text : otherComplaint;
    const text = `${name}: ${shown(value)} ${complaint}`;
    if (this.map.fields[name]?.otherwise !== 'ignore') this.refuse(`${name}: ${complaint}`, text);
    else this.note(`${name}: ${complaint}, left out`, text);
    return null;
  }

  /** The values of a list, by the first of its columns that has any. */
  list(column: string | readonly string[], split: CodesSource['split']): string[] {
    for (const name of [column].flat()) {
      const cell = this.cells[columnName(name)] ?? '';
      const parts = Array.isArray(cell) ? cell : this.isNothing(cell) ? [] : [cell];
      const found = parts.flatMap((part) => splitAt(part, split)).filter((value) => !this.isNothing(value));
      if (found.length > 0) return found;
    }
    return [];
  }

  /**
   * The codes of a list of lists, each once.
   * @param arrange puts together what was one value before its cell was split
   */
  codes(
    name: string,
    sources: readonly CodesSource[],
    read: (written: string) => string[] | Complaint,
    arrange: (parts: string[]) => string[] = (parts) => parts,
  ): string[] {
    const found: string[] = [];
    for (const source of sources) {
      if (source.ifNone && found.length > 0) continue;
      if (source.value) found.push(...source.value);
      else if (source.column !== undefined)
        for (const written of arrange(this.list(source.column, source.split)))
          found.push(...this.codesOf(name, source, written, read));
    }
    return [...new Set(found)];
  }

  private codesOf(
    name: string,
    { values, otherwise }: CodesSource,
    written: string,
    read: (written: string) => string[] | Complaint,
  ): string[] {
    const known = values && lookUp(values, written);
    if (known) return known;
    const unlisted = new Complaint('is not in the list of values');
    const understood = values && otherwise !== 'keep' ? unlisted : read(written);
    if (!(understood instanceof Complaint)) return understood;
    const complaint = understood.text;
    if (otherwise === 'reject')
      this.refuse(`${name}: ${complaint}`, `${name}: ${shown(written)} ${complaint}`);
    else if (!values) this.note(`${name}: ${complaint}, left out`, `${name}: ${shown(written)} ${complaint}`);
    return [];
  }

  private written(source: CellSource, isId: boolean): string {
    const { column, join, hash, with: between, split, pattern, replace = {}, prefix = '' } = source;
    let text = '';
    if (hash) text = this.hashOf(hash);
    // Empty parts of an id keep their place, so that two different rows never get one id.
    else if (join) text = this.joined(join, between, isId);
    else if (column !== undefined) text = this.firstOf([column].flat());
    if (split !== undefined) text = splitAt(text, split)[0] ?? '';
    if (pattern !== undefined) text = partOf(text, pattern);
    for (const [from, to] of Object.entries(replace)) text = text.replaceAll(from, to);
    text = text.trim();
    return text === '' ? '' : `${prefix}${text}`;
  }

  private hashOf(columns: readonly string[]): string {
    const told = columns.map((name) => this.cell(name));
    if (told.every((text) => text === '')) return '';
    return createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, HASH_LETTERS);
  }

  private joined(columns: readonly string[], between: string, keepEmpty: boolean): string {
    const parts = columns.map((name) => this.cell(name));
    const filled = parts.filter((part) => part !== '');
    return filled.length === 0 ? '' : (keepEmpty ? parts : filled).join(between);
  }

  private firstOf(columns: readonly string[]): string {
    return columns.map((name) => this.cell(name)).find((text) => text !== '') ?? '';
  }

  cell(column: string): string {
    const cell = this.cells[columnName(column)] ?? '';
    const written = (Array.isArray(cell) ? cell.join('; ') : cell).trim();
    return this.isNothing(written) ? '' : written;
  }

  private isNothing(written: string): boolean {
    return written.trim() === '' || (this.nothing.size > 0 && this.nothing.has(folded(written)));
  }
}

const patterns = new Map<string, RegExp>();

/** Each pattern of a map is built once. */
export function patternOf(text: string): RegExp {
  const known = patterns.get(text) ?? new RegExp(text, 'u');
  patterns.set(text, known);
  return known;
}

/** What a pattern takes out of a text: its first group, or all that fits; nothing where it does not fit. */
export function partOf(text: string, pattern: string): string {
  const found = patternOf(pattern).exec(text);
  return (found?.[1] ?? found?.[0] ?? '').trim();
}

export function splitAt(text: string, split: CodesSource['split']): string[] {
  const separators = split === undefined ? [undefined] : [split].flat();
  return separators.reduce<string[]>(
    (parts, separator) => parts.flatMap((part) => readValues(part, separator)),
    [text],
  );
}

export function folded(value: string): string {
  return value.trim().toLowerCase();
}

const sets = new WeakMap<readonly string[], ReadonlySet<string>>();

function foldedSet(values: readonly string[]): ReadonlySet<string> {
  const known = sets.get(values) ?? new Set(values.map(folded));
  sets.set(values, known);
  return known;
}

const tables = new WeakMap<object, Map<string, unknown>>();

/** The value under a name, without regard to case and outer spaces. The names of a list are folded once. */
export function lookUp<Value>(values: Readonly<Record<string, Value>>, written: string): Value | undefined {
  const known =
    tables.get(values) ?? new Map(Object.entries(values).map(([name, value]) => [folded(name), value]));
  tables.set(values, known);
  return known.get(folded(written)) as Value | undefined;
}

export function shown(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 60)}…` : value}"`;
}
