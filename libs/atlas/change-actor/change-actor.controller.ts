import { Body, Controller, Param, Patch, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { changeActor } from '../atlas.access.js';
import { type ActorView, actorParams, actorView, changeActorBody } from '../atlas.schemas.js';
import { ShowActor } from '../show-actor/show-actor.use-case.js';
import { ChangeActor, type ChangeActorInput } from './change-actor.use-case.js';

@Controller('api/v1/actors')
export class ChangeActorController {
  constructor(
    private readonly changeActor: ChangeActor,
    private readonly showActor: ShowActor,
  ) {}

  @Patch(':id')
  @Access(changeActor)
  @RateLimit('write')
  @Endpoint({
    summary: 'Mend the name, kind or country of an organisation',
    params: actorParams,
    body: changeActorBody,
    response: actorView,
    refusals: [404, 409],
  })
  async change(
    @Param('id') id: string,
    @Body() body: ChangeActorInput,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<ActorView> {
    await this.changeActor.execute(actor, id, body);
    return this.showActor.execute(actor, requestLocale(request), id);
  }
}
