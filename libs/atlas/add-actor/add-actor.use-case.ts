import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { requireAccess } from '../../platform/access/access-rule.js';
import type { Actor, Person } from '../../platform/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { Graph } from '../../platform/graph/graph.js';
import { answerOnce } from '../../platform/receipts/answer-once.js';
import { clientRequestKey } from '../../platform/receipts/request-key.js';
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
    private readonly clock: Clock,
  ) {}

  /**
   * Sending the same again under the same `clientKey` returns the organisation that is there.
   * @throws {DomainError} `atlas/actor-exists` with the id of the one that is there, `atlas/unknown-country`
   */
  async execute(actor: Actor, input: AddActorInput): Promise<{ id: string }> {
    requireAccess(addActor, actor, undefined);
    const key = clientRequestKey((actor as Person).id, ['add-actor'], input);
    const { clientKey: _, ...named } = input;
    const given = { ...named, source: sourceOf(actor), audited: { actor } };
    return this.graph.write((tx) =>
      answerOnce(tx, { key, at: this.clock.iso() }, async () => {
        const { id, created } = await this.ensureActor.execute(tx, given);
        if (!created) throw actorExists(id);
        return { id };
      }),
    );
  }
}
