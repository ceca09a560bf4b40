import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import type { z } from 'zod';
import { Access } from '../../platform/access/access-rule.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { codeParams, type GroupView, groupView, showGroupQuery } from '../atlas.schemas.js';
import { ShowGroup } from './show-group.use-case.js';

@Controller('api/v1/groups')
export class ShowGroupController {
  constructor(private readonly showGroup: ShowGroup) {}

  @Get(':code')
  @Access(readAtlas)
  @Endpoint({
    summary: 'A group with its members as of a day',
    params: codeParams,
    query: showGroupQuery,
    response: groupView,
    refusals: [404],
  })
  show(
    @Param('code') code: string,
    @Query() query: z.output<typeof showGroupQuery>,
    @Req() request: HttpRequest,
  ): GroupView {
    return this.showGroup.execute(requestLocale(request), code, query.on);
  }
}
