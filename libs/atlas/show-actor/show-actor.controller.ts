import { Controller, Get, Param, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { readAtlas } from '../atlas.access.js';
import { type ActorView, actorParams, actorView, languageQuery } from '../atlas.schemas.js';
import { ShowActor } from './show-actor.use-case.js';

@Controller('api/v1/actors')
export class ShowActorController {
  constructor(private readonly showActor: ShowActor) {}

  @Get(':id')
  @Access(readAtlas)
  @Endpoint({
    summary: 'An organisation that takes part',
    params: actorParams,
    query: languageQuery,
    response: actorView,
    refusals: [404],
  })
  show(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ActorView> {
    return this.showActor.execute(actor, requestLocale(request), id);
  }
}
