import { Body, Controller, Param, Post } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { takePart } from '../learning.access.js';
import { attendanceBody, sessionParams } from '../learning.schemas.js';
import { type LiveView, liveView } from '../learning.views.schemas.js';
import { ShowLive } from '../show-live/show-live.use-case.js';
import { Attend } from './attend.use-case.js';

@Controller('api/v1/sessions')
export class AttendController {
  constructor(
    private readonly attend: Attend,
    private readonly showLive: ShowLive,
  ) {}

  @Post(':id/attendance')
  @Access(takePart)
  @RateLimit('write')
  @Endpoint({
    summary: 'Note that you are there, or who is',
    params: sessionParams,
    body: attendanceBody,
    response: liveView,
    refusals: [404, 409],
  })
  async note(
    @Param('id') id: string,
    @Body() body: z.output<typeof attendanceBody>,
    @CurrentActor() actor: Actor,
  ): Promise<LiveView> {
    if (body.person) await this.attend.count(actor, id, body.person, body.present);
    else await this.attend.execute(actor, id);
    return this.showLive.execute(actor, id);
  }
}
