import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Graph } from '../../platform/graph/graph.js';
import { addActor } from '../atlas.access.js';
import { actorExists } from '../atlas.errors.js';
import type { addActorBody } from '../atlas.schemas.js';
import { sourceOf } from '../atlas.views.js';
import { EnsureActor } from '../ensure-actor/ensure-actor.use-case.js';

export type AddActorInput = z.output<typeof addActorBody>;

/** Adds an organisation that nobody has named yet. */
@Injectable()
export class AddActor {
  constructor(
    private readonly graph: Graph,
    private readonly ensureActor: EnsureActor,
  ) {}

  /** @throws {DomainError} `atlas/actor-exists` with the id of the one that is there, `atlas/unknown-country` */
  async execute(actor: Actor, input: AddActorInput): Promise<{ id: string }> {
    requireAccess(addActor, actor, undefined);
    return this.graph.write(async (tx) => {
      const given = { ...input, source: sourceOf(actor), audited: { actor } };
      const { id, created } = await this.ensureActor.execute(tx, given);
      if (!created) throw actorExists(id);
      return { id };
    });
  }
}
