import type { PackedDocuments } from './packed-documents.js';

/** A row number is at most this: a posting is one 32-bit number, of which a weight takes eight bits. */
export const HIGHEST_ROW = 2 ** 24 - 1;

const FIRST_ARENA = 1 << 14;

/**
 * Which documents hold a term: for each term the numbers of their rows in ascending order, each with eight bits that
 * say where and how often. All lists lie in one array, as most of them are very short.
 */
export class PostingLists {
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #rooms = new Uint32Array(1024);
  #arena = new Uint32Array(FIRST_ARENA);
  #end = 0;
  /** What lists have left behind that have moved. */
  #abandoned = 0;

  lengthOf(term: number): number {
    return this.#lengths[term] ?? 0;
  }

  /** Each posting is `row * 256 + bits`. Valid until something is added or removed. */
  of(term: number): Uint32Array {
    const start = this.#starts[term] ?? 0;
    return this.#arena.subarray(start, start + this.lengthOf(term));
  }

  /** Takes in all documents of an empty collection. */
  fill(documents: PackedDocuments, terms: number): void {
    const counts = documents.countTerms(terms);
    this.#growTerms(terms);
    let end = 0;
    for (let term = 0; term < terms; term++) {
      this.#starts[term] = end;
      end += counts[term]!;
    }
    this.#lengths.set(counts);
    this.#rooms.set(counts);
    this.#arena = new Uint32Array(Math.max(FIRST_ARENA, end + (end >>> 4)));
    this.#end = end;
    documents.writePostings(this.#arena, this.#starts.slice());
  }

  add(term: number, row: number, bits: number): void {
    this.#growTerms(term + 1);
    const length = this.#lengths[term]!;
    if (length === this.#rooms[term]) this.#move(term);
    const arena = this.#arena;
    const start = this.#starts[term]!;
    const posting = row * 256 + bits;
    let at = start + length;
    if (length > 0 && arena[at - 1]! > posting) {
      const place = start + firstFrom(arena.subarray(start, at), row);
      arena.copyWithin(place + 1, place, at);
      at = place;
    }
    arena[at] = posting;
    this.#lengths[term] = length + 1;
  }

  remove(term: number, row: number): void {
    const list = this.of(term);
    const at = firstFrom(list, row);
    if (at === list.length || list[at]! >>> 8 !== row) return;
    list.copyWithin(at, at + 1);
    this.#lengths[term] = list.length - 1;
  }

  #move(term: number): void {
    const room = Math.max(1, this.#rooms[term]! * 2);
    if (this.#end + room > this.#arena.length) this.#makeRoom(room);
    const start = this.#starts[term]!;
    this.#arena.copyWithin(this.#end, start, start + this.#lengths[term]!);
    this.#abandoned += this.#rooms[term]!;
    this.#starts[term] = this.#end;
    this.#rooms[term] = room;
    this.#end += room;
  }

  /** Leaves out what was abandoned, and widens by half where that is not much. */
  #makeRoom(room: number): void {
    const kept = this.#end - this.#abandoned;
    const arena = new Uint32Array(Math.ceil(kept * 1.5) + room + FIRST_ARENA);
    let end = 0;
    for (let term = 0; term < this.#rooms.length; term++) {
      if (this.#rooms[term] === 0) continue;
      arena.set(this.of(term), end);
      this.#starts[term] = end;
      end += this.#rooms[term]!;
    }
    this.#arena = arena;
    this.#end = end;
    this.#abandoned = 0;
  }

  #growTerms(terms: number): void {
    if (terms <= this.#starts.length) return;
    const wider = (array: Uint32Array<ArrayBuffer>) => {
      const grown = new Uint32Array(Math.max(terms, array.length * 2));
      grown.set(array);
      return grown;
    };
    this.#starts = wider(this.#starts);
    this.#lengths = wider(this.#lengths);
    this.#rooms = wider(this.#rooms);
  }
}

/** Index of the first posting of this row or a later one. */
export function firstFrom(list: Uint32Array, row: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]! >>> 8 < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
