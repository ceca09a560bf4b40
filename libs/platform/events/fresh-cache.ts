import { LRUCache } from 'lru-cache';
import type { Clock } from '../clock/clock.js';
import type { ChangeMarks, Dependence } from './change-marks.js';

/** Bounds what no event announces, such as a change by another process that shares no bus. */
const LIFE_MS = 1000;

interface Kept<Value> {
  mark: string;
  /** When it was asked for, in milliseconds. */
  at: number;
  value: Value;
}

/**
 * What was read from the graph, kept while no event has changed what it depends on, and for a second at most. Keep
 * together what must fit together: two values kept apart may have been read at different times.
 */
export class FreshCache<Value> {
  private readonly kept: LRUCache<string, Kept<Value>>;

  /** @param sizeOf roughly the bytes of a value; `mostBytes` of them are kept */
  constructor(
    private readonly marks: ChangeMarks,
    private readonly clock: Clock,
    options: { mostBytes: number; sizeOf: (value: Value) => number },
  ) {
    this.kept = new LRUCache({
      maxSize: options.mostBytes,
      sizeCalculation: ({ value }) => Math.max(1, options.sizeOf(value)),
    });
  }

  async get(key: string, dependence: Dependence, load: () => Promise<Value>): Promise<Value> {
    // Counted before reading: a change during it makes the value stale at once rather than wrong for long.
    const mark = this.marks.markOf(dependence);
    const known = this.kept.get(key);
    const at = this.clock.now().getTime();
    if (known?.mark === mark && at >= known.at && at - known.at < LIFE_MS) return known.value;
    const value = await load();
    this.kept.set(key, { mark, at, value });
    return value;
  }
}
