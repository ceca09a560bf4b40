import { Controller, Get, Param, Req } from '@nestjs/common';
import { editThemesRule, ListThemes, readAtlasRule, ShowTheme } from '../../../../libs/atlas/index.js';
import { Access, mayAccess } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { AtlasPages } from '../atlas-pages.js';
import { ThemePage } from './theme.page.js';
import { ThemeListPage } from './theme-list.page.js';

@Controller('themes')
export class ThemePages {
  constructor(
    private readonly atlas: AtlasPages,
    private readonly listThemes: ListThemes,
    private readonly showTheme: ShowTheme,
  ) {}

  @Get()
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async all(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.atlas.pages.textsFor(request);
    const [{ items }, cases] = await Promise.all([
      this.listThemes.execute(requestLocale(request)),
      this.atlas.counts.by('theme'),
    ]);
    const mayEdit = mayAccess(editThemesRule, request.actor, undefined);
    return this.atlas.pages.render(request, {
      title: t('atlas.themes-title'),
      description: t('atlas.themes-lede'),
      body: <ThemeListPage themes={items} cases={cases} mayEdit={mayEdit} />,
    });
  }

  @Get(':code')
  @Access(readAtlasRule)
  @CacheForVisitors()
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('code') code: string): Promise<PageAnswer> {
    const theme = await this.showTheme.execute(request.actor, requestLocale(request), code);
    const [activity, cases] = await Promise.all([
      this.atlas.activity.of(theme.key, { theme: code }),
      this.atlas.counts.by('theme'),
    ]);
    return this.atlas.pages.render(request, {
      title: theme.name,
      body: (
        <ThemePage
          theme={theme}
          caseCount={cases.get(code) ?? 0}
          activity={activity}
          nameOf={this.atlas.names.for(request)}
        />
      ),
    });
  }
}
