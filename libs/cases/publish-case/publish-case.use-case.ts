import { Injectable } from '@nestjs/common';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { publishedEvent } from '../case-events.js';
import { publishedCase, refOf } from '../case-input.js';
import { CaseWriter, publishedStanding } from '../case-writer.js';
import { publishCase, readCase } from '../cases.access.js';
import { notReadyToPublish } from '../cases.errors.js';
import { CasesRepository } from '../cases.repository.js';
import { countLinks } from '../rules/case-content.js';
import { findMissingToPublish } from '../rules/publishability.js';

/** Opens a draft to everyone. */
@Injectable()
export class PublishCase {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly writer: CaseWriter,
  ) {}

  /**
   * Publishing what is published changes nothing.
   * @throws {DomainError} `cases/not-ready-to-publish` with what is missing
   */
  async execute(actor: Actor, id: string): Promise<void> {
    requireEntry(publishCase, actor);
    await this.graph.write(async (tx) => {
      const { row, content, links, state } = await this.cases.takeCase(tx, id);
      requireAccess(readCase, actor, state);
      requireAccess(publishCase, actor, state);
      if (state.published) return;
      const missing = findMissingToPublish(content, countLinks(links));
      if (missing.length > 0) throw notReadyToPublish(missing);
      const at = this.clock.iso();
      await this.writer.change(tx, id, { ...publishedStanding(at, row.version), updatedAt: at });
      const data = publishedCase(id, row.version, content, links, refOf(actor));
      await this.events.append(tx, publishedEvent(data), state.contributorId === actor.id ? null : { actor });
    });
  }
}
