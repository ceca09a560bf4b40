import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { mergeContent, publishedCase, refOf, sourceOf } from '../case-input.js';
import { CaseReferences } from '../case-references.js';
import { CaseWriter, DRAFT_STANDING, publishedStanding } from '../case-writer.js';
import { createCase } from '../cases.access.js';
import { notReadyToPublish } from '../cases.errors.js';
import { CasesRepository } from '../cases.repository.js';
import type { CreateCaseInput } from '../cases.schemas.js';
import { caseRoom } from '../contracts.js';
import { countLinks, NO_LINKS } from '../rules/case-content.js';
import { findMissingToPublish } from '../rules/publishability.js';

/** Writes down a case: as a draft of its contributor, or for everyone at once. */
@Injectable()
export class CreateCase {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly references: CaseReferences,
    private readonly writer: CaseWriter,
  ) {}

  /**
   * @returns the id of the new case, or of the one that the same `clientKey` made before
   * @throws {DomainError} `platform/invalid-input`, `cases/not-ready-to-publish`
   */
  async execute(actor: Actor, input: CreateCaseInput): Promise<{ id: string }> {
    requireAccess(createCase, actor, undefined);
    const contributor = actor as Person;
    const { publish, clientKey, ...fields } = input;
    const content = mergeContent(fields, null, this.clock.now());
    const resolved = await this.references.resolve(fields, NO_LINKS);
    const missing = publish ? findMissingToPublish(content, countLinks(resolved.links)) : [];
    if (missing.length > 0) throw notReadyToPublish(missing);
    const id = newId();
    const at = this.clock.iso();
    const source = sourceOf(contributor);
    return this.graph.write(async (tx) => {
      const earlier = await this.cases.findOwnCase(tx, contributor.id, clientKey);
      if (earlier) return { id: earlier };
      const links = await this.references.withNamedActors(tx, resolved, source);
      const standing = publish ? publishedStanding(at, 1) : DRAFT_STANDING;
      const writing = { source, personId: contributor.id, at, note: input.note ?? null };
      const created = { id, content, links, standing: { ...standing, clientKey: clientKey ?? null } };
      await this.writer.create(tx, [created], writing);
      const room = caseRoom(id);
      await this.events.append(tx, { room, type: 'cases.case-created', data: { caseId: id, version: 1 } });
      if (publish) {
        const data = publishedCase(id, 1, content, links, refOf(contributor));
        await this.events.append(tx, { room, type: 'cases.case-published', data });
      }
      return { id };
    });
  }
}
