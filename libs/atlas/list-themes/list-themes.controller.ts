import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type Listing, languageQuery, type ThemeSummaryView, themeListView } from '../atlas.schemas.js';
import { ListThemes } from './list-themes.use-case.js';

@Controller('api/v1/themes')
export class ListThemesController {
  constructor(private readonly listThemes: ListThemes) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({
    summary: 'The tree of themes, each before its narrower ones',
    query: languageQuery,
    response: themeListView,
  })
  list(@Req() request: HttpRequest): Promise<Listing<ThemeSummaryView>> {
    return this.listThemes.execute(requestLocale(request));
  }
}
