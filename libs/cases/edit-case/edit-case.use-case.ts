import { Injectable } from '@nestjs/common';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph } from '../../platform/graph/graph.js';
import { editedEvent } from '../case-events.js';
import { mergeContent, publishedCase, refOf, sourceOf } from '../case-input.js';
import { CaseReferences } from '../case-references.js';
import { CaseWriter } from '../case-writer.js';
import { editCase, readCase } from '../cases.access.js';
import { caseChangedMeanwhile, notReadyToPublish } from '../cases.errors.js';
import { CasesRepository } from '../cases.repository.js';
import type { EditCaseInput } from '../cases.schemas.js';
import { caseRoom } from '../contracts.js';
import { countLinks } from '../rules/case-content.js';
import { findMissingToPublish } from '../rules/publishability.js';

/** Changes a case and keeps the earlier versions. What the input leaves out stays as it was. */
@Injectable()
export class EditCase {
  constructor(
    private readonly graph: Graph,
    private readonly events: EventLog,
    private readonly clock: Clock,
    private readonly cases: CasesRepository,
    private readonly references: CaseReferences,
    private readonly writer: CaseWriter,
  ) {}

  /**
   * @throws {DomainError} `cases/case-changed-meanwhile` when another version is there by now,
   * `cases/not-ready-to-publish` when a published case would lose what it needs
   */
  async execute(actor: Actor, id: string, input: EditCaseInput): Promise<void> {
    requireEntry(editCase, actor);
    const { version, ...fields } = input;
    await this.graph.write(async (tx) => {
      const before = await this.cases.takeCase(tx, id);
      requireAccess(readCase, actor, before.state);
      requireAccess(editCase, actor, before.state);
      if (before.row.version !== version) throw caseChangedMeanwhile(before.row.version);
      const content = mergeContent(fields, before.content, this.clock.now());
      const resolved = await this.references.resolve(fields, before.links);
      const source = sourceOf(actor);
      const links = await this.references.withNamedActors(tx, resolved, source);
      const { published } = before.state;
      const missing = published && !before.imported ? findMissingToPublish(content, countLinks(links)) : [];
      if (missing.length > 0) throw notReadyToPublish(missing);
      const note = input.note ?? null;
      const writing = { source, personId: actor.id, at: this.clock.iso(), note };
      const next = await this.writer.replace(tx, before, { content, links, standing: {} }, writing);
      const room = caseRoom(id);
      const isOthers = before.state.contributorId !== actor.id;
      const audited = isOthers ? { actor, data: { version: next } } : null;
      if (published) {
        const data = { ...publishedCase(id, next, content, links, refOf(actor)), note };
        await this.events.append(tx, editedEvent(data), audited);
      } else {
        const data = { caseId: id, version: next };
        await this.events.append(tx, { room, type: 'cases.draft-edited', data }, audited);
      }
    });
  }
}
