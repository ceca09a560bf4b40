import { Body, Controller, Param, Patch, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { editThemes } from '../atlas.access.js';
import { changeThemeBody, codeParams, type ThemeView, themeView } from '../atlas.schemas.js';
import { ShowTheme } from '../show-theme/show-theme.use-case.js';
import { ChangeTheme, type ChangeThemeInput } from './change-theme.use-case.js';

@Controller('api/v1/themes')
export class ChangeThemeController {
  constructor(
    private readonly changeTheme: ChangeTheme,
    private readonly showTheme: ShowTheme,
  ) {}

  @Patch(':code')
  @Access(editThemes)
  @RateLimit('write')
  @Endpoint({
    summary: 'Rename a theme, move it in the tree, or say which goals it serves',
    params: codeParams,
    body: changeThemeBody,
    response: themeView,
    refusals: [404, 409],
  })
  async change(
    @Param('code') code: string,
    @Body() body: ChangeThemeInput,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ThemeView> {
    await this.changeTheme.execute(actor, code, body);
    return this.showTheme.execute(actor, requestLocale(request), code);
  }
}
