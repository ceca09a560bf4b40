import { Controller, Get, Param, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { codeParams, languageQuery, type ThemeView, themeView } from '../atlas.schemas.js';
import { ShowTheme } from './show-theme.use-case.js';

@Controller('api/v1/themes')
export class ShowThemeController {
  constructor(private readonly showTheme: ShowTheme) {}

  @Get(':code')
  @Access(readAtlas)
  @Endpoint({
    summary: 'A theme with the broader and narrower ones',
    params: codeParams,
    query: languageQuery,
    response: themeView,
    refusals: [404],
  })
  show(
    @Param('code') code: string,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ThemeView> {
    return this.showTheme.execute(actor, requestLocale(request), code);
  }
}
