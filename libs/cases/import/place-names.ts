import {
  type CountryReconciler,
  type PlaceReading,
  type PlaceRefusalReason,
  type ReadPlace,
  type ReadVia,
  readPlaceList,
} from '../../atlas/index.js';
import { folded, lookUp, type Remark, shown } from './cell-reader.js';
import type { ImportMap } from './import-map.schema.js';

/** A name as it is written, with what was made of it and in how many places. */
export interface NameCount {
  name: string;
  times: number;
  /** The countries it stands for. */
  countries?: string[];
  /** How it was recognised; a `typo` is worth a look. */
  via?: ReadVia | 'map';
  why?: string;
}

/** What a name of a place comes to: countries, or none with what is to be told. */
export type Place =
  | { countries: string[] }
  | { countries: string[]; remark: Remark; outcome: 'reject' | 'skip' | 'leave-out' | 'use' };

/** A cell with names of countries in it, and what stands between them. */
export interface PlaceCell {
  written: string;
  /** None where the cell holds one name. */
  separators: readonly string[];
  /** The names are codes of ISO 3166-1. */
  codes: boolean;
  /** Said by the map for every row, and so no name of the file. */
  isConstant?: boolean;
}

/** Stands in for a name that the map gives several countries, or none. */
const NAMED_BY_MAP: PlaceReading = { kind: 'region', key: 'named-by-map' };

/** What is told of a name that is not taken. */
const WHY: Readonly<Record<PlaceRefusalReason, string>> = {
  unknown: 'no country or region of that name is known',
  ambiguous: 'several countries bear the name, or it can be cut in two ways',
  qualified: 'what stands beside the name may mean another place',
  near: 'it is nearly a name, and not near enough to be sure',
  'code-or-word':
    'it is a code of a country and something else as well; say `codes` in the map where the column holds codes',
  several: 'it names several; say `split` in the map',
  ended: 'it is a State that is no more',
  'outside-iso': 'it is not in ISO 3166-1',
};

/** Recognises the names of countries in a file, as the map says; each spelling once, however often it comes. */
export class PlaceNames {
  given = 0;
  recognised = 0;
  private readonly seen = new Map<string, { place: Place; count: NameCount }>();
  private readonly nothing: ReadonlySet<string>;

  constructor(
    private readonly map: Pick<ImportMap, 'places' | 'nothing'>,
    private readonly reconciler: CountryReconciler,
  ) {
    this.nothing = new Set(map.nothing.map(folded));
  }

  /** What the names of a cell come to. Names that hold a separator themselves ("Congo, Dem. Rep.") stay whole. */
  find({ written, separators, codes, isConstant = false }: PlaceCell): Place[] {
    if (isConstant) return [{ countries: [this.codeOf(written)] }];
    const read: ReadPlace = (name, hints) => this.readAlias(name) ?? this.reconciler.read(name, hints);
    // Unless the map says that they are codes, a list may still show it by itself.
    const hints = codes ? { codes } : {};
    const whole = () => [{ written: written.trim(), reading: read(written, hints) }];
    const names = separators.length === 0 ? whole() : readPlaceList(written, separators, read, hints);
    return names
      .filter((name) => name.written !== '' && !this.nothing.has(folded(name.written)))
      .map((name) => this.tell(name.written, name.reading));
  }

  /** Every spelling, the most frequent first: what was recognised, what was guessed at, what was not. */
  report(): { recognised: NameCount[]; forgiven: NameCount[]; unknown: NameCount[] } {
    const names = [...this.seen.values()].map(({ count }) => count).sort((a, b) => b.times - a.times);
    return {
      recognised: names.filter(({ via }) => via && via !== 'typo'),
      forgiven: names.filter(({ via }) => via === 'typo'),
      unknown: names.filter(({ via }) => !via),
    };
  }

  private tell(name: string, reading: PlaceReading): Place {
    // In a list a name may be refused that is clear where it stands alone.
    const spelling = reading.kind === 'refused' ? `${name}\n${reading.reason}` : name;
    const known = this.seen.get(spelling) ?? this.look(name, reading);
    this.seen.set(spelling, known);
    known.count.times++;
    this.given++;
    if (known.count.via) this.recognised++;
    return known.place;
  }

  private look(name: string, reading: PlaceReading): { place: Place; count: NameCount } {
    const alias = this.aliasOf(name);
    if (alias !== undefined) {
      const countries = [alias].flat().map((code) => this.codeOf(code));
      return { place: { countries }, count: { name, times: 0, countries, via: 'map' } };
    }
    if (reading.kind !== 'country') return this.notRecognised(name, reading);
    const countries = [reading.iso3];
    return { place: { countries }, count: { name, times: 0, countries, via: reading.via } };
  }

  private notRecognised(
    name: string,
    reading: Exclude<PlaceReading, { kind: 'country' }>,
  ): { place: Place; count: NameCount } {
    const isRegion = reading.kind === 'region';
    const why = isRegion ? 'is a region or a group' : whyRefused(reading);
    const count: NameCount = { name, times: 0, why };
    const text = `country ${shown(name)} was not recognised: ${why}`;
    const { otherwise, regions } = this.map.places;
    // Reasons of one kind are told together.
    const kind = `country: was not recognised: ${isRegion ? why : WHY[reading.reason]}`;
    const without = (outcome: 'reject' | 'skip' | 'leave-out', kind: string) => ({
      place: { countries: [], remark: { kind, text }, outcome },
      count,
    });
    if (isRegion && regions === 'note') return without('skip', 'a region or a group, not a country');
    if (otherwise === 'skip') return without('skip', `${kind}, left out`);
    if (otherwise === 'reject' || otherwise === 'leave-out') return without(otherwise, kind);
    const countries = otherwise.use.map((code) => this.codeOf(code));
    const remark = { kind: `${kind}, others used`, text: `${text}; ${countries.join(', ')} used` };
    return { place: { countries, remark, outcome: 'use' }, count };
  }

  /** An alias of one country is read as that country, so that it agrees with other ways to read the cell. */
  private readAlias(name: string): PlaceReading | null {
    const alias = this.aliasOf(name);
    if (alias === undefined) return null;
    return typeof alias === 'string' ? this.reconciler.read(alias, { codes: true }) : NAMED_BY_MAP;
  }

  private aliasOf(name: string): string | string[] | undefined {
    return lookUp(this.map.places.aliases, name);
  }

  /** What the map itself says is taken by its word; that the atlas has it is checked with all other codes. */
  private codeOf(written: string): string {
    const reading = this.reconciler.read(written, { codes: true });
    return reading.kind === 'country' ? reading.iso3 : written.toUpperCase();
  }
}

function whyRefused({ reason, note, candidates }: Extract<PlaceReading, { kind: 'refused' }>): string {
  const codes = candidates.map((key) => key.slice(key.indexOf(':') + 1));
  return `${note ?? WHY[reason]}${codes.length > 0 ? ` (${codes.join(', ')}?)` : ''}`;
}
