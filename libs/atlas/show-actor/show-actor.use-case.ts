import { Injectable } from '@nestjs/common';
import { mayAccess } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { CountLinked } from '../../platform/entities/count-linked.use-case.js';
import { entityKey } from '../../platform/entities/entity.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { ActorsRepository } from '../actors.repository.js';
import { changeActor } from '../atlas.access.js';
import type { ActorView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';

/** One actor, and how much is linked to it. */
@Injectable()
export class ShowActor {
  constructor(
    private readonly actors: ActorsRepository,
    private readonly countLinked: CountLinked,
    private readonly views: AtlasViews,
  ) {}

  async execute(actor: Actor, locale: Locale, id: string): Promise<ActorView> {
    const row = await this.actors.getActor(id);
    return {
      ...this.views.actorSummary(row, locale),
      version: row.version,
      linked: await this.countLinked.execute(entityKey('actor', id)),
      permissions: { change: mayAccess(changeActor, actor, row) },
    };
  }
}
