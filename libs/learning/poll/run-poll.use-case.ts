import { Injectable } from '@nestjs/common';
import type { Actor, Person } from '../../platform/access/actor.js';
import { EventLog } from '../../platform/events/event-log.js';
import type { GraphTransaction } from '../../platform/graph/graph.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
import { sessionRoom } from '../contracts.js';
import { noPollOpen, noSuchOption, pollIsOpen } from '../learning.errors.js';
import type { PollInput } from '../learning.schemas.js';
import { toPoll } from '../learning.views.js';
import {
  closePoll,
  createPoll,
  findPoll,
  findPollAnswer,
  type PollRow,
  putPollAnswer,
} from '../live.cypher.js';
import { recount } from '../rules/poll-counts.js';
import { kept } from '../session-events.js';
import { SessionFloor, type Work } from '../session-floor.js';
import { pollKey, type SessionRecord } from '../session-record.js';
import { SessionsRepository } from '../sessions.repository.js';

type PollEvent = 'learning.poll-opened' | 'learning.poll-answered' | 'learning.poll-closed';

export type NewPoll = Extract<PollInput, { open: unknown }>['open'];

/** Quick polls, one at a time: each person has one answer, and may change it while the poll is open. */
@Injectable()
export class RunPoll {
  constructor(
    private readonly floor: SessionFloor,
    private readonly sessions: SessionsRepository,
    private readonly events: EventLog,
  ) {}

  /**
   * Opening the same again under the same `clientKey` changes nothing.
   * @throws {DomainError} `learning/poll-is-open` while another one is
   */
  async open(actor: Actor, id: string, asked: NewPoll): Promise<void> {
    const key = clientRequestKey((actor as Person).id, ['open-poll', id], asked);
    const { question, options } = asked;
    const open: Work<void> = async (tx, { session, at }) => {
      const last = await lastPoll(tx, session);
      if (last && last.closedAt === null) throw pollIsOpen();
      const number = session.pollCount + 1;
      const poll = { key: pollKey(id, number), number, question, options, counts: options.map(() => 0) };
      await tx.run(createPoll, { ...poll, sessionId: id, openerId: (actor as Person).id, at });
      await this.sessions.change(tx, id, { pollCount: number });
      await this.tell(tx, id, 'learning.poll-opened', { ...poll, openedAt: at, closedAt: null });
    };
    await this.floor.run(actor, id, open, key);
  }

  /**
   * Giving the same answer again changes nothing.
   * @throws {DomainError} `learning/no-poll-open`, `platform/invalid-input` for an option that it does not have
   */
  async answer(actor: Actor, id: string, choice: number): Promise<void> {
    await this.floor.takePart(actor, id, async (tx, { session, at }) => {
      const poll = await lastPoll(tx, session);
      if (!poll || poll.closedAt !== null) throw noPollOpen();
      if (choice >= poll.options.length) throw noSuchOption(poll.options.length);
      const key = `${poll.key}#${(actor as Person).id}`;
      const [before] = await tx.run(findPollAnswer, { key });
      if (before?.choice === choice) return;
      const counts = recount(poll.counts, before?.choice ?? null, choice);
      await tx.run(putPollAnswer, { key, pollKey: poll.key, choice, counts, at });
      await this.tell(tx, id, 'learning.poll-answered', { ...poll, counts });
    });
  }

  /** Closing what is closed changes nothing. @throws {DomainError} `learning/no-poll-open` when there was none */
  async close(actor: Actor, id: string): Promise<void> {
    await this.floor.run(actor, id, (tx, { session, at }) => this.closeIn(tx, session, at));
  }

  private async closeIn(tx: GraphTransaction, session: SessionRecord, at: string): Promise<void> {
    const poll = await lastPoll(tx, session);
    if (!poll) throw noPollOpen();
    if (poll.closedAt !== null) return;
    await tx.run(closePoll, { key: poll.key, at });
    await this.tell(tx, session.id, 'learning.poll-closed', { ...poll, closedAt: at });
  }

  private async tell(tx: GraphTransaction, sessionId: string, type: PollEvent, poll: PollRow): Promise<void> {
    const data = { sessionId, poll: toPoll(poll) };
    await this.events.append(tx, { room: sessionRoom(sessionId), type, data, kept: kept.poll(data) });
  }
}

async function lastPoll(tx: GraphTransaction, { id, pollCount }: SessionRecord): Promise<PollRow | null> {
  if (pollCount === 0) return null;
  const [poll] = await tx.run(findPoll, { key: pollKey(id, pollCount) });
  return poll ?? null;
}
