import { Body, Controller, Post, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { editThemes } from '../atlas.access.js';
import { addThemeBody, type ThemeView, themeView } from '../atlas.schemas.js';
import { ShowTheme } from '../show-theme/show-theme.use-case.js';
import { AddTheme, type AddThemeInput } from './add-theme.use-case.js';

@Controller('api/v1/themes')
export class AddThemeController {
  constructor(
    private readonly addTheme: AddTheme,
    private readonly showTheme: ShowTheme,
  ) {}

  @Post()
  @Access(editThemes)
  @RateLimit('write')
  @Endpoint({
    summary: 'Add a theme',
    body: addThemeBody,
    response: themeView,
    status: 201,
    refusals: [409],
  })
  async add(
    @Body() body: AddThemeInput,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ThemeView> {
    const { code } = await this.addTheme.execute(actor, body);
    return this.showTheme.execute(actor, requestLocale(request), code);
  }
}
