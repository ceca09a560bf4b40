/**
 * The values that each document has in one facet (or its audience), kept for filtering and counting. Documents
 * mostly share their values, so that each *combination* of values gets a number, and a document holds that number:
 * four bytes per document, one look-up per check, one addition per count.
 */
export class ValueColumn {
  readonly #values: string[] = [];
  readonly #valueIds = new Map<string, number>();
  /** Combination → its values. Combination 0 is "none". */
  readonly #combinations: number[][] = [[]];
  readonly #combinationIds = new Map<string, number>([['', 0]]);
  /** Value → the combination of it alone, if there is one. */
  readonly #alone = new Map<string, number>();
  /** Value → the combinations that hold it. */
  readonly #holders: number[][] = [];
  #ofRow = new Uint32Array(1024);

  set(row: number, values: readonly string[]): void {
    this.#grow(row);
    this.#ofRow[row] = values.length === 0 ? 0 : this.#combinationOf(values);
  }

  clear(row: number): void {
    if (row < this.#ofRow.length) this.#ofRow[row] = 0;
  }

  /** Prepares the check whether a document holds one of the values. */
  filter(values: readonly string[]): ValueFilter {
    const allowed = new Uint8Array(this.#combinations.length);
    for (const value of values) {
      const id = this.#valueIds.get(value);
      if (id !== undefined) for (const combination of this.#holders[id]!) allowed[combination] = 1;
    }
    return new ValueFilter(this.#ofRow, allowed);
  }

  /** Counts the values over the rows, highest first. */
  count(rows: Uint32Array): { value: string; count: number }[] {
    const ofCombination = new Uint32Array(this.#combinations.length);
    const ofRow = this.#ofRow;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      const combination = row < ofRow.length ? ofRow[row]! : 0;
      ofCombination[combination] = ofCombination[combination]! + 1;
    }
    const ofValue = new Uint32Array(this.#values.length);
    for (let combination = 1; combination < ofCombination.length; combination++) {
      const count = ofCombination[combination]!;
      if (count === 0) continue;
      for (const value of this.#combinations[combination]!) ofValue[value] = ofValue[value]! + count;
    }
    const counts: { value: string; count: number }[] = [];
    for (const [id, value] of this.#values.entries()) {
      if (ofValue[id]! > 0) counts.push({ value, count: ofValue[id]! });
    }
    return counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  }

  #combinationOf(values: readonly string[]): number {
    if (values.length > 1) return this.#combinationOfAll(values);
    const [value] = values as [string];
    const known = this.#alone.get(value);
    if (known !== undefined) return known;
    const combination = this.#combinationOfAll(values);
    this.#alone.set(value, combination);
    return combination;
  }

  #combinationOfAll(values: readonly string[]): number {
    const ids = [...new Set(values)].map((value) => this.#valueId(value)).sort((a, b) => a - b);
    const name = ids.join(' ');
    const known = this.#combinationIds.get(name);
    if (known !== undefined) return known;
    const combination = this.#combinations.length;
    this.#combinations.push(ids);
    this.#combinationIds.set(name, combination);
    for (const id of ids) this.#holders[id]!.push(combination);
    return combination;
  }

  #valueId(value: string): number {
    const known = this.#valueIds.get(value);
    if (known !== undefined) return known;
    const id = this.#values.length;
    this.#values.push(value);
    this.#valueIds.set(value, id);
    this.#holders.push([]);
    return id;
  }

  #grow(row: number): void {
    if (row < this.#ofRow.length) return;
    const wider = new Uint32Array(Math.max(row + 1, this.#ofRow.length * 2));
    wider.set(this.#ofRow);
    this.#ofRow = wider;
  }
}

/** A check over the rows of one column. Valid until the column changes. */
export class ValueFilter {
  readonly #ofRow: Uint32Array;
  readonly #allowed: Uint8Array;

  constructor(ofRow: Uint32Array, allowed: Uint8Array) {
    this.#ofRow = ofRow;
    this.#allowed = allowed;
  }

  has(row: number): boolean {
    return row < this.#ofRow.length && this.#allowed[this.#ofRow[row]!] === 1;
  }

  /** The rows that hold one of the values. A loop by hand: `filter` of typed arrays is ten times slower. */
  keep(rows: Uint32Array): Uint32Array {
    const ofRow = this.#ofRow;
    const allowed = this.#allowed;
    const kept = new Uint32Array(rows.length);
    let length = 0;
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!;
      if (row < ofRow.length && allowed[ofRow[row]!] === 1) kept[length++] = row;
    }
    return kept.subarray(0, length);
  }
}
