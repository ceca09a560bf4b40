import { Injectable } from '@nestjs/common';
import { StartThread } from '../discussions/index.js';
import { type Person, SYSTEM } from '../platform/access/actor.js';
import type { AnyEvent, EventMap } from '../platform/events/event.js';
import { EventLog } from '../platform/events/event-log.js';
import { type EventListener, Listener } from '../platform/events/listener.js';
import { Graph } from '../platform/graph/graph.js';
import { UniquenessViolation } from '../platform/graph/graph-errors.js';
import { sessionKey, sessionRoom } from './contracts.js';
import { SessionsRepository } from './sessions.repository.js';

/**
 * The thread in which those who take part talk. It is started when a session is proposed; should the process end just
 * then, the event starts it at the next start. The session's id makes that harmless to repeat.
 */
@Injectable()
@Listener({ name: 'start-thread-of-session', hears: ['learning.session-proposed'] })
export class SessionThread implements EventListener {
  constructor(
    private readonly graph: Graph,
    private readonly sessions: SessionsRepository,
    private readonly startThread: StartThread,
    private readonly events: EventLog,
  ) {}

  async handle(event: AnyEvent): Promise<void> {
    const { sessionId, by } = event.data as unknown as EventMap['learning.session-proposed'];
    await this.ensure(sessionId, { ...SYSTEM, id: by.id, name: by.name });
  }

  /** Starts the thread in the proposer's name, unless it is there. */
  async ensure(sessionId: string, proposer: Person): Promise<void> {
    const session = await this.sessions.findSession(sessionId);
    if (!session || session.threadId !== null) return;
    const { title, purpose: body } = session;
    const start = () =>
      this.startThread.execute(proposer, { about: sessionKey(sessionId), title, body, clientKey: sessionId });
    // Whoever proposes and the event start it at the same time; the second of them is given that of the first.
    const { id: threadId } = await start().catch((error: unknown) => {
      if (error instanceof UniquenessViolation) return start();
      throw error;
    });
    await this.graph.write(async (tx) => {
      const taken = await this.sessions.takeSession(tx, sessionId);
      if (taken.threadId !== null) return;
      await this.sessions.change(tx, sessionId, { threadId });
      const data = { sessionId, threadId };
      await this.events.append(tx, { room: sessionRoom(sessionId), type: 'learning.thread-linked', data });
    });
  }
}
