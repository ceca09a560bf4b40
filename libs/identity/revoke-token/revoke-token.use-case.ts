import { Injectable } from '@nestjs/common';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { notFound } from '../../platform/errors/domain-error.js';
import { Graph } from '../../platform/graph/graph.js';
import { CredentialsRepository } from '../credentials.repository.js';
import { asPerson, changeMeRule } from '../identity.access.js';
import { KnownActors } from '../sign-in/known-actors.js';

@Injectable()
export class RevokeToken {
  constructor(
    private readonly graph: Graph,
    private readonly credentials: CredentialsRepository,
    private readonly known: KnownActors,
  ) {}

  /** @throws {DomainError} `platform/not-found` when the person has no such token */
  async execute(actor: Actor, tokenId: string): Promise<void> {
    requireAccess(changeMeRule, actor, undefined);
    const { id } = asPerson(actor);
    await this.graph.write(async (tx) => {
      if (!(await this.credentials.deleteApiToken(tx, id, tokenId))) throw notFound('token');
      tx.afterCommit(() => this.known.forget(id));
    });
  }
}
