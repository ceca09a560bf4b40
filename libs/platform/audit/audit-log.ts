import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '../access/actor.js';
import { Clock } from '../clock/clock.js';
import { Graph, type GraphTransaction } from '../graph/graph.js';
import { appendAuditEntry, findAuditChain, listAuditEntries, takeAuditChain } from './audit.cypher.js';
import { type ChainBreak, type ChainHead, EMPTY_CHAIN, followChain, isBreak } from './audit-chain.js';
import { type AuditData, type AuditEntryRow, auditKeyOf, FIRST_HASH, hashOf } from './audit-entry.js';

const BATCH = 1000;

/** One act to be kept. */
export interface AuditedAct {
  /** `room.what-was-done`, in the past tense like an event. */
  action: string;
  targetKey: string;
  data?: AuditData;
}

/** Who did what an event tells, and what to note of it. */
export interface AuditedBy {
  actor: Pick<Actor, 'id' | 'via'>;
  data?: AuditData;
}

export interface Verification {
  /** The end of the chain: note it elsewhere, and give it as witness later. */
  head: ChainHead;
  /** The first entry that is not as it was written. */
  broken: ChainBreak | null;
}

/**
 * The audit log: who did what to whom, append-only, each entry hashed over the one before. An entry is written in the
 * transaction of what it tells, so that there is neither without the other.
 */
@Injectable()
export class AuditLog {
  private readonly logger = new Logger('audit');

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  async record(tx: GraphTransaction, actor: Pick<Actor, 'id' | 'via'>, act: AuditedAct): Promise<void> {
    // The demonstration acts in a past that never was. That it was loaded is recorded, and enough.
    if (this.clock.isPretending) return;
    const [chain] = await tx.run(takeAuditChain, {});
    const unhashed = {
      seq: (chain?.seq ?? 0) + 1,
      at: this.clock.iso(),
      actorKey: auditKeyOf(actor),
      via: actor.via,
      action: act.action,
      targetKey: act.targetKey,
      data: JSON.stringify(act.data ?? {}),
      previousHash: chain?.hash ?? FIRST_HASH,
    };
    const entry: AuditEntryRow = { ...unhashed, hash: hashOf(unhashed) };
    await tx.run(appendAuditEntry, { ...entry });
    // Logs often go to another machine: there the hash is a witness that nobody here can change.
    tx.afterCommit(() => {
      const { seq, action, actorKey, via, targetKey, hash } = entry;
      this.logger.log(`#${seq} ${action} of ${targetKey} by ${actorKey} via ${via} ${hash}`);
    });
  }

  async head(): Promise<ChainHead> {
    const [chain] = await this.graph.read(findAuditChain, {});
    return chain ?? EMPTY_CHAIN;
  }

  /** The newest entries before a number, newest first. */
  async listBefore(before: number, limit: number): Promise<AuditEntryRow[]> {
    const rows = await this.graph.read(listAuditEntries, { from: before - limit, to: before - 1 });
    return rows.reverse();
  }

  /**
   * Walks the whole chain.
   * @param witness an end of the chain noted earlier: it must still be there, so that nobody can have written the
   * chain anew from some entry on
   */
  async verify(witness?: ChainHead, report?: (done: number, total: number) => void): Promise<Verification> {
    const head = await this.head();
    if (witness && witness.seq > head.seq) return { head, broken: { seq: head.seq + 1, reason: 'cut' } };
    let sound: ChainHead = EMPTY_CHAIN;
    while (sound.seq < head.seq) {
      const [from, to] = [sound.seq + 1, Math.min(sound.seq + BATCH, head.seq)];
      const entries = await this.graph.read(listAuditEntries, { from, to });
      const found = followChain(sound, entries);
      if (isBreak(found)) return { head, broken: found };
      if (found.seq < to) return { head, broken: { seq: found.seq + 1, reason: 'missing' } };
      const seen = entries.find(({ seq }) => seq === witness?.seq);
      if (seen && witness && seen.hash !== witness.hash)
        return { head, broken: { seq: seen.seq, reason: 'not-as-witnessed' } };
      sound = found;
      report?.(sound.seq, head.seq);
    }
    const beyond = await this.graph.read(listAuditEntries, { from: head.seq + 1, to: head.seq + BATCH });
    // Entries written while this walked are beyond the head that it saw, and follow it.
    const end = followChain(sound, beyond);
    const isCut = sound.hash !== head.hash || isBreak(end) || end.seq > (await this.head()).seq;
    return { head, broken: isCut ? { seq: head.seq, reason: 'cut' } : null };
  }
}
