import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { newId } from '../../platform/ids/new-id.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { publishedEvent } from '../case-events.js';
import { mergeContent, publishedCase, refOf, sourceOf } from '../case-input.js';
import { CaseReferences, type ResolvedLinks } from '../case-references.js';
import { CaseWriter, DRAFT_STANDING, publishedStanding } from '../case-writer.js';
import { createCase } from '../cases.access.js';
import { notReadyToPublish } from '../cases.errors.js';
import { CasesRepository } from '../cases.repository.js';
import type { CreateCaseInput } from '../cases.schemas.js';
import { caseRoom } from '../contracts.js';
import { type CaseContent, countLinks, NO_LINKS } from '../rules/case-content.js';
import { findMissingToPublish } from '../rules/publishability.js';

interface CaseToCreate {
  content: CaseContent;
  resolved: ResolvedLinks;
  input: CreateCaseInput;
  at: string;
}

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
   * @returns the id of the new case, or of the one that the same request made before
   * @throws {DomainError} `platform/invalid-input`, `cases/not-ready-to-publish`
   */
  async execute(actor: Actor, input: CreateCaseInput): Promise<{ id: string }> {
    requireAccess(createCase, actor, undefined);
    const contributor = actor as Person;
    const { publish, clientKey: _, ...fields } = input;
    const content = mergeContent(fields, null, this.clock.now());
    const resolved = await this.references.resolve(fields, NO_LINKS);
    const missing = publish ? findMissingToPublish(content, countLinks(resolved.links)) : [];
    if (missing.length > 0) throw notReadyToPublish(missing);
    const key = clientRequestKey(contributor.id, ['create-case'], input);
    const at = this.clock.iso();
    return this.graph.write((tx) =>
      answerOnce(tx, { key, at }, async () => {
        const older = await this.cases.findSentBefore(tx, contributor.id, input);
        return older ?? this.create(tx, contributor, { content, resolved, input, at });
      }),
    );
  }

  private async create(
    tx: GraphTransaction,
    contributor: Person,
    { content, resolved, input: { publish, note = null }, at }: CaseToCreate,
  ): Promise<{ id: string }> {
    const id = newId();
    const source = sourceOf(contributor);
    const links = await this.references.withNamedActors(tx, resolved, source);
    const standing = publish ? publishedStanding(at, 1) : DRAFT_STANDING;
    const writing = { source, personId: contributor.id, at, note };
    await this.writer.create(tx, [{ id, content, links, standing }], writing);
    const room = caseRoom(id);
    await this.events.append(tx, { room, type: 'cases.case-created', data: { caseId: id, version: 1 } });
    if (publish) {
      const data = publishedCase(id, 1, content, links, refOf(contributor));
      await this.events.append(tx, publishedEvent(data));
    }
    return { id };
  }
}
