import { Injectable } from '@nestjs/common';
import { loadPlaceSpellings } from './reference.js';
import { createPlaceReader, type PlaceHints, type PlaceReading, type ReadPlace } from './rules/read-place.js';
import { type PlaceInCell, readPlaceList } from './rules/read-place-list.js';

/** More different spellings than an import has; beyond it they are read anew. */
const KEPT_READINGS = 20_000;

export type ReconciledVia = 'iso' | 'name' | 'alias' | 'fuzzy';

/** Recognises countries and regions in free text, for imports. Its names are read and folded at the first use. */
@Injectable()
export class CountryReconciler {
  private readUnkept: ReadPlace | null = null;
  private readonly kept = new Map<string, PlaceReading>();

  /** Never a guess: what may be two places, or another than it looks, comes back as refused, with the reason. */
  read(written: string, hints: PlaceHints = {}): PlaceReading {
    const question = `${hints.codes ? 'codes' : 'names'}:${written}`;
    const known = this.kept.get(question);
    if (known) return known;
    this.readUnkept ??= createPlaceReader(loadPlaceSpellings());
    const reading = this.readUnkept(written, hints);
    if (this.kept.size >= KEPT_READINGS) this.kept.clear();
    this.kept.set(question, reading);
    return reading;
  }

  /**
   * Reads a cell with several places in it.
   * @param separators what stands between two places, such as `;`, `,` or ` and `; names that hold it stay whole
   */
  readList(cell: string, separators: readonly string[], hints: PlaceHints = {}): PlaceInCell[] {
    return readPlaceList(cell, separators, (written, given) => this.read(written, given), hints);
  }

  /** The country alone; null for all else. A `fuzzy` answer is a guess that a person should confirm. */
  reconcile(name: string): { iso3: string; via: ReconciledVia } | null {
    const reading = this.read(name);
    if (reading.kind !== 'country') return null;
    const via = reading.via === 'code' ? 'iso' : reading.via === 'typo' ? 'fuzzy' : reading.via;
    return { iso3: reading.iso3, via };
  }

  /** Why a name is refused (Kosovo, Yugoslavia, "Korea"); null when nothing is known about it. */
  findRefusal(name: string): { reason: string } | null {
    const reading = this.read(name);
    if (reading.kind === 'country') return null;
    if (reading.kind === 'region') return { reason: 'A region or a group, not a country.' };
    return reading.note === undefined ? null : { reason: reading.note };
  }
}
