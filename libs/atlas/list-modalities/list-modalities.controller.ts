import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type Listing, languageQuery, modalityListView, type NamedView } from '../atlas.schemas.js';
import { ListModalities } from './list-modalities.use-case.js';

@Controller('api/v1/modalities')
export class ListModalitiesController {
  constructor(private readonly listModalities: ListModalities) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({
    summary: 'Ways in which countries co-operate',
    query: languageQuery,
    response: modalityListView,
  })
  list(@Req() request: HttpRequest): Listing<NamedView> {
    return this.listModalities.execute(requestLocale(request));
  }
}
