import { Controller, Get, Req } from '@nestjs/common';
import { ListGroups } from '../../../../libs/atlas/index.js';
import {
  ExploreWords,
  FindEntities,
  FindPath,
  findEntitiesQuery,
  ListNeighbours,
  neighboursQuery,
  pathQuery,
  readGraphRule,
} from '../../../../libs/explore/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, seeOther } from '../../rendering/page-route.js';
import { AtlasPages } from '../atlas-pages.js';
import { ExplorePage, type WalkEnd } from './explore.page.js';
import { AroundPage, PathPage } from './path.page.js';

const CHOICES = 6;
const COUNTED = 10;
const AROUND_ENDS = 3;
const AROUND_ALL = 30;

/** The graph as pages: two things and how they are connected, one thing and what is around it. */
@Controller('explore')
export class ExplorePages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly words: ExploreWords,
    private readonly listGroups: ListGroups,
    private readonly findEntities: FindEntities,
    private readonly findPath: FindPath,
    private readonly listNeighbours: ListNeighbours,
  ) {}

  @Get()
  @Access(readGraphRule)
  @RateLimit('search')
  @PageRoute()
  async start(@Req() request: HttpRequest): Promise<PageAnswer> {
    const input = new FormInput(request.query);
    // Kinds of co-operation have no page of their own: their cases are.
    if (input.pressed('modality')) return seeOther(hrefWith('/cases', { modality: input.text('modality') }));
    const { t } = this.atlas.pages.textsFor(request);
    const [from, to, themes, countries] = await Promise.all([
      this.end(request, input.text('a')),
      this.end(request, input.text('b')),
      this.counted(request, 'theme', '/themes/'),
      this.counted(request, 'country', '/countries/'),
    ]);
    const groups = this.listGroups.execute(requestLocale(request)).items;
    return this.atlas.pages.render(request, {
      title: t('explore-pages.title'),
      description: t('explore-pages.lede'),
      body: (
        <ExplorePage
          from={from}
          to={to}
          examples={this.examples(request, themes, countries)}
          themes={themes}
          countries={countries}
          groups={groups.map(({ name, url, memberCount }) => ({
            label: name,
            href: url,
            members: memberCount,
          }))}
        />
      ),
    });
  }

  @Get('path')
  @Access(readGraphRule)
  @RateLimit('search')
  @PageRoute()
  async path(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const locale = requestLocale(request);
    const { from, to } = parseInput(pathQuery, request.query);
    const path = await this.findPath.execute(request.actor, from, to, locale);
    const ends = [...new Set([from, to])];
    const around = await Promise.all(
      ends.map((key) => this.listNeighbours.execute(request.actor, key, AROUND_ENDS, locale)),
    );
    return this.atlas.pages.render(request, {
      title: t('explore-pages.walk-title', { from: path.from.title, to: path.to.title }),
      unlisted: true,
      body: (
        <PathPage
          path={path}
          kindOf={(type) => this.words.typeName(type, locale)}
          nameOf={this.atlas.names.for(request)}
          around={around}
        />
      ),
    });
  }

  @Get('around')
  @Access(readGraphRule)
  @RateLimit('search')
  @PageRoute()
  async around(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const locale = requestLocale(request);
    const { key } = parseInput(neighboursQuery, request.query);
    const neighbours = await this.listNeighbours.execute(request.actor, key, AROUND_ALL, locale);
    return this.atlas.pages.render(request, {
      title: t('explore-pages.around', { title: neighbours.entity.title }),
      unlisted: true,
      body: <AroundPage neighbours={neighbours} kindOf={(type) => this.words.typeName(type, locale)} />,
    });
  }

  private async end(request: HttpRequest, typed: string): Promise<WalkEnd> {
    const query = parseInput(findEntitiesQuery, { q: typed, limit: CHOICES });
    const locale = requestLocale(request);
    const ask = () => this.findEntities.execute(request.actor, query, locale);
    const { items } = await this.atlas.pages.searchFor(request, ask, { items: [] });
    return { words: query.q, found: items };
  }

  private async counted(request: HttpRequest, facet: 'theme' | 'country', path: string) {
    const nameOf = this.atlas.names.for(request);
    const counts = await this.atlas.counts.by(facet);
    return [...counts].slice(0, COUNTED).map(([code, count]) => ({
      key: `${facet}:${code}`,
      label: nameOf(`${facet}:${code}`),
      href: `${path}${code}`,
      count,
    }));
  }

  /** Walks worth a look where there are cases to walk over. */
  private examples(
    request: HttpRequest,
    themes: { key: string; label: string }[],
    countries: { key: string; label: string }[],
  ) {
    const { t } = this.atlas.pages.textsFor(request);
    const pairs = [
      [countries[0], countries[4]],
      [countries[1], themes[2]],
      [themes[0], themes[3]],
    ];
    return pairs.flatMap(([from, to]) =>
      from && to
        ? [
            {
              label: t('explore-pages.walk-title', { from: from.label, to: to.label }),
              href: hrefWith('/explore/path', { from: from.key, to: to.key }),
            },
          ]
        : [],
    );
  }
}
