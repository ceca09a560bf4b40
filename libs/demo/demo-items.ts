import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { Graph } from '../platform/graph/graph.js';
import {
  findAnyPerson,
  findDemoLoad,
  forgetDemoLoad,
  listDemoItems,
  recordDemoItem,
  recordDemoLoad,
} from './demo.cypher.js';

/** The list of what the demonstration made, from which it is removed again. */
@Injectable()
export class DemoItems implements OnApplicationBootstrap {
  private present = false;

  constructor(
    private readonly graph: Graph,
    private readonly clock: Clock,
  ) {}

  /** Whether readers are to be told that some of what they see is invented. Asked for every page, so kept in memory. */
  get isPresent(): boolean {
    return this.present;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.state();
  }

  /** `absent`, `partial` when loading it was interrupted, or `loaded`. */
  async state(): Promise<'absent' | 'partial' | 'loaded'> {
    const [load] = await this.graph.read(findDemoLoad, {});
    this.present = load !== undefined;
    if (!load) return 'absent';
    return load.finishedAt ? 'loaded' : 'partial';
  }

  async isCommunityEmpty(): Promise<boolean> {
    const [people] = await this.graph.read(findAnyPerson, {});
    return !people?.found;
  }

  async begin(): Promise<void> {
    await this.graph.write((tx) => tx.run(recordDemoLoad, { finishedAt: null }));
    this.present = true;
  }

  async finish(): Promise<void> {
    const finishedAt = this.clock.iso();
    await this.graph.write((tx) => tx.run(recordDemoLoad, { finishedAt }));
  }

  /** Call when nothing of it is left. */
  async forget(): Promise<void> {
    await this.graph.write((tx) => tx.run(forgetDemoLoad, {}));
    this.present = false;
  }

  async record(key: string): Promise<void> {
    const madeAt = this.clock.iso();
    await this.graph.write((tx) => tx.run(recordDemoItem, { key, madeAt }));
  }

  async keys(): Promise<string[]> {
    return (await this.graph.read(listDemoItems, {})).map((item) => item.key);
  }
}
