import { LRUCache } from 'lru-cache';
import type { ChangeMarks, Dependence, Stamp } from './change-marks.js';

interface Kept<Value> {
  stamp: Stamp;
  value: Value;
}

/**
 * What was read from the graph, kept while no event has changed what it depends on, and for a second at most unless it
 * says otherwise. Keep together what must fit together: two values kept apart may have been read at different times.
 */
export class FreshCache<Value> {
  private readonly kept: LRUCache<string, Kept<Value>>;

  /** @param options `sizeOf`: roughly the bytes of a value, of which `mostBytes` are kept; `life` in milliseconds */
  constructor(
    private readonly marks: ChangeMarks,
    private readonly options: { mostBytes: number; sizeOf: (value: Value) => number; life?: number },
  ) {
    this.kept = new LRUCache({
      maxSize: options.mostBytes,
      sizeCalculation: ({ value }) => Math.max(1, options.sizeOf(value)),
    });
  }

  async get(key: string, dependence: Dependence, load: () => Promise<Value>): Promise<Value> {
    const stamp = this.marks.stampOf(dependence);
    const known = this.kept.get(key);
    if (known && this.marks.holds(known.stamp, stamp, this.options.life)) return known.value;
    const value = await load();
    this.kept.set(key, { stamp, value });
    return value;
  }
}
