import { namesOf } from '../text/document-names.js';

/** What has to be known of a document that counts less than others. */
export interface LightDocument {
  weight: number;
  title: string;
  /** Names, one per line. */
  keywords: string;
}

/** The few documents whose weight is below 1, in memory, with the names by which they come first nevertheless. */
export class LightDocuments {
  readonly #weights = new Map<number, number>();
  readonly #rows = new Map<string, Set<number>>();
  readonly #names = new Map<number, string[]>();

  set(row: number, { weight, title, keywords }: LightDocument): void {
    this.clear(row);
    if (weight >= 1) return;
    const names = namesOf({ title, keywords });
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

  weightOf(row: number): number {
    return this.#weights.get(row) ?? 1;
  }

  /** The documents that go by exactly this name. */
  named(name: string): Uint32Array {
    return Uint32Array.from(this.#rows.get(name) ?? []);
  }
}
