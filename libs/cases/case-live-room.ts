import { Injectable } from '@nestjs/common';
import { mayAccess } from '../platform/access/access-rule.js';
import type { Actor } from '../platform/access/actor.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { type LiveRoom, LiveRoomRule } from '../platform/realtime/live-room.js';
import { readCase } from './cases.access.js';
import { CasesRepository } from './cases.repository.js';

/** Whoever may read a case may hear what happens to it. */
@Injectable()
@LiveRoomRule()
export class CaseLiveRoom implements LiveRoom {
  readonly prefix = 'case';

  constructor(private readonly cases: CasesRepository) {}

  async canJoin(actor: Actor, id: string): Promise<boolean> {
    try {
      return mayAccess(readCase, actor, (await this.cases.getCase(id)).state);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'not-found') return false;
      throw error;
    }
  }
}
