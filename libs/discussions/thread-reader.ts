import { Injectable } from '@nestjs/common';
import { ChangeMarks } from '../platform/events/change-marks.js';
import { EventLog } from '../platform/events/event-log.js';
import { FreshCache } from '../platform/events/fresh-cache.js';
import { threadRoom } from './contracts.js';
import type { PostRow, ThreadRow } from './discussions.cypher.js';
import { DiscussionsRepository } from './discussions.repository.js';

/** A thread and some of its posts, as they were after the event number `seq`, or a little later. */
export interface ThreadReading {
  seq: number;
  thread: ThreadRow;
  posts: PostRow[];
}

const MOST_BYTES = 8 * 1024 * 1024;
const BYTES_BESIDE_BODY = 1000;

/** Reads pages of threads, and remembers them while nothing in them has changed. */
@Injectable()
export class ThreadReader {
  private readonly readings: FreshCache<ThreadReading>;

  constructor(
    private readonly discussions: DiscussionsRepository,
    private readonly events: EventLog,
    marks: ChangeMarks,
  ) {
    this.readings = new FreshCache(marks, { mostBytes: MOST_BYTES, sizeOf: bytesOf });
  }

  /**
   * Posts after number `after`, at most `limit`.
   * @throws {DomainError} not-found
   */
  read(threadId: string, after: number, limit: number): Promise<ThreadReading> {
    const room = threadRoom(threadId);
    return this.readings.get(`${threadId}#${after}+${limit}`, { room }, async () => {
      // The event number is read first: an event between the reads is then sent once more rather than missed.
      const [seq, thread] = await Promise.all([
        this.events.currentSequence(room),
        this.discussions.getThread(threadId),
      ]);
      const last = Math.min(after + limit, thread.postCount);
      return { seq, thread, posts: await this.discussions.listPosts(threadId, after + 1, last) };
    });
  }
}

function bytesOf({ posts }: ThreadReading): number {
  return posts.reduce((bytes, { body }) => bytes + 2 * body.length + BYTES_BESIDE_BODY, BYTES_BESIDE_BODY);
}
