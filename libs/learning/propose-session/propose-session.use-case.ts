import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { proposeSession } from '../learning.access.js';
import { refusedFields } from '../learning.errors.js';
import type { ProposeSessionInput } from '../learning.schemas.js';
import { resolveTimes, type SessionTimes } from '../rules/session-times.js';
import { SessionReferences } from '../session-references.js';
import { SessionWriter } from '../session-writer.js';

/** Convenes a session. Whoever proposes it runs it, with those whom they name. */
@Injectable()
export class ProposeSession {
  constructor(
    private readonly graph: Graph,
    private readonly references: SessionReferences,
    private readonly writer: SessionWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the new session, or of the one that the same request made before
   * @throws {DomainError} `platform/invalid-input` with what is wrong with times, subjects and facilitators, by field
   */
  async execute(actor: Actor, input: ProposeSessionInput): Promise<{ id: string }> {
    requireAccess(proposeSession, actor, undefined);
    const proposer = actor as Person;
    const { about, facilitators, clientKey: _, ...fields } = input;
    const times = await this.check(proposer, input);
    const people = [...new Set([proposer.id, ...facilitators])];
    const key = clientRequestKey(proposer.id, ['propose-session'], input);
    return this.graph.write((tx) =>
      answerOnce(tx, { key, at: this.clock.iso() }, async () => {
        const content = { ...fields, ...times };
        return { id: await this.writer.create(tx, proposer, content, [...new Set(about)], people) };
      }),
    );
  }

  private async check(proposer: Person, input: ProposeSessionInput): Promise<SessionTimes> {
    const resolved = resolveTimes(input);
    const faults = [
      ...('problems' in resolved ? resolved.problems : []),
      ...(await this.references.faultsIn(input.about, input.facilitators, [proposer.id])),
    ];
    if ('times' in resolved && resolved.times.startsAtUtc <= this.clock.iso())
      faults.push({ field: 'startsAt', code: 'learning/starts-in-the-past' });
    if (faults.length > 0 || !('times' in resolved)) throw refusedFields(faults);
    return resolved.times;
  }
}
