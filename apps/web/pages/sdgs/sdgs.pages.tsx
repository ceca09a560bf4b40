import { Controller, Get, Param, Req } from '@nestjs/common';
import { ListSdgs, readAtlasRule, ShowSdg } from '../../../../libs/atlas/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { AtlasPages } from '../atlas-pages.js';
import { SdgPage } from './sdg.page.js';
import { SdgListPage } from './sdg-list.page.js';

@Controller('sdgs')
export class SdgPages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly listSdgs: ListSdgs,
    private readonly showSdg: ShowSdg,
  ) {}

  @Get()
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const { items } = this.listSdgs.execute(requestLocale(request));
    const cases = await this.atlas.counts.by('sdg');
    return this.atlas.pages.render(request, {
      title: t('atlas.sdgs-title'),
      description: t('atlas.sdgs-lede'),
      body: <SdgListPage sdgs={items} cases={cases} />,
    });
  }

  @Get(':code')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('code') code: string): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const sdg = await this.showSdg.execute(requestLocale(request), code);
    const activity = await this.atlas.activity.of(sdg.key, { sdg: code });
    return this.atlas.pages.render(request, {
      title: t('ui.sdg-numbered', { number: code, name: sdg.name }),
      description: sdg.titles.en,
      body: <SdgPage sdg={sdg} activity={activity} nameOf={this.atlas.names.for(request)} />,
    });
  }
}
