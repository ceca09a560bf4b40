import { Injectable } from '@nestjs/common';
import type { Locale } from '../../platform/i18n/locales.js';
import type { ActorRow } from '../actors.cypher.js';
import { ActorsRepository } from '../actors.repository.js';
import type { ActorSummaryView } from '../atlas.schemas.js';
import { AtlasViews } from '../atlas.views.js';
import type { ActorFacts } from '../contracts.js';

/** More than there are countries in which one name is borne. */
const MOST_NAMESAKES = 50;

/** Actors by name: those that begin as typed, for pickers, and those that bear a name, for other rooms. */
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

  /** Those that bear this name, one for each country at most; case, accents and punctuation do not count. */
  async named(name: string): Promise<ActorFacts[]> {
    return (await this.actors.listNamed(name, MOST_NAMESAKES)).map(toFacts);
  }

  /** Null for one that is not there or hidden. */
  async find(id: string): Promise<ActorFacts | null> {
    const [row] = await this.actors.listById([id]);
    return row && !row.hidden ? toFacts(row) : null;
  }
}

function toFacts({ id, name, type, country }: ActorRow): ActorFacts {
  return { id, name, type, country };
}
