import { Injectable } from '@nestjs/common';
import { parseEntityKey } from '../../platform/entities/entity.js';
import { REMOVALS_ROOM } from '../../platform/entities/entity-events.js';
import { EventLog } from '../../platform/events/event-log.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import type { ReportProgress } from '../../platform/operations/operation.js';
import {
  countLinksTo,
  deleteCaseVersions,
  deleteEntity,
  deleteEventsOfRoom,
  deletePersonCredentials,
  deletePosts,
  deletePostVersions,
  forgetDemoItems,
  listThreadPosts,
} from '../demo.cypher.js';
import { DemoItems } from '../demo-items.js';

/** Threads first, people last: nobody is removed while something of theirs is still there. */
const ORDER = ['thread', 'case', 'actor', 'person'];

/** Removes everything that the demonstration made, and nothing else. */
@Injectable()
export class RemoveDemo {
  constructor(
    private readonly graph: Graph,
    private readonly items: DemoItems,
    private readonly events: EventLog,
  ) {}

  /** Each thing goes in one transaction; after an interruption the next call goes on where this one stopped. */
  async execute(report: ReportProgress): Promise<{ removed: number; repliesOfOthers: number }> {
    const keys = inOrder(await this.items.keys());
    let repliesOfOthers = 0;
    for (const [index, key] of keys.entries()) {
      repliesOfOthers += await this.remove(key, new Set(keys));
      report({ step: 'Demonstration community', done: index + 1, total: keys.length });
    }
    await this.items.setState('removed');
    return { removed: keys.length, repliesOfOthers };
  }

  /** @returns how many posts of people outside the demonstration went with it */
  private async remove(key: string, demoKeys: Set<string>): Promise<number> {
    const { type, id } = parseEntityKey(key);
    if (type === 'actor' && (await this.isLinkedByOthers(key))) {
      await this.graph.write((tx) => tx.run(forgetDemoItems, { keys: [key] }));
      return 0;
    }
    const posts = type === 'thread' ? await this.graph.read(listThreadPosts, { id }) : [];
    const lastEvent = await this.events.currentSequence(key);
    await this.graph.write(async (tx) => {
      await this.removeParts(tx, type, id);
      await tx.run(deleteEntity, { key });
      const eventKeys = Array.from({ length: lastEvent }, (_, index) => `${key}#${index + 1}`);
      await tx.run(deleteEventsOfRoom, { keys: eventKeys });
      await tx.run(forgetDemoItems, { keys: [key] });
      const removed = [key, ...posts.map((post) => `post:${post.id}`)];
      await this.events.append(tx, {
        room: REMOVALS_ROOM,
        type: 'entities.removed',
        data: { keys: removed },
      });
    });
    return posts.filter((post) => !demoKeys.has(post.authorKey)).length;
  }

  /** The cases of the demonstration are gone by then, so whoever still names the organisation is somebody else. */
  private async isLinkedByOthers(key: string): Promise<boolean> {
    const [row] = await this.graph.read(countLinksTo, { key });
    return (row?.links ?? 0) > 0;
  }

  private async removeParts(tx: GraphTransaction, type: string, id: string): Promise<void> {
    if (type === 'thread') {
      await tx.run(deletePostVersions, { id });
      await tx.run(deletePosts, { id });
    }
    if (type === 'case') await tx.run(deleteCaseVersions, { id });
    if (type === 'person') await tx.run(deletePersonCredentials, { id });
  }
}

function inOrder(keys: string[]): string[] {
  const rank = (key: string) => ORDER.indexOf(parseEntityKey(key).type);
  return [...keys].sort((a, b) => rank(a) - rank(b));
}
