import { CHILD, LETTER, NONE, SIBLING, TERM, type TermTrie } from './term-trie.js';

/** A term that resembles what was typed. */
export interface NearTerm {
  /** Its number. */
  id: number;
  term: string;
  /** A letter more, less or other, and two neighbours changed over, count as one each. */
  distance: number;
  /** Only the beginning of the term resembles what was typed. */
  beginning: boolean;
}

/**
 * Walks through the terms letter by letter, with one row of the table of edit distances for each letter: a beginning
 * that is too far from what was typed rules out all terms that begin so.
 */
export class TypoWalk {
  readonly #trie: TermTrie;
  readonly #typed: string;
  readonly #most: number;
  readonly #prefix: boolean;
  readonly #width: number;
  /** Row by row, one for each letter walked; only distances up to `most` are right. */
  readonly #rows: Uint8Array;
  readonly #path: number[] = [];
  readonly #found: NearTerm[] = [];

  /** @param prefix whether the typed word may be unfinished: terms that begin alike are near as well */
  constructor(trie: TermTrie, typed: string, most: number, prefix: boolean) {
    this.#trie = trie;
    this.#typed = typed;
    this.#most = most;
    this.#prefix = prefix;
    this.#width = typed.length + 1;
    this.#rows = new Uint8Array(this.#width * (typed.length + most + 2)).fill(most + 1);
    for (let column = 0; column < this.#width; column++) this.#rows[column] = Math.min(column, most + 1);
  }

  /** All terms within `most` typos but the typed one itself, in no order. */
  run(): NearTerm[] {
    this.#walk(0, this.#most + 1);
    return this.#found;
  }

  /** @param nearest the least distance of a beginning of the path */
  #walk(node: number, nearest: number): void {
    const nodes = this.#trie.nodes;
    const depth = this.#path.length + 1;
    for (let child = nodes[node + CHILD]!; child !== NONE; child = nodes[child + SIBLING]!) {
      this.#path.push(nodes[child + LETTER]!);
      const least = this.#fillRow(depth);
      const whole = this.#rows[depth * this.#width + this.#typed.length]!;
      const beginning = Math.min(nearest, whole);
      const completes =
        this.#prefix && beginning <= this.#most && this.#path[0] === this.#typed.charCodeAt(0);
      if (least <= this.#most) {
        const term = nodes[child + TERM]!;
        if (term !== NONE && whole <= this.#most) this.#take(term, whole, false);
        else if (term !== NONE && completes) this.#take(term, beginning, true);
        this.#walk(child, beginning);
      } else if (completes && beginning > 0) {
        this.#takeAll(child, beginning);
      }
      this.#path.pop();
    }
  }

  /** Distances of the path from each beginning of what was typed; returns the least. */
  #fillRow(depth: number): number {
    const [rows, width, typed, most] = [this.#rows, this.#width, this.#typed, this.#most];
    const letter = this.#path[depth - 1]!;
    const letterBefore = depth > 1 ? this.#path[depth - 2]! : -1;
    const row = depth * width;
    const above = row - width;
    const from = Math.max(1, depth - most);
    const to = Math.min(width - 1, depth + most);
    const beyond = most + 1;
    // Beside the band everything is too far.
    rows[row + from - 1] = from === 1 ? Math.min(depth, beyond) : beyond;
    let least = rows[row + from - 1]!;
    for (let column = from; column <= to; column++) {
      const same = typed.charCodeAt(column - 1) === letter;
      let cost = rows[above + column - 1]! + (same ? 0 : 1);
      if (rows[above + column]! < cost) cost = rows[above + column]! + 1;
      if (rows[row + column - 1]! < cost) cost = rows[row + column - 1]! + 1;
      if (
        column > 1 &&
        letterBefore === typed.charCodeAt(column - 1) &&
        letter === typed.charCodeAt(column - 2)
      ) {
        const swapped = rows[above - width + column - 2]! + 1;
        if (swapped < cost) cost = swapped;
      }
      if (cost > beyond) cost = beyond;
      rows[row + column] = cost;
      if (cost < least) least = cost;
    }
    if (to < width - 1) rows[row + to + 1] = beyond;
    if (to < width - 1) rows[row + width - 1] = beyond;
    return least;
  }

  #takeAll(node: number, distance: number): void {
    const nodes = this.#trie.nodes;
    if (nodes[node + TERM] !== NONE) this.#take(nodes[node + TERM]!, distance, true);
    for (let child = nodes[node + CHILD]!; child !== NONE; child = nodes[child + SIBLING]!) {
      this.#path.push(nodes[child + LETTER]!);
      this.#takeAll(child, distance);
      this.#path.pop();
    }
  }

  #take(term: number, distance: number, beginning: boolean): void {
    if (distance === 0) return;
    this.#found.push({ id: term - 1, term: String.fromCharCode(...this.#path), distance, beginning });
  }
}
