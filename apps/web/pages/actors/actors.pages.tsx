import { Controller, Get, Param, Req } from '@nestjs/common';
import { ListActors, listActorsQuery, readAtlasRule, ShowActor } from '../../../../libs/atlas/index.js';
import { type CaseCardView, ShowCase } from '../../../../libs/cases/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { FormInput } from '../../rendering/form-input.js';
import { filledIn, hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { AtlasPages } from '../atlas-pages.js';
import { ActorPage } from './actor.page.js';
import { ActorListPage } from './actor-list.page.js';

const ACTORS = 30;
const PARTNERS = 8;
const PEOPLE = 12;

@Controller('actors')
export class ActorPages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly listActors: ListActors,
    private readonly showActor: ShowActor,
    private readonly showCase: ShowCase,
  ) {}

  @Get()
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const query = parseInput(listActorsQuery, filledIn(request.query));
    const page = await this.listActors.execute(requestLocale(request), { ...query, limit: ACTORS });
    const { q = '', country, cursor } = query;
    const code = country?.toUpperCase();
    return this.atlas.pages.render(request, {
      title: t('atlas.actors-title'),
      body: (
        <ActorListPage
          actors={page.items}
          words={q}
          country={code ? { code, name: this.atlas.names.for(request)(`country:${code}`) } : undefined}
          nextHref={page.nextCursor ? hrefWith('/actors', { country, cursor: page.nextCursor }) : undefined}
          previousHref={cursor ? hrefWith('/actors', { country }) : undefined}
        />
      ),
    });
  }

  @Get(':id')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const actor = await this.showActor.execute(request.actor, requestLocale(request), id);
    const cursor = new FormInput(request.query).optional('people');
    const [activity, people] = await Promise.all([
      this.atlas.activity.of(actor.key, { actor: id }),
      this.atlas.listLinked.execute(actor.key, { type: 'person', cursor, limit: PEOPLE }),
    ]);
    const more = people.nextCursor ?? undefined;
    return this.atlas.pages.render(request, {
      title: actor.name,
      body: (
        <ActorPage
          actor={actor}
          activity={activity}
          partners={await this.partners(request, actor.key, activity.cases)}
          people={people.items}
          morePeopleHref={more && `${hrefWith(actor.url, { people: more })}#people`}
          nameOf={this.atlas.names.for(request)}
        />
      ),
    });
  }

  /** Who else took part in the latest cases, most often first. */
  private async partners(request: HttpRequest, key: string, cards: CaseCardView[]) {
    const cases = await Promise.all(cards.map(({ id }) => this.showCase.execute(request.actor, id)));
    const partners = new Map<string, { url: string; name: string; count: number }>();
    for (const item of cases) {
      for (const other of new Map(item.actors.map((actor) => [actor.key, actor])).values()) {
        const known = partners.get(other.key);
        if (other.key !== key)
          partners.set(other.key, { url: other.url, name: other.title, count: (known?.count ?? 0) + 1 });
      }
    }
    return [...partners.values()].sort((a, b) => b.count - a.count).slice(0, PARTNERS);
  }
}
