import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { Graph } from '../../platform/graph/graph.js';
import { changeCalendarAddress } from '../learning.access.js';
import { removeCalendarAddress, replaceCalendarAddress } from '../sessions.cypher.js';
import { hashOf } from '../show-calendar/show-calendar.use-case.js';

/** The secret address that a calendar program reads, since it cannot sign in. A new one ends the one before. */
@Injectable()
export class ChangeCalendarAddress {
  constructor(
    private readonly graph: Graph,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @returns the address; only a hash of its secret is kept, so it is shown this once */
  async execute(actor: Actor): Promise<{ url: string }> {
    requireAccess(changeCalendarAddress, actor, undefined);
    const personId = (actor as Person).id;
    const token = randomBytes(32).toString('base64url');
    const at = this.clock.iso();
    await this.graph.write((tx) =>
      tx.run(replaceCalendarAddress, { personId, tokenHash: hashOf(token), at }),
    );
    return { url: `${this.config.baseUrl}/api/v1/calendars/${token}.ics` };
  }

  async remove(actor: Actor): Promise<void> {
    requireAccess(changeCalendarAddress, actor, undefined);
    await this.graph.write((tx) => tx.run(removeCalendarAddress, { personId: (actor as Person).id }));
  }
}
