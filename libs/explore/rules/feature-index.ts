import { type CaseProfile, DIMENSIONS, type Dimension, isSilent, SUBJECT } from './case-profile.js';
import { closenessOfYears, DIMENSION_WEIGHTS, likenessOf, rarity, YEARS_APART } from './compare-cases.js';

/** A case that is like another, and how much. */
export interface RankedCase {
  id: string;
  /** 0 to 1; see `likenessOf`. */
  likeness: number;
}

/** Cases that have one feature, by their place in the index; places of replaced cases stay in until the next packing. */
interface Posting {
  dimension: Dimension;
  places: Uint32Array;
  length: number;
  /** How many of the places hold a case. */
  cases: number;
}

interface Entry {
  id: string;
  profile: CaseProfile;
  features: Posting[];
  /** One bit for each dimension that the case is silent about. */
  silent: number;
  /** Weight of everything the case says. */
  total: number;
}

const PACK_BEYOND = 1000;

/**
 * All cases by what they say, to find the most alike of tens of thousands within a millisecond or two. A feature
 * leads to the cases that have it (an inverted index); weights are added up per case in one array of numbers, so a
 * comparison costs as much as the lists of the asking case's features are long.
 */
export class FeatureIndex {
  private postings = new Map<string, Posting>();
  private entries: (Entry | null)[] = [];
  private places = new Map<string, number>();
  private weighed = true;
  private shared = new Float64Array(1024);
  private touched = new Uint8Array(1024);

  get size(): number {
    return this.places.size;
  }

  /** Adds a case, or replaces it. */
  put(id: string, profile: CaseProfile): void {
    this.remove(id);
    const place = this.entries.length;
    const features = DIMENSIONS.flatMap((dimension) =>
      profile[dimension].map((key) => this.post(dimension, key, place)),
    );
    this.entries.push({ id, profile, features, silent: silenceOf(profile), total: 0 });
    this.places.set(id, place);
    this.weighed = false;
  }

  remove(id: string): void {
    const place = this.places.get(id);
    if (place === undefined) return;
    for (const posting of this.entries[place]!.features) posting.cases--;
    this.entries[place] = null;
    this.places.delete(id);
    this.weighed = false;
    if (this.entries.length > PACK_BEYOND && this.entries.length > 2 * this.places.size) this.pack();
  }

  profileOf(id: string): CaseProfile | null {
    const place = this.places.get(id);
    return place === undefined ? null : this.entries[place]!.profile;
  }

  /** What a feature counts for among the cases held now. */
  weightOf = (dimension: Dimension, key: string): number => {
    if (dimension === 'years') return DIMENSION_WEIGHTS.years;
    return this.weightOfPosting(this.postings.get(nameOf(dimension, key)), dimension);
  };

  /** The cases most like this one, the likest first and the later one first among equals. */
  rank(profile: CaseProfile, options: { limit: number; except?: string }): RankedCase[] {
    this.weigh();
    const { shared, touched } = this.clearScores();
    const weights = DIMENSIONS.map((dimension) => this.addUp(profile, dimension, shared, touched));
    const ours = weights.reduce((sum, weight) => sum + weight, 0);
    const hasSubject = [...SUBJECT].some((dimension) => !isSilent(profile, dimension));
    const unknown = new Map<number, number>();
    const best: RankedCase[] = [];
    for (let place = 0; place < this.entries.length; place++) {
      if (hasSubject ? touched[place] === 0 : shared[place] === 0) continue;
      const entry = this.entries[place];
      if (!entry || entry.id === options.except) continue;
      let weight = unknown.get(entry.silent);
      if (weight === undefined) {
        weight = weights.reduce((sum, value, bit) => (entry.silent & (1 << bit) ? sum + value : sum), 0);
        unknown.set(entry.silent, weight);
      }
      const likeness = likenessOf(shared[place]!, ours, entry.total, weight);
      insert(best, { id: entry.id, likeness }, options.limit);
    }
    return best;
  }

  /** Adds what each case shares in this dimension, and returns the weight of all we say in it. */
  private addUp(
    profile: CaseProfile,
    dimension: Dimension,
    shared: Float64Array,
    touched: Uint8Array,
  ): number {
    let ours = 0;
    const add = (key: string, factor: number) => {
      const posting = this.postings.get(nameOf(dimension, key));
      if (!posting || factor <= 0) return;
      const weight = this.weightOfPosting(posting, dimension) * factor;
      const isSubject = SUBJECT.has(dimension);
      for (let index = 0; index < posting.length; index++) {
        const place = posting.places[index]!;
        shared[place]! += weight;
        if (isSubject) touched[place] = 1;
      }
    };
    for (const key of profile[dimension]) {
      ours += this.weightOf(dimension, key);
      if (dimension !== 'years') add(key, 1);
    }
    const year = Number(profile.years[0]);
    if (dimension === 'years' && profile.years.length > 0) {
      for (let other = year - YEARS_APART; other <= year + YEARS_APART; other++) {
        add(String(other), closenessOfYears(year, other));
      }
    }
    return ours;
  }

  private weightOfPosting(posting: Posting | undefined, dimension: Dimension): number {
    if (dimension === 'years') return DIMENSION_WEIGHTS.years;
    return DIMENSION_WEIGHTS[dimension] * rarity(this.places.size, posting?.cases ?? 0);
  }

  /** Every change moves the rarity of features a little, and with it what each case says in all. */
  private weigh(): void {
    if (this.weighed) return;
    const weights = new Map<Posting, number>();
    for (const posting of this.postings.values()) {
      weights.set(posting, this.weightOfPosting(posting, posting.dimension));
    }
    for (const entry of this.entries) {
      if (!entry) continue;
      let total = 0;
      for (const posting of entry.features) total += weights.get(posting)!;
      entry.total = total;
    }
    this.weighed = true;
  }

  private clearScores() {
    if (this.shared.length < this.entries.length) {
      this.shared = new Float64Array(this.entries.length * 2);
      this.touched = new Uint8Array(this.entries.length * 2);
    }
    this.shared.fill(0, 0, this.entries.length);
    this.touched.fill(0, 0, this.entries.length);
    return { shared: this.shared, touched: this.touched };
  }

  private post(dimension: Dimension, key: string, place: number): Posting {
    const name = nameOf(dimension, key);
    let posting = this.postings.get(name);
    if (!posting) {
      posting = { dimension, places: new Uint32Array(4), length: 0, cases: 0 };
      this.postings.set(name, posting);
    }
    if (posting.length === posting.places.length) {
      const longer = new Uint32Array(posting.length * 2);
      longer.set(posting.places);
      posting.places = longer;
    }
    posting.places[posting.length++] = place;
    posting.cases++;
    return posting;
  }

  /** Leaves out the places of cases that were replaced or removed. */
  private pack(): void {
    const live = this.entries.filter((entry) => entry !== null);
    this.postings = new Map();
    this.entries = [];
    this.places = new Map();
    for (const { id, profile } of live) this.put(id, profile);
  }
}

function nameOf(dimension: Dimension, key: string): string {
  return `${dimension} ${key}`;
}

function silenceOf(profile: CaseProfile): number {
  return DIMENSIONS.reduce(
    (bits, dimension, bit) => (isSilent(profile, dimension) ? bits | (1 << bit) : bits),
    0,
  );
}

/** Keeps the list sorted and no longer than the limit. */
function insert(best: RankedCase[], candidate: RankedCase, limit: number): void {
  const last = best.at(-1);
  if (best.length === limit && last && !isBefore(candidate, last)) return;
  let position = best.length;
  while (position > 0 && isBefore(candidate, best[position - 1]!)) position--;
  best.splice(position, 0, candidate);
  if (best.length > limit) best.pop();
}

function isBefore(a: RankedCase, b: RankedCase): boolean {
  return a.likeness > b.likeness || (a.likeness === b.likeness && a.id > b.id);
}
