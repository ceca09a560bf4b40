import { Injectable } from '@nestjs/common';
import { requireAccess, requireEntry } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { editedEvent } from '../case-events.js';
import { mergeContent, publishedCase, refOf, sourceOf } from '../case-input.js';
import type { CaseRecord } from '../case-record.js';
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
   * For whoever sends the same again nothing changes.
   * @throws {DomainError} `cases/case-changed-meanwhile` when another version is there by now,
   * `cases/not-ready-to-publish` when a published case would lose what it needs
   */
  async execute(actor: Actor, id: string, input: EditCaseInput): Promise<void> {
    requireEntry(editCase, actor);
    const key = requestKey({ personId: actor.id, act: ['edit-case', id], content: input });
    await this.graph.write(async (tx) => {
      const before = await this.cases.takeCase(tx, id);
      requireAccess(readCase, actor, before.state);
      requireAccess(editCase, actor, before.state);
      const edit = {
        ...{ key, at: this.clock.iso(), seen: input.version, current: before.row.version },
        changedMeanwhile: caseChangedMeanwhile,
      };
      await editOnce(tx, edit, () => this.replace(tx, actor, before, input));
    });
  }

  /** @returns the version that it has become */
  private async replace(
    tx: GraphTransaction,
    actor: Actor,
    before: CaseRecord,
    { version: _, ...fields }: EditCaseInput,
  ): Promise<number> {
    const content = mergeContent(fields, before.content, this.clock.now());
    const resolved = await this.references.resolve(fields, before.links);
    const source = sourceOf(actor);
    const links = await this.references.withNamedActors(tx, resolved, source);
    const { published } = before.state;
    const missing = published && !before.imported ? findMissingToPublish(content, countLinks(links)) : [];
    if (missing.length > 0) throw notReadyToPublish(missing);
    const note = fields.note ?? null;
    const writing = { source, personId: actor.id, at: this.clock.iso(), note };
    const next = await this.writer.replace(tx, before, { content, links, standing: {} }, writing);
    const { id } = before.row;
    const isOthers = before.state.contributorId !== actor.id;
    const audited = isOthers ? { actor, data: { version: next } } : null;
    if (published) {
      const data = { ...publishedCase(id, next, content, links, refOf(actor)), note };
      await this.events.append(tx, editedEvent(data), audited);
    } else {
      const data = { caseId: id, version: next };
      const event = { room: caseRoom(id), type: 'cases.draft-edited', data } as const;
      await this.events.append(tx, event, audited);
    }
    return next;
  }
}
