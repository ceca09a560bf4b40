import { Controller, Get, Param, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { codeParams, languageQuery, type RegionView, regionView } from '../atlas.schemas.js';
import { ShowRegion } from './show-region.use-case.js';

@Controller('api/v1/regions')
export class ShowRegionController {
  constructor(private readonly showRegion: ShowRegion) {}

  @Get(':code')
  @Access(readAtlas)
  @Endpoint({
    summary: 'A region of UN M49',
    params: codeParams,
    query: languageQuery,
    response: regionView,
    refusals: [404],
  })
  show(@Param('code') code: string, @Req() request: HttpRequest): RegionView {
    return this.showRegion.execute(requestLocale(request), code);
  }
}
