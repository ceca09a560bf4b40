import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { decodeCursor, type Page, toPage } from '../../platform/graph/page.js';
import type { Locale } from '../../platform/i18n/locales.js';
import { ActorsRepository } from '../actors.repository.js';
import { unknownCountry } from '../atlas.errors.js';
import type { ActorSummaryView, listActorsQuery } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';
import { FindActors } from '../find-actors/find-actors.use-case.js';
import { findCountry } from '../reference-index.js';

/** Actors, the latest first: all, those based in a country, or those whose name begins in some way. */
@Injectable()
export class ListActors {
  constructor(
    private readonly actors: ActorsRepository,
    private readonly findActors: FindActors,
    private readonly views: AtlasViews,
  ) {}

  async execute(locale: Locale, query: z.output<typeof listActorsQuery>): Promise<Page<ActorSummaryView>> {
    if (query.q) {
      return { items: await this.findActors.execute(locale, query.q, query.limit), nextCursor: null };
    }
    const before = decodeCursor(query.cursor);
    const limit = query.limit + 1;
    const rows = query.country
      ? await this.actors.listOfCountry(countryOf(query.country), before, limit)
      : await this.actors.listNewest(before, limit);
    const page = toPage(rows, query.limit, (row) => ({ at: row.createdAt, id: row.id }));
    const visible = page.items.filter(({ hidden }) => !hidden);
    return { ...page, items: visible.map((row) => this.views.actorSummary(row, locale)) };
  }
}

function countryOf(code: string): string {
  const country = findCountry(code);
  if (!country) throw unknownCountry(code);
  return country.iso3;
}
