import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { sessionRoom } from '../contracts.js';
import { firstStep, lastStep } from '../learning.errors.js';
import { summaryOfPerson } from '../learning.views.js';
import { nextStep, stepBefore } from '../rules/agenda.js';
import { SessionFloor } from '../session-floor.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Moves on in the agenda, or back by a step; the time of a step runs by the server's clock from when it is entered. */
@Injectable()
export class NextStep {
  constructor(
    private readonly floor: SessionFloor,
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * @param from the step that is gone on from, null before the first; when the session stands elsewhere by now,
   * nothing changes
   * @throws {DomainError} `learning/last-step`
   */
  async execute(actor: Actor, id: string, from: number | null): Promise<void> {
    await this.floor.run(actor, id, async (tx, { session, at }) => {
      const next = nextStep(session.agenda.length, session.stepIndex, from);
      if (next === 'last') throw lastStep();
      if (next !== 'stale') await this.enter(tx, actor, id, { ...next, stepStartedAt: at });
    });
  }

  /**
   * @param from the step that is gone back from; when the session stands elsewhere by now, nothing changes
   * @throws {DomainError} `learning/first-step`
   */
  async back(actor: Actor, id: string, from: number | null): Promise<void> {
    await this.floor.run(actor, id, async (tx, { session, at }) => {
      const before = stepBefore(session.stepIndex, from);
      if (before === 'first') throw firstStep();
      if (before !== 'stale') await this.enter(tx, actor, id, { ...before, stepStartedAt: at });
    });
  }

  private async enter(
    tx: GraphTransaction,
    actor: Actor,
    id: string,
    timer: { stepIndex: number; stepStartedAt: string },
  ): Promise<void> {
    await this.sessions.change(tx, id, timer);
    await this.events.append(tx, {
      room: sessionRoom(id),
      type: 'learning.step-changed',
      data: { sessionId: id, ...timer, by: summaryOfPerson(actor) },
    });
  }
}
