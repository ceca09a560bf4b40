import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { readCase } from '../cases.access.js';
import { CasesRepository } from '../cases.repository.js';
import { toCaseView } from '../cases.views.js';
import type { CaseView } from '../cases.views.schemas.js';
import { caseRoom } from '../contracts.js';

/** A case with all it is linked to. */
@Injectable()
export class ShowCase {
  constructor(
    private readonly cases: CasesRepository,
    private readonly events: EventLog,
  ) {}

  async execute(actor: Actor, id: string): Promise<CaseView> {
    // The event number is read first: an event between the reads is then sent once more rather than missed.
    const [seq, record] = await Promise.all([
      this.events.currentSequence(caseRoom(id)),
      this.cases.getCase(id),
    ]);
    requireAccess(readCase, actor, record.state);
    return toCaseView(record, actor, seq);
  }
}
