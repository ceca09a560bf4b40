import { Body, Controller, Post, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { addActor } from '../atlas.access.js';
import { type ActorView, actorView, addActorBody } from '../atlas.schemas.js';
import { ShowActor } from '../show-actor/show-actor.use-case.js';
import { AddActor, type AddActorInput } from './add-actor.use-case.js';

@Controller('api/v1/actors')
export class AddActorController {
  constructor(
    private readonly addActor: AddActor,
    private readonly showActor: ShowActor,
  ) {}

  @Post()
  @Access(addActor)
  @RateLimit('write')
  @Endpoint({
    summary: 'Add an organisation',
    body: addActorBody,
    response: actorView,
    status: 201,
    refusals: [409],
  })
  async add(
    @Body() body: AddActorInput,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ActorView> {
    const { id } = await this.addActor.execute(actor, body);
    return this.showActor.execute(actor, requestLocale(request), id);
  }
}
