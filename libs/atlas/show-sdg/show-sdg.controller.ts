import { Controller, Get, Param, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { codeParams, languageQuery, type SdgView, sdgView } from '../atlas.schemas.js';
import { ShowSdg } from './show-sdg.use-case.js';

@Controller('api/v1/sdgs')
export class ShowSdgController {
  constructor(private readonly showSdg: ShowSdg) {}

  @Get(':code')
  @Access(readAtlas)
  @Endpoint({
    summary: 'A goal with its targets',
    params: codeParams,
    query: languageQuery,
    response: sdgView,
    refusals: [404],
  })
  show(@Param('code') code: string, @Req() request: HttpRequest): Promise<SdgView> {
    return this.showSdg.execute(requestLocale(request), code);
  }
}
