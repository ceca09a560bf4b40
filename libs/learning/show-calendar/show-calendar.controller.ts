import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import { Access, CurrentActor } from '../../platform/access/access-rule.js';
import type { Actor } from '../../platform/access/actor.js';
import { Endpoint } from '../../platform/http/endpoint.js';
import type { HttpRequest } from '../../platform/http/http-request.js';
import { requestLocale } from '../../platform/http/request-locale.js';
import { listOwnSessions, readSession } from '../learning.access.js';
import { calendarParams, sessionParams } from '../learning.schemas.js';
import { ShowCalendar } from './show-calendar.use-case.js';

const CALENDAR = 'text/calendar; charset=utf-8';

@Controller('api/v1')
export class ShowCalendarController {
  constructor(private readonly showCalendar: ShowCalendar) {}

  @Get('sessions/:id.ics')
  @Access(readSession)
  @Header('content-type', CALENDAR)
  @Endpoint({ summary: 'A session as iCalendar', params: sessionParams, refusals: [404] })
  session(
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
    @Req() request: HttpRequest,
  ): Promise<string> {
    return this.showCalendar.ofSession(actor, id, requestLocale(request));
  }

  @Get('me/learning-sessions.ics')
  @Access(listOwnSessions)
  @Header('content-type', CALENDAR)
  @Endpoint({ summary: 'Your sessions as iCalendar' })
  own(@CurrentActor() actor: Actor, @Req() request: HttpRequest): Promise<string> {
    return this.showCalendar.ofActor(actor, requestLocale(request));
  }

  @Get('calendars/:token.ics')
  @Access(readSession)
  @Header('content-type', CALENDAR)
  @Endpoint({
    summary: "A person's sessions as iCalendar, by its secret address",
    params: calendarParams,
    refusals: [404],
  })
  secret(@Param('token') token: string): Promise<string> {
    return this.showCalendar.atAddress(token);
  }
}
