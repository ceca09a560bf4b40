import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import { sessionRoom } from '../contracts.js';
import { lastStep } from '../learning.errors.js';
import { summaryOfPerson } from '../learning.views.js';
import { nextStep } from '../rules/agenda.js';
import { SessionFloor } from '../session-floor.js';
import { SessionsRepository } from '../sessions.repository.js';

/** Goes on to the next step of the agenda; its time runs by the server's clock. */
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
      if (next === 'stale') return;
      if (next === 'last') throw lastStep();
      const timer = { stepIndex: next.stepIndex, stepStartedAt: at };
      await this.sessions.change(tx, id, timer);
      await this.events.append(tx, {
        room: sessionRoom(id),
        type: 'learning.step-changed',
        data: { sessionId: id, ...timer, by: summaryOfPerson(actor) },
      });
    });
  }
}
