import { Controller, Get, Req } from '@nestjs/common';
import type { z } from 'zod';
import { ListThemes } from '../../../../libs/atlas/index.js';
import {
  ListOwnSessions,
  ListSessions,
  listSessionsQuery,
  proposeSessionRule,
  readSessionRule,
  SESSION_FORMATS,
} from '../../../../libs/learning/index.js';
import { Access, mayAccess } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { filledIn, hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { type SessionFilter, SessionListPage } from './session-list.page.js';

const PER_PAGE = 20;

type PageQuery = z.output<typeof listSessionsQuery>;

/** Sessions to come and those that have been. */
@Controller('sessions')
export class SessionListPages {
  constructor(
    private readonly pages: Pages,
    private readonly picker: LinkPicking,
    private readonly listSessions: ListSessions,
    private readonly listOwnSessions: ListOwnSessions,
    private readonly listThemes: ListThemes,
  ) {}

  @Get()
  @Access(readSessionRule)
  @PageRoute()
  async list(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { actor } = request;
    const { t } = this.pages.textsFor(request);
    const { mine, ...asked } = filledIn(request.query);
    const query = parseInput(listSessionsQuery, { ...asked, limit: PER_PAGE });
    const isMine = mine !== undefined && isSignedIn(actor);
    const page = isMine
      ? await this.listOwnSessions.execute(actor, { ...query, format: undefined, when: 'all' })
      : await this.listSessions.execute(actor, query);
    const narrowed = { format: query.format, about: query.about, person: query.person };
    const when = query.when === 'upcoming' ? undefined : query.when;
    const kept = isMine ? { mine: '1' } : { ...narrowed, when };
    const tab = (label: string, values: Record<string, string | undefined>, current: boolean) => ({
      label,
      href: hrefWith('/sessions', values),
      current,
    });
    return this.pages.render(request, {
      title: t('sessions.title'),
      description: t('sessions.lede'),
      body: (
        <SessionListPage
          sessions={page.items}
          nameOf={this.picker.nameOf(request)}
          tabs={[
            tab(t('sessions.upcoming'), narrowed, !isMine && query.when === 'upcoming'),
            tab(t('sessions.past'), { ...narrowed, when: 'past' }, !isMine && query.when === 'past'),
            ...(isSignedIn(actor) ? [tab(t('sessions.yours'), { mine: '1' }, isMine)] : []),
          ]}
          subject={isMine ? null : await this.subject(request, query)}
          filter={isMine ? null : await this.filter(request, query)}
          mayPropose={mayAccess(proposeSessionRule, actor, undefined)}
          nextHref={page.nextCursor ? hrefWith('/sessions', { ...kept, cursor: page.nextCursor }) : undefined}
          previousHref={query.cursor ? hrefWith('/sessions', kept) : undefined}
        />
      ),
    });
  }

  private async subject(request: HttpRequest, { about, person, when, format }: PageQuery) {
    const key = person ? `person:${person}` : about;
    const [entity] = key ? await this.picker.chosen(request, [key]) : [];
    return entity
      ? { title: entity.title, url: entity.url, clearHref: hrefWith('/sessions', { when, format }) }
      : null;
  }

  private async filter(
    request: HttpRequest,
    { about = '', when, format }: PageQuery,
  ): Promise<SessionFilter> {
    const { t } = this.pages.textsFor(request);
    const { items } = await this.listThemes.execute(requestLocale(request));
    return {
      formats: SESSION_FORMATS.map((value) => ({ value, label: t(`sessions.format-${value}`) })),
      themes: items.map(({ code, name }) => ({ value: `theme:${code}`, label: name })),
      format: format ?? '',
      about,
      when,
    };
  }
}
