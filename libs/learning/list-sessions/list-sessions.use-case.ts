import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { decodeCursor, type Page, readNewestFirst, START, toPage } from '../../platform/graph/page.js';
import { readSession } from '../learning.access.js';
import type { listSessionsQuery } from '../learning.schemas.js';
import { summaryOf } from '../learning.views.js';
import type { SessionSummaryView } from '../learning.views.schemas.js';
import {
  type ListedSession,
  type ListWindow,
  listLatest,
  listLatestAbout,
  listLatestWith,
  listSoonest,
  listSoonestAbout,
  listSoonestWith,
} from '../session-lists.cypher.js';
import { SessionsRepository } from '../sessions.repository.js';

type ListQuery = z.output<typeof listSessionsQuery>;

/** Sessions to come, the next first, or those that have been, the latest first. */
@Injectable()
export class ListSessions {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly clock: Clock,
  ) {}

  /** @param query `about` an entity or with a `person`; both together are not asked for: the person goes first */
  async execute(actor: Actor, query: ListQuery): Promise<Page<SessionSummaryView>> {
    requireAccess(readSession, actor, undefined);
    const rows = await this.rows(query);
    const { items, nextCursor } = toPage(rows, query.limit, (row) => ({ at: row.startsAtUtc, id: row.id }));
    const sessions = await this.sessions.listByIds(items.map(({ id }) => id));
    return { items: sessions.map(summaryOf), nextCursor };
  }

  private rows({ about, person, ...query }: ListQuery): Promise<ListedSession[]> {
    const window = windowOf(query, this.clock.now());
    const soonest = query.when === 'upcoming';
    if (person) {
      return this.graph.read(soonest ? listSoonestWith : listLatestWith, { ...window, personId: person });
    }
    if (about) return this.graph.read(soonest ? listSoonestAbout : listLatestAbout, { ...window, about });
    if (soonest) return this.graph.read(listSoonest, window);
    return readNewestFirst({ at: window.at, id: window.id }, window.limit, ({ since }) =>
      this.graph.read(listLatest, { ...window, since }),
    );
  }
}

/** A session of a month may have begun a month ago and still be to come. */
const LONGEST_MS = 32 * 86_400_000;

/** What to read for one page, with one item more to know whether there are others. */
export function windowOf(
  { when, format, cursor, limit }: Pick<ListQuery, 'when' | 'format' | 'cursor' | 'limit'>,
  now: Date,
): ListWindow {
  const common = { which: when, format: format ?? ('' as const), now: now.toISOString(), limit: limit + 1 };
  const position = decodeCursor(cursor);
  if (when !== 'upcoming') return { ...common, since: '', until: '9999', ...position };
  const since = new Date(now.getTime() - LONGEST_MS).toISOString();
  return { ...common, since, until: '9999', ...(position === START ? { at: '', id: '' } : position) };
}
