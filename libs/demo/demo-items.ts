import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SYSTEM } from '../platform/access/actor.js';
import { AuditLog } from '../platform/audit/audit-log.js';
import { Clock } from '../platform/clock/clock.js';
import { Graph, type GraphTransaction } from '../platform/graph/graph.js';
import {
  type DemoStatus,
  findAnyPerson,
  findDemoLoad,
  listDemoItems,
  recordDemoItems,
  recordDemoLoad,
} from './demo.cypher.js';

/** The list of what the demonstration made, from which it is removed again. */
@Injectable()
export class DemoItems implements OnApplicationBootstrap {
  private present = false;

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
  ) {}

  /** Whether readers are to be told that some of what they see is invented. Asked for every page, so kept in memory. */
  get isPresent(): boolean {
    return this.present;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.state();
  }

  /** `absent` when it was never there; `loading` also when loading it was interrupted. */
  async state(): Promise<'absent' | DemoStatus> {
    const [load] = await this.graph.read(findDemoLoad, {});
    const status = load?.status ?? 'absent';
    this.present = status === 'loading' || status === 'loaded';
    return status;
  }

  async setState(status: DemoStatus): Promise<void> {
    const at = this.clock.iso();
    await this.graph.write(async (tx) => {
      await tx.run(recordDemoLoad, { status, at });
      if (status === 'loading') return;
      await this.audit.record(tx, SYSTEM, { action: `demo.${status}`, targetKey: 'demo:community' });
    });
    this.present = status !== 'removed';
  }

  async isCommunityEmpty(): Promise<boolean> {
    const [people] = await this.graph.read(findAnyPerson, {});
    return !people?.found;
  }

  record(key: string): Promise<void> {
    return this.graph.write((tx) => this.recordIn(tx, [key]));
  }

  /** In the transaction that makes them. */
  async recordIn(tx: GraphTransaction, keys: string[]): Promise<void> {
    await tx.run(recordDemoItems, { keys, madeAt: this.clock.iso() });
  }

  async keys(): Promise<string[]> {
    return (await this.graph.read(listDemoItems, {})).map((item) => item.key);
  }
}
