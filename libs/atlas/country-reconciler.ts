import { Injectable } from '@nestjs/common';
import { loadPlaceSpellings } from './reference.js';
import { createPlaceReader, type PlaceHints, type PlaceReading, type ReadPlace } from './rules/read-place.js';

/** More different spellings than an import has; beyond it they are read anew. */
const KEPT_READINGS = 20_000;

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
}
