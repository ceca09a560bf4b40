import { Body, Controller, Param, Patch } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { editSession } from '../learning.access.js';
import { type EditSessionInput, editSessionBody, sessionParams } from '../learning.schemas.js';
import { type SessionView, sessionView } from '../learning.views.schemas.js';
import { ShowSession } from '../show-session/show-session.use-case.js';
import { EditSession } from './edit-session.use-case.js';

@Controller('api/v1/sessions')
export class EditSessionController {
  constructor(
    private readonly editSession: EditSession,
    private readonly showSession: ShowSession,
  ) {}

  @Patch(':id')
  @Access(editSession)
  @RateLimit('write')
  @Endpoint({
    summary: 'Change a session, or move it',
    description: 'What is not given stays. A new beginning without an end moves the end along.',
    params: sessionParams,
    body: editSessionBody,
    response: sessionView,
    refusals: [404, 409],
  })
  async edit(
    @Param('id') id: string,
    @Body() body: EditSessionInput,
    @CurrentActor() actor: Actor,
  ): Promise<SessionView> {
    await this.editSession.execute(actor, id, body);
    return this.showSession.execute(actor, id);
  }
}
