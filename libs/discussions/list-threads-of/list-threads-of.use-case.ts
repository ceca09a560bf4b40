import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import { DiscussionsRepository } from '../discussions.repository.js';
import type { ParticipatedThreadView } from '../discussions.schemas.js';
import { toThreadSummary } from '../discussions.views.js';

/** Threads in which a person has written, by their latest post. */
@Injectable()
export class ListThreadsOf {
  constructor(private readonly discussions: DiscussionsRepository) {}

  async execute(
    personId: string,
    query: { cursor?: string; limit: number },
  ): Promise<Page<ParticipatedThreadView>> {
    const before = decodeCursor(query.cursor);
    const rows = await this.discussions.listThreadsOf(personId, before, query.limit + 1);
    const page = toPage(rows, query.limit, (row) => ({ at: row.activeAt, id: row.id }));
    const items = page.items.map(({ lastOwnNumber, ...row }) => ({ ...toThreadSummary(row), lastOwnNumber }));
    return { ...page, items };
  }
}
