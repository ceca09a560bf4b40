import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ThreadState } from './rules/thread-rules.js';

const MOST_THREADS = 10_000;

export type OpenThread = ThreadState & { closed: false; postCount: number };

/**
 * How threads were when this process last wrote to them. It is a guess, which saves asking: whoever acts on it lets the
 * statement that writes check it, and asks when the guess was wrong.
 */
@Injectable()
export class KnownThreads {
  private readonly threads = new LRUCache<string, OpenThread>({ max: MOST_THREADS });

  /** @param posts how many it must have, for a guess that knows of fewer is no use */
  get(id: string, posts = 0): OpenThread | undefined {
    const thread = this.threads.get(id);
    return thread && thread.postCount >= posts ? thread : undefined;
  }

  note(id: string, { starterId }: ThreadState, postCount: number): void {
    this.threads.set(id, { closed: false, starterId, postCount });
  }
}
