import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type Listing, languageQuery, type SectorView, sectorListView } from '../atlas.schemas.js';
import { ListSectors } from './list-sectors.use-case.js';

@Controller('api/v1/sectors')
export class ListSectorsController {
  constructor(private readonly listSectors: ListSectors) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({ summary: 'Purpose codes of the OECD', query: languageQuery, response: sectorListView })
  list(@Req() request: HttpRequest): Listing<SectorView> {
    return this.listSectors.execute(requestLocale(request));
  }
}
