import { firstOf } from './first-of.js';
import { ValueColumn, type ValueFilter } from './value-column.js';

/** What filtering, counting and sorting need to know of one document. */
export interface DocumentValues {
  type: string;
  audience: string[];
  facets: Record<string, string[]>;
  at: string;
}

/** The values of all documents by row number, in memory, so that no search reads them from the file. */
export class DocumentColumns {
  readonly #audience = new ValueColumn();
  readonly #facets = new Map<string, ValueColumn>();
  #times = new Float64Array(1024).fill(Number.NaN);
  #count = 0;
  #rowsEnd = 0;

  get count(): number {
    return this.#count;
  }

  set(row: number, values: DocumentValues): void {
    this.#grow(row);
    if (Number.isNaN(this.#times[row])) this.#count++;
    const time = Date.parse(values.at);
    this.#times[row] = Number.isNaN(time) ? 0 : time;
    this.#rowsEnd = Math.max(this.#rowsEnd, row + 1);
    this.#audience.set(row, values.audience);
    const facets = new Map(Object.entries({ ...values.facets, type: [values.type] }));
    for (const [name, held] of facets) this.#column(name).set(row, held);
    for (const [name, column] of this.#facets) if (!facets.has(name)) column.clear(row);
  }

  clear(row: number): void {
    if (row >= this.#times.length || Number.isNaN(this.#times[row])) return;
    this.#times[row] = Number.NaN;
    this.#count--;
    this.#audience.clear(row);
    for (const column of this.#facets.values()) column.clear(row);
  }

  /** All rows that hold a document. */
  all(): Uint32Array {
    const rows = new Uint32Array(this.#count);
    let length = 0;
    for (let row = 0; row < this.#rowsEnd; row++) {
      if (!Number.isNaN(this.#times[row])) rows[length++] = row;
    }
    return rows;
  }

  /** The check whether someone holding the audiences may find a document. */
  audienceFilter(audiences: readonly string[]): ValueFilter {
    return this.#audience.filter(audiences);
  }

  /** Checks of one facet each. A facet without values asks for nothing. */
  facetFilters(filters: Readonly<Record<string, readonly string[]>>): Map<string, ValueFilter> {
    const prepared = new Map<string, ValueFilter>();
    for (const [name, values] of Object.entries(filters)) {
      if (values.length === 0) continue;
      const column = this.#facets.get(name) ?? new ValueColumn();
      prepared.set(name, column.filter(values));
    }
    return prepared;
  }

  countValues(name: string, rows: Uint32Array): { value: string; count: number }[] {
    return this.#facets.get(name)?.count(rows) ?? [];
  }

  /** The first `most` of the rows by time, newest first. */
  newest(rows: Uint32Array, most: number): number[] {
    const times = this.#times;
    return firstOf(rows, most, (a, b) => times[b]! - times[a]! || b - a);
  }

  #column(name: string): ValueColumn {
    const known = this.#facets.get(name);
    if (known) return known;
    const column = new ValueColumn();
    this.#facets.set(name, column);
    return column;
  }

  #grow(row: number): void {
    if (row < this.#times.length) return;
    const wider = new Float64Array(Math.max(row + 1, this.#times.length * 2)).fill(Number.NaN);
    wider.set(this.#times);
    this.#times = wider;
  }
}
