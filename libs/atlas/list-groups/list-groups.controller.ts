import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type GroupSummaryView, groupListView, type Listing, languageQuery } from '../atlas.schemas.js';
import { ListGroups } from './list-groups.use-case.js';

@Controller('api/v1/groups')
export class ListGroupsController {
  constructor(private readonly listGroups: ListGroups) {}

  @Get()
  @Access(readAtlas)
  @Endpoint({ summary: 'Groups of countries', query: languageQuery, response: groupListView })
  list(@Req() request: HttpRequest): Listing<GroupSummaryView> {
    return this.listGroups.execute(requestLocale(request));
  }
}
