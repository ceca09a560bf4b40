import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { Actor } from '../access/actor.js';
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
    const [, prefix = '', id = ''] = ROOM_PATTERN.exec(room) ?? [];
    const allowed = await this.byPrefix.get(prefix)?.canJoin(actor, id);
    if (!allowed) throw notFound('room');
  }
}
