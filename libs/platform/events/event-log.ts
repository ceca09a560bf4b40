import { Injectable } from '@nestjs/common';
import { type AuditedBy, AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock/clock.js';
import { Graph, type GraphTransaction } from '../graph/graph.js';
import { ChangeMarks } from './change-marks.js';
import type { AnyEvent, EventType, NewEvent, StoredEvent } from './event.js';
import { EventDispatcher } from './event-dispatcher.js';
import { EventReader } from './event-reader.js';
import { eventKey } from './event-row.js';
import { appendEvent, type EventParams, findRoomSequence } from './events.cypher.js';
import { withoutNames } from './named-refs.js';

/** Most that a client may catch up on at once; beyond it, it fetches afresh. */
export const MAX_REPLAY = 500;

/** What a client missed, or that it missed too much. */
export type Replay = { events: AnyEvent[]; seq: number } | { tooFarBehind: true; seq: number };

/** The outbox: events are written in the transaction that makes them true, and leave after its commit. */
@Injectable()
export class EventLog {
  constructor(
    private readonly graph: Graph,
    private readonly dispatcher: EventDispatcher,
    private readonly clock: Clock,
    private readonly marks: ChangeMarks,
    private readonly audit: AuditLog,
    private readonly reader: EventReader,
  ) {}

  /**
   * @param audited marks the event as one for the audit log: who did it, and what to note besides. It is noted under
   * the type of the event, of what the room is named after.
   */
  async append<Type extends EventType>(
    tx: GraphTransaction,
    event: NewEvent<Type>,
    audited?: AuditedBy | null,
  ): Promise<StoredEvent<Type>> {
    const params = this.paramsOf(event);
    const { room, type } = event;
    const [row] = await tx.run(appendEvent, params);
    if (!row) throw new Error(`the event ${type} got no number in ${room}`);
    if (audited) {
      const { actor, data } = audited;
      await this.audit.record(tx, actor, { action: type, targetKey: room, data });
    }
    return this.appended(tx, event, { seq: row.seq, at: params.eventAt });
  }

  /** For a statement that appends the event itself, by `appendEventFrom`; {@link appended} must follow. */
  paramsOf<Type extends EventType>({ room, type, data, kept = data }: NewEvent<Type>): EventParams {
    return {
      eventRoom: room,
      eventType: type,
      eventAt: this.clock.iso(),
      eventData: JSON.stringify(withoutNames(kept)),
    };
  }

  /** Sends an event that the transaction has written on its way once it is committed. */
  appended<Type extends EventType>(
    tx: GraphTransaction,
    event: NewEvent<Type>,
    written: { seq: number; at: string },
  ): StoredEvent<Type> {
    const { room, type, data } = event;
    const stored: StoredEvent<Type> = { room, type, data, ...written };
    tx.afterCommit(() => {
      this.marks.note(room);
      this.dispatcher.dispatch(stored as unknown as AnyEvent);
    });
    return stored;
  }

  async currentSequence(room: string): Promise<number> {
    const [row] = await this.graph.read(findRoomSequence, { room });
    return row?.seq ?? 0;
  }

  /** The events of a room after `since`, in order. */
  async replay(room: string, since: number): Promise<Replay> {
    const seq = await this.currentSequence(room);
    const missed = seq - since;
    if (missed <= 0) return { events: [], seq };
    if (missed > MAX_REPLAY) return { tooFarBehind: true, seq };
    const keys = Array.from({ length: missed }, (_, index) => eventKey({ room, seq: since + index + 1 }));
    return { events: await this.reader.listByKey(keys), seq };
  }
}
