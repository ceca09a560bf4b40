import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { type Page, toPage } from '../../platform/graph/page.js';
import { listOwnSessions } from '../learning.access.js';
import type { ownSessionsQuery } from '../learning.schemas.js';
import { summaryOf } from '../learning.views.js';
import type { OwnSessionView } from '../learning.views.schemas.js';
import { windowOf } from '../list-sessions/list-sessions.use-case.js';
import type { RegistrationState } from '../registrations.cypher.js';
import { type OwnRegistration, RegistrationsRepository } from '../registrations.repository.js';
import { listOwnLatest, listOwnSoonest } from '../session-lists.cypher.js';
import type { SessionRecord } from '../session-record.js';
import { SessionsRepository } from '../sessions.repository.js';

const OWN_STATES: RegistrationState[] = ['registered', 'waiting', 'facilitating'];
const MOST_IN_CALENDAR = 500;

/** The sessions in which a person has a part, those that were called off among them. */
@Injectable()
export class ListOwnSessions {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, query: z.output<typeof ownSessionsQuery>): Promise<Page<OwnSessionView>> {
    requireAccess(listOwnSessions, actor, undefined);
    const personId = (actor as Person).id;
    const window = windowOf(query, this.clock.now());
    const list = query.when === 'upcoming' ? listOwnSoonest : listOwnLatest;
    const rows = await this.graph.read(list, { ...window, personId, states: OWN_STATES });
    const { items, nextCursor } = toPage(rows, query.limit, (row) => ({ at: row.startsAtUtc, id: row.id }));
    const own = await this.withParts(
      items.map(({ id }) => id),
      personId,
    );
    return {
      items: own.map(({ session, part }) => ({ ...summaryOf(session), own: { state: part.state } })),
      nextCursor,
    };
  }

  /** All of the latest, for the calendar of a person whom the caller knows to be allowed to see it. */
  async forCalendar(personId: string): Promise<{ session: SessionRecord; part: OwnRegistration }[]> {
    const all = { when: 'all', limit: MOST_IN_CALENDAR } as const;
    const rows = await this.graph.read(listOwnLatest, {
      ...windowOf(all, this.clock.now()),
      limit: MOST_IN_CALENDAR,
      personId,
      states: OWN_STATES,
    });
    return this.withParts(
      rows.map(({ id }) => id),
      personId,
    );
  }

  private async withParts(ids: string[], personId: string) {
    const [sessions, parts] = await Promise.all([
      this.sessions.listByIds(ids),
      Promise.all(ids.map((id) => this.registrations.find(id, personId))),
    ]);
    const partOf = new Map(parts.flatMap((part) => (part ? [[part.sessionId, part] as const] : [])));
    return sessions.flatMap((session) => {
      const part = partOf.get(session.id);
      return part ? [{ session, part }] : [];
    });
  }
}
