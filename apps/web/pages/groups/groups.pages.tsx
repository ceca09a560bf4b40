import { Controller, Get, Param, Req } from '@nestjs/common';
import { ListGroups, readAtlasRule, ShowGroup, showGroupQuery } from '../../../../libs/atlas/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { filledIn } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { GroupPage } from './group.page.js';
import { GroupListPage } from './group-list.page.js';

@Controller('groups')
export class GroupPages {
  constructor(
    private readonly pages: Pages,
    private readonly listGroups: ListGroups,
    private readonly showGroup: ShowGroup,
  ) {}

  @Get()
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  all(@Req() request: HttpRequest): PageAnswer {
    const { t } = this.pages.textsFor(request);
    const { items } = this.listGroups.execute(requestLocale(request));
    return this.pages.render(request, {
      title: t('atlas.groups-title'),
      description: t('atlas.groups-lede'),
      body: <GroupListPage groups={items} />,
    });
  }

  @Get(':code')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  show(@Req() request: HttpRequest, @Param('code') code: string): PageAnswer {
    const { on } = parseInput(showGroupQuery, filledIn(request.query));
    const group = this.showGroup.execute(requestLocale(request), code, on);
    const today = this.showGroup.execute(requestLocale(request), code).on;
    return this.pages.render(request, {
      title: group.name,
      body: <GroupPage group={group} isToday={group.on === today} />,
    });
  }
}
