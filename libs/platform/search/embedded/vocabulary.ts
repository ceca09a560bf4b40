import { countBits, editDistance, letterSignature, typosForgiven } from '../text/edit-distance.js';

/** A word of the index that may have been meant. */
export interface SimilarTerm {
  term: string;
  distance: number;
  /** Only the beginning of the term resembles what was typed. */
  beginning: boolean;
  documents: number;
}

/** All words of the index with the number of documents that hold them, in memory, for forgiving typos. */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #terms: string[] = [];
  #documents = new Int32Array(1024);
  #signatures = new Int32Array(1024);

  /** Counts `by` more (or fewer) documents with the term. */
  change(term: string, by: number): void {
    const id = this.#ids.get(term) ?? this.#append(term);
    this.#documents[id] = Math.max(0, this.#documents[id]! + by);
  }

  documentsWith(term: string): number {
    const id = this.#ids.get(term);
    return id === undefined ? 0 : this.#documents[id]!;
  }

  /**
   * Words within the typos forgiven, likeliest first: fewest typos, whole words before beginnings, most frequent.
   * @param prefix whether the typed word may be unfinished
   */
  similar(typed: string, prefix: boolean, most: number): SimilarTerm[] {
    const typos = typosForgiven(typed);
    if (typos === 0) return [];
    const signature = letterSignature(typed);
    const found: SimilarTerm[] = [];
    for (let id = 0; id < this.#terms.length; id++) {
      const documents = this.#documents[id]!;
      if (documents === 0) continue;
      const term = this.#terms[id]!;
      const longer = term.length - typed.length;
      if (longer < -typos || (!prefix && longer > typos)) continue;
      // Letters that were typed and are missing cost a typo each; so do letters too many, unless they may follow.
      const missing = countBits(signature & ~this.#signatures[id]!);
      if (missing > typos) continue;
      if (longer <= typos) {
        const distance = editDistance(typed, term, typos);
        if (distance <= typos) {
          if (distance > 0) found.push({ term, distance, beginning: false, documents });
          continue;
        }
      }
      if (!prefix || term[0] !== typed[0]) continue;
      const distance = editDistance(typed, term.slice(0, typed.length + typos), typos, true);
      if (distance > 0 && distance <= typos) found.push({ term, distance, beginning: true, documents });
    }
    return found.sort(likelierFirst).slice(0, most);
  }

  #append(term: string): number {
    const id = this.#terms.length;
    if (id === this.#documents.length) {
      this.#documents = widened(this.#documents);
      this.#signatures = widened(this.#signatures);
    }
    this.#terms.push(term);
    this.#ids.set(term, id);
    this.#signatures[id] = letterSignature(term);
    return id;
  }
}

function likelierFirst(a: SimilarTerm, b: SimilarTerm): number {
  return (
    a.distance - b.distance ||
    Number(a.beginning) - Number(b.beginning) ||
    b.documents - a.documents ||
    (a.term < b.term ? -1 : 1)
  );
}

function widened(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}
