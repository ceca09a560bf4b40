import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type Listing, languageQuery, type SdgSummaryView, sdgListView } from '../atlas.schemas.js';
import { ListSdgs } from './list-sdgs.use-case.js';

@Controller('api/v1/sdgs')
export class ListSdgsController {
  constructor(private readonly listSdgs: ListSdgs) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({ summary: 'The Sustainable Development Goals', query: languageQuery, response: sdgListView })
  list(@Req() request: HttpRequest): Listing<SdgSummaryView> {
    return this.listSdgs.execute(requestLocale(request));
  }
}
