import { type CountryReconciler, findRegion, type ReconciledVia } from '../../atlas/index.js';
import { lookUp, type Remark, shown } from './cell-reader.js';
import type { PlacesOptions } from './import-map.schema.js';

/** A name as it is written, with what was made of it and in how many places. */
export interface NameCount {
  name: string;
  times: number;
  /** The countries it stands for. */
  countries?: string[];
  /** How it was recognised; `fuzzy` is worth a look. */
  via?: ReconciledVia | 'map';
  why?: string;
}

/** What a name of a place comes to: countries, or none with what is to be told. */
export type Place =
  | { countries: string[] }
  | { countries: []; remark: Remark; outcome: 'reject' | 'skip' | 'leave-out' }
  | { countries: string[]; remark: Remark; outcome: 'use' };

/** Recognises the names of countries in a file, as the map says; each spelling once, however often it comes. */
export class PlaceNames {
  given = 0;
  recognised = 0;
  private readonly seen = new Map<string, { place: Place; count: NameCount }>();

  constructor(
    private readonly options: PlacesOptions,
    private readonly reconciler: CountryReconciler,
  ) {}

  find(name: string): Place {
    const known = this.seen.get(name) ?? this.look(name);
    this.seen.set(name, known);
    known.count.times++;
    this.given++;
    if (known.count.via) this.recognised++;
    return known.place;
  }

  /** Every spelling, the most frequent first: what was recognised, what was guessed at, what was not. */
  report(): { recognised: NameCount[]; forgiven: NameCount[]; unknown: NameCount[] } {
    const names = [...this.seen.values()].map(({ count }) => count).sort((a, b) => b.times - a.times);
    return {
      recognised: names.filter(({ via }) => via && via !== 'fuzzy'),
      forgiven: names.filter(({ via }) => via === 'fuzzy'),
      unknown: names.filter(({ via }) => !via),
    };
  }

  private look(name: string): { place: Place; count: NameCount } {
    const alias = lookUp(this.options.aliases, name);
    if (alias !== undefined) {
      const countries = [alias].flat().map((code) => this.codeOf(code));
      return { place: { countries }, count: { name, times: 0, countries, via: 'map' } };
    }
    const found = this.reconciler.reconcile(name);
    if (found) {
      const countries = [found.iso3];
      return { place: { countries }, count: { name, times: 0, countries, via: found.via } };
    }
    return this.notRecognised(name);
  }

  private notRecognised(name: string): { place: Place; count: NameCount } {
    const isRegion = findRegion(name) !== undefined;
    const why = isRegion ? 'is a region or a group' : this.reconciler.findRefusal(name)?.reason;
    const count: NameCount = { name, times: 0, ...(why && { why }) };
    const text = `country ${shown(name)} was not recognised${why ? `: ${why}` : ''}`;
    const { otherwise, regions } = this.options;
    if (isRegion && regions === 'note')
      return { place: nothing('a region or a group, not a country', text, 'skip'), count };
    if (otherwise === 'reject')
      return { place: nothing('country: was not recognised', text, 'reject'), count };
    if (otherwise === 'skip')
      return { place: nothing('country: was not recognised, left out', text, 'skip'), count };
    if (otherwise === 'leave-out')
      return { place: nothing('country: was not recognised', text, 'leave-out'), count };
    const countries = otherwise.use.map((code) => this.codeOf(code));
    const remark = {
      kind: 'country: was not recognised, others used',
      text: `${text}; ${countries.join(', ')} used`,
    };
    return { place: { countries, remark, outcome: 'use' }, count };
  }

  /** What the map itself says is taken by its word; that the atlas has it is checked with all other codes. */
  private codeOf(code: string): string {
    return this.reconciler.reconcile(code)?.iso3 ?? code.toUpperCase();
  }
}

function nothing(kind: string, text: string, outcome: 'reject' | 'skip' | 'leave-out'): Place {
  return { countries: [], remark: { kind, text }, outcome };
}
