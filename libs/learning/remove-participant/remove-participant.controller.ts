import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editSession } from '../learning.access.js';
import { participantParams, removeParticipantBody } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from '../show-session/show-session.use-case.js';
import { RemoveParticipant } from './remove-participant.use-case.js';

@Controller('api/v1/sessions')
export class RemoveParticipantController {
  constructor(
    private readonly removeParticipant: RemoveParticipant,
    private readonly showSession: ShowSession,
  ) {}

  @Put(':id/removals/:person')
  @Access(editSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Take the place or turn of somebody, who is mailed the reason and cannot register again',
    params: participantParams,
    body: removeParticipantBody,
    response: sessionView,
    refusals: [404, 409],
  })
  async remove(
    @Param('id') id: string,
    @Param('person') person: string,
    @Body() { reason }: z.output<typeof removeParticipantBody>,
    @CurrentActor() actor: Actor,
  ): Promise<SessionView> {
    await this.removeParticipant.execute(actor, id, person, reason);
    return this.showSession.execute(actor, id);
  }

  @Delete(':id/removals/:person')
  @Access(editSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Let somebody who was removed register again',
    params: participantParams,
    response: sessionView,
    refusals: [404],
  })
  async undo(
    @Param('id') id: string,
    @Param('person') person: string,
    @CurrentActor() actor: Actor,
  ): Promise<SessionView> {
    await this.removeParticipant.undo(actor, id, person);
    return this.showSession.execute(actor, id);
  }
}
