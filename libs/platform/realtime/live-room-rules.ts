import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { type Actor, isSignedIn } from '../access/actor.js';
import { markedProviders } from '../discovery/marked-providers.js';
import { notFound } from '../errors/domain-error.js';
import { ROOM_PATTERN } from './live-payloads.js';
import { LIVE_ROOM_RULE, type LiveRoom } from './live-room.js';

/** All providers marked with `@LiveRoomRule`, by the prefix of their rooms. */
@Injectable()
export class LiveRoomRules implements OnModuleInit {
  private readonly byPrefix = new Map<string, LiveRoom>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const marked = markedProviders<LiveRoom, true>(this.discovery, this.reflector, LIVE_ROOM_RULE);
    for (const { provider: rule } of marked) {
      if (this.byPrefix.has(rule.prefix)) throw new Error(`two rules for live rooms named ${rule.prefix}:`);
      this.byPrefix.set(rule.prefix, rule);
    }
  }

  /** @throws {DomainError} `platform/not-found`, the same for a room that is missing and one that is forbidden */
  async requireEntry(actor: Actor, room: string): Promise<void> {
    const { rule, id } = this.ruleOf(room);
    if (!(await rule?.canJoin(actor, id))) throw notFound('room');
  }

  /** Whether someone who may enter is told who is there; a visitor never is. */
  async seesPeople(actor: Actor, room: string): Promise<boolean> {
    if (!isSignedIn(actor)) return false;
    const { rule, id } = this.ruleOf(room);
    return (await rule?.seesPeople?.(actor, id)) ?? false;
  }

  private ruleOf(room: string): { rule: LiveRoom | undefined; id: string } {
    const [, prefix = '', id = ''] = ROOM_PATTERN.exec(room) ?? [];
    return { rule: this.byPrefix.get(prefix), id };
  }
}
