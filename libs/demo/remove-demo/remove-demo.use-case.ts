import { Injectable } from '@nestjs/common';
import { type Role, WithdrawRole } from '../../identity/index.js';
import { SYSTEM } from '../../platform/access/actor.js';
import { parseEntityKey } from '../../platform/entities/entity.js';
import { REMOVALS_ROOM } from '../../platform/entities/entity-events.js';
import { EventLog } from '../../platform/events/event-log.js';
import { findRoomSequence } from '../../platform/events/events.cypher.js';
import { Graph, type GraphTransaction } from '../../platform/graph/graph.js';
import type { ReportProgress } from '../../platform/operations/operation.js';
import { forgetDemoItems } from '../demo.cypher.js';
import { DemoItems } from '../demo-items.js';
import { countLinksTo, deleteEntity, deleteEventRoom, deleteEvents } from '../removal.cypher.js';
import { DemoParts } from './demo-parts.js';

/** What hangs on others goes first: once it is the turn of people and organisations, only others still name them. */
const ORDER = ['thread', 'commitment', 'session', 'dialogue', 'case', 'person', 'actor'];
const STAY_WHEN_NAMED = ['person', 'actor'];
const DEMO_ROLES: Role[] = ['facilitator', 'reviewer', 'steward'];

export interface DemoRemoval {
  removed: number;
  /** People and organisations that stay, since others have linked something to them. */
  kept: number;
  /** Posts, registrations, notes, statements, answers and reports of others that went with what they were added to. */
  additionsOfOthers: number;
}

/** Removes everything that the demonstration made, and nothing else. */
@Injectable()
export class RemoveDemo {
  constructor(
    private readonly graph: Graph,
    private readonly items: DemoItems,
    private readonly parts: DemoParts,
    private readonly events: EventLog,
    private readonly withdrawRole: WithdrawRole,
  ) {}

  /** Each thing goes in one transaction; after an interruption the next call goes on where this one stopped. */
  async execute(report: ReportProgress): Promise<DemoRemoval> {
    const keys = await this.items.keys();
    const consequences = (await Promise.all(keys.map((key) => this.parts.listConsequences(key)))).flat();
    const all = inOrder([...new Set([...keys, ...consequences])]);
    const demoPeople = new Set(keys);
    const result: DemoRemoval = { removed: 0, kept: 0, additionsOfOthers: 0 };
    for (const [index, key] of all.entries()) {
      const people = await this.remove(key);
      if (people) result.removed += 1;
      else result.kept += 1;
      result.additionsOfOthers += people?.filter((person) => !demoPeople.has(person)).length ?? 0;
      report({ step: 'Demonstration community', done: index + 1, total: all.length });
    }
    await this.items.setState('removed');
    return result;
  }

  /** @returns who had added to it, by key; null when it stays, as what others still name does */
  private async remove(key: string): Promise<string[] | null> {
    const { type, id } = parseEntityKey(key);
    const people = await this.graph.write(async (tx) => {
      const parts = await this.parts.remove(tx, key);
      await tx.run(forgetDemoItems, { keys: [key] });
      if (STAY_WHEN_NAMED.includes(type) && (await isNamed(tx, key))) return null;
      await tx.run(deleteEntity, { key });
      await forgetEvents(tx, key);
      const data = { keys: [key, ...parts.entities] };
      await this.events.append(tx, { room: REMOVALS_ROOM, type: 'entities.removed', data });
      return parts.people;
    });
    if (people === null && type === 'person') await this.withdrawRoles(id);
    return people;
  }

  /** Who stays is an ordinary member, whom nobody can sign in as. */
  private async withdrawRoles(personId: string): Promise<void> {
    for (const role of DEMO_ROLES) await this.withdrawRole.execute(SYSTEM, personId, role);
  }
}

async function isNamed(tx: GraphTransaction, key: string): Promise<boolean> {
  const [row] = await tx.run(countLinksTo, { key });
  return (row?.links ?? 0) > 0;
}

async function forgetEvents(tx: GraphTransaction, room: string): Promise<void> {
  const [last] = await tx.run(findRoomSequence, { room });
  const keys = Array.from({ length: last?.seq ?? 0 }, (_, index) => `${room}#${index + 1}`);
  await tx.run(deleteEvents, { keys });
  await tx.run(deleteEventRoom, { room });
}

function inOrder(keys: string[]): string[] {
  const rank = (key: string) => ORDER.indexOf(parseEntityKey(key).type);
  return [...keys].sort((a, b) => rank(a) - rank(b));
}
