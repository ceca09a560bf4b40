import { Injectable } from '@nestjs/common';
import { requireEntry } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { shiftLocal } from '../../platform/clock/zoned-time.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import { editOnce } from '../../platform/receipts/edit-once.js';
import { requestKey } from '../../platform/receipts/request-key.js';
import { editSession } from '../learning.access.js';
import { changedMeanwhile, hasBegun, placesTaken, refusedFields, stepsGoneBy } from '../learning.errors.js';
import type { EditSessionInput } from '../learning.schemas.js';
import { resolveTimes } from '../rules/session-times.js';
import { requireGoesOn, requireRunning } from '../session-gate.js';
import { contentOf, type SessionContent, type SessionRecord } from '../session-record.js';
import { SessionReferences } from '../session-references.js';
import { SessionWriter } from '../session-writer.js';
import { SessionsRepository } from '../sessions.repository.js';

type Changes = Omit<EditSessionInput, 'about' | 'facilitators' | 'sequence'>;

/** Changes what was said about a session, or moves it. What is not given stays as it is. */
@Injectable()
export class EditSession {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly references: SessionReferences,
    private readonly writer: SessionWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * A new beginning without an end moves the end along; the hour on the wall stays where only the day changes.
   * @throws {DomainError} `learning/changed-meanwhile` when `sequence` is not that of the last change,
   * `learning/has-begun` when it is moved too late, `platform/invalid-input`
   */
  async execute(actor: Actor, id: string, input: EditSessionInput): Promise<void> {
    requireEntry(editSession, actor);
    const { about, facilitators, sequence, ...changes } = input;
    const before = await this.sessions.getSession(id);
    requireRunning(editSession, actor, before);
    const proven = before.facilitators.map((person) => person.id);
    const faults = await this.references.faultsIn(about ?? [], facilitators ?? [], proven);
    if (faults.length > 0) throw refusedFields(faults);
    const key = requestKey({ personId: actor.id, act: ['edit-session', id], content: input });
    await this.graph.write(async (tx) => {
      const session = await this.sessions.takeSession(tx, id);
      requireRunning(editSession, actor, session);
      requireGoesOn(session);
      const edit = {
        ...{ key, at: this.clock.iso(), seen: sequence, current: session.sequence },
        changedMeanwhile,
      };
      await editOnce(tx, edit, () =>
        this.save(tx, actor as Person, session, {
          content: this.contentAfter(session, changes),
          about: about ?? session.about.map(({ key }) => key),
          facilitators: facilitators ?? session.facilitators.map((person) => person.id),
        }),
      );
    });
  }

  private contentAfter(session: SessionRecord, changes: Changes): SessionContent {
    const before = contentOf(session);
    const { startsAt = before.startsAt } = changes;
    const endsAt = changes.endsAt ?? shiftLocal(before.endsAt, before.startsAt, startsAt);
    const resolved = resolveTimes({ ...before, ...changes, startsAt, endsAt });
    if ('problems' in resolved) throw refusedFields(resolved.problems);
    const { times } = resolved;
    const starts = times.startsAtUtc !== before.startsAtUtc;
    if (session.stepIndex !== null && starts) throw hasBegun();
    if (starts && times.startsAtUtc <= this.clock.iso())
      throw refusedFields([{ field: 'startsAt', code: 'learning/starts-in-the-past' }]);
    return { ...before, ...changes, ...times };
  }

  /** @returns the sequence that it has become */
  private async save(
    tx: GraphTransaction,
    actor: Person,
    session: SessionRecord,
    after: { content: SessionContent; about: string[]; facilitators: string[] },
  ): Promise<number> {
    const { agenda, places } = after.content;
    const gone = session.stepIndex === null ? 0 : session.stepIndex + 1;
    if (agenda.length < gone) throw stepsGoneBy(gone);
    const taken = await this.writer.change(tx, actor, session, after);
    if (places !== null && taken !== null && taken > places) throw placesTaken(taken);
    return taken === null ? session.sequence : session.sequence + 1;
  }
}
