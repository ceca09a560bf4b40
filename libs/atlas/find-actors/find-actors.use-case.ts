import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import { ActorsRepository } from '../actors.repository.js';
import type { ActorSummaryView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';

/** Actors whose name begins as typed, for pickers. */
@Injectable()
export class FindActors {
  constructor(
    private readonly actors: ActorsRepository,
    private readonly views: AtlasViews,
  ) {}

  /** By name; case, accents and punctuation do not count. Nothing is found for nothing. */
  async execute(locale: Locale, prefix: string, limit = 10): Promise<ActorSummaryView[]> {
    const rows = await this.actors.listByName(prefix, limit);
    return rows.map((row) => this.views.actorSummary(row, locale));
  }
}
