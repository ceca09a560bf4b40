import { comparableNames } from '../text/document-names.js';
import { nameOf, type QueryWord } from '../text/query-words.js';

/** So many letters of an unfinished name say which is meant. */
const LEAST_TYPED = 3;
const MOST_COMPLETED = 5;

/** What has to be known of a document that counts less than others. */
export interface LightDocument {
  weight: number;
  title: string;
  /** Other names, one per line. */
  names: string;
}

/** The documents whose weight is below 1, in memory, with the names by which they come first nevertheless. */
export class LightDocuments {
  readonly #weights = new Map<number, number>();
  readonly #rows = new Map<string, Set<number>>();
  readonly #names = new Map<number, string[]>();

  set(row: number, { weight, title, names: otherNames }: LightDocument): void {
    this.clear(row);
    if (weight >= 1) return;
    const names = comparableNames([title, ...otherNames.split('\n')]);
    this.#weights.set(row, weight);
    this.#names.set(row, names);
    for (const name of names) {
      const rows = this.#rows.get(name);
      if (rows) rows.add(row);
      else this.#rows.set(name, new Set([row]));
    }
  }

  clear(row: number): void {
    for (const name of this.#names.get(row) ?? []) {
      const rows = this.#rows.get(name);
      rows?.delete(row);
      if (rows?.size === 0) this.#rows.delete(name);
    }
    this.#weights.delete(row);
    this.#names.delete(row);
  }

  get count(): number {
    return this.#weights.size;
  }

  weightOf(row: number): number {
    return this.#weights.get(row) ?? 1;
  }

  /** The documents that go by exactly this name; else those by whose names its last word may be completed. */
  named(words: readonly QueryWord[]): Uint32Array {
    const name = nameOf(words);
    const exactly = this.#rows.get(name);
    if (exactly) return Uint32Array.from(exactly);
    const last = words.at(-1);
    if (!last?.prefix || last.unspaced || name.length < LEAST_TYPED) return new Uint32Array();
    const completed = [...this.#rows.keys()]
      .filter((each) => each.startsWith(name) && !each.includes(' ', name.length))
      .sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const rows = new Set(completed.flatMap((each) => [...this.#rows.get(each)!]));
    return Uint32Array.from([...rows].slice(0, MOST_COMPLETED));
  }
}
