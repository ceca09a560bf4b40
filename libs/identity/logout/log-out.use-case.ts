import { Injectable } from '@nestjs/common';
import { AccessEndings } from '../../platform/access/access-endings.js';
import { type Actor, isSignedIn } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';

/** Ends the session in use; for anyone without one there is nothing to do. */
@Injectable()
export class LogOut {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly endings: AccessEndings,
  ) {}

  async execute(actor: Actor): Promise<void> {
    const { sessionId } = actor;
    if (!isSignedIn(actor) || !sessionId) return;
    await this.graph.write(async (tx) => {
      await this.credentials.deleteSession(tx, actor.id, sessionId);
      tx.afterCommit(() => this.endings.announce({ personId: actor.id, sessionId }));
    });
  }
}
