import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { listThreadsQuery, ThreadSummaryView } from '../discussions.schemas.js';
import { toThreadSummary } from '../discussions.views.js';

/** Threads by their latest post, all of them or those about one thing. */
@Injectable()
export class ListThreads {
  constructor(private readonly discussions: DiscussionsRepository) {}

  async execute(query: z.output<typeof listThreadsQuery>): Promise<Page<ThreadSummaryView>> {
    const before = decodeCursor(query.cursor);
    const limit = query.limit + 1;
    const rows = query.about
      ? await this.discussions.listThreadsAbout(query.about, before, limit)
      : await this.discussions.listThreads(before, limit);
    const page = toPage(rows, query.limit, (row) => ({ at: row.activeAt, id: row.id }));
    return { ...page, items: page.items.map(toThreadSummary) };
  }
}
