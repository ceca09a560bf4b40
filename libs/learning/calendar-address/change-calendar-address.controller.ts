import { Controller, Delete, Post } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import { RateLimit } from '../../platform/http/rate-limits.js';
import { changeCalendarAddress } from '../learning.access.js';
import { calendarAddressView } from '../learning.views.schemas.js';
import { ChangeCalendarAddress } from './change-calendar-address.use-case.js';

@Controller('api/v1/me/calendar-address')
export class ChangeCalendarAddressController {
  constructor(private readonly changeCalendarAddress: ChangeCalendarAddress) {}

  @Post()
  @Access(changeCalendarAddress)
  @RateLimit('write')
  @Endpoint({
    summary: 'Make a secret address under which a calendar program reads your sessions',
    response: calendarAddressView,
    status: 201,
  })
  make(@CurrentActor() actor: Actor): Promise<{ url: string }> {
    return this.changeCalendarAddress.execute(actor);
  }

  @Delete()
  @Access(changeCalendarAddress)
  @RateLimit('write')
  @Endpoint({ summary: 'End the secret address', status: 204 })
  async end(@CurrentActor() actor: Actor): Promise<void> {
    await this.changeCalendarAddress.remove(actor);
  }
}
