import { Controller, Get, Req } from '@nestjs/common';
import {
  type CaseCardView,
  ListCases,
  listCasesQuery,
  listOwnCasesQuery,
  listOwnCasesRule,
  readCaseRule,
} from '../../../../libs/cases/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import type { Page } from '../../../../libs/platform/graph/page.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { hrefWith, PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { CaseListPage, OwnCasesPage } from './case-list.page.js';

const CARDS = 24;

/** Cases to read through: everyone's with filters, and the reader's own. */
@Controller('cases')
export class CaseListPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly listCases: ListCases,
  ) {}

  @Get()
  @Access(readCaseRule)
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const query = parseInput(listCasesQuery, filledIn(request.query));
    const page = await this.listCases.execute({ ...query, limit: CARDS });
    const { country, theme, sdg, modality } = query;
    const filters = { country, theme, sdg, modality };
    return this.pages.render(request, {
      title: t('cases.title'),
      description: t('cases.lede'),
      body: (
        <CaseListPage
          items={page.items}
          nameOf={this.names.for(request)}
          words=""
          facets={[]}
          filters={Object.entries(filters).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          )}
          isSignedIn={isSignedIn(request.actor)}
          {...pagerOf('/cases', filters, query.cursor, page)}
        />
      ),
    });
  }

  @Get('mine')
  @Access(listOwnCasesRule)
  @PageRoute()
  async mine(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const { cursor } = parseInput(listOwnCasesQuery, filledIn(request.query));
    const page = await this.listCases.own(request.actor, { cursor, limit: CARDS });
    return this.pages.render(request, {
      title: t('cases.own-title'),
      unlisted: true,
      body: (
        <OwnCasesPage
          items={page.items}
          nameOf={this.names.for(request)}
          {...pagerOf('/cases/mine', {}, cursor, page)}
        />
      ),
    });
  }
}

/** A form sends empty fields too; they filter nothing. */
function filledIn(query: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query as object).filter(([, value]) => value !== ''));
}

/** A list by cursor leads on, and back to its beginning. */
function pagerOf(
  path: string,
  filters: Record<string, string | undefined>,
  cursor: string | undefined,
  { nextCursor }: Page<CaseCardView>,
) {
  return {
    nextHref: nextCursor === null ? undefined : hrefWith(path, { ...filters, cursor: nextCursor }),
    previousHref: cursor ? hrefWith(path, filters) : undefined,
  };
}
