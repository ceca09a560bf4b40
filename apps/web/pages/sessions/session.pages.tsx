import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  CancelSession,
  cancelSessionBody,
  editSessionRule,
  RegisterForSession,
  RemoveParticipant,
  readSessionRule,
  registerBody,
  registerForSessionRule,
  removeParticipantBody,
  ShowSession,
} from '../../../../libs/learning/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { plainText } from '../../../../libs/platform/markdown/markdown.js';
import { formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { SessionPage } from './session.page.js';
import { sessionLinks } from './session-links.js';
import type { SessionPageProps } from './session-page-props.js';

const DESCRIPTION_LENGTH = 160;

/** One session: what it is for, the reader's place in it, and afterwards what came of it. */
@Controller('sessions/:id')
export class SessionPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showSession: ShowSession,
    private readonly registerForSession: RegisterForSession,
    private readonly cancelSession: CancelSession,
    private readonly removeParticipant: RemoveParticipant,
  ) {}

  @Get()
  @Access(readSessionRule)
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.page(request, id);
  }

  @Post('register')
  @Access(registerForSessionRule)
  @RateLimit('write')
  @PageRoute()
  register(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const timeZone = new FormInput(request.body).optional('timeZone');
    return this.carryOut(request, id, async () => {
      const input = parseInput(registerBody, { timeZone });
      await this.registerForSession.execute(request.actor, id, input.timeZone);
    });
  }

  @Post('leave')
  @Access(registerForSessionRule)
  @RateLimit('write')
  @PageRoute()
  leave(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.carryOut(request, id, () => this.registerForSession.cancel(request.actor, id));
  }

  @Post('cancel')
  @Access(editSessionRule)
  @RateLimit('write')
  @PageRoute()
  cancel(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const reason = new FormInput(request.body).text('reason');
    return this.carryOut(
      request,
      id,
      async () =>
        this.cancelSession.execute(request.actor, id, parseInput(cancelSessionBody, { reason }).reason),
      { reason },
    );
  }

  @Post('remove')
  @Access(editSessionRule)
  @RateLimit('write')
  @PageRoute()
  remove(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const [reason, removing] = [form.text('reason'), form.text('person')];
    return this.carryOut(
      request,
      id,
      async () => {
        const input = parseInput(removeParticipantBody, { reason });
        return this.removeParticipant.execute(request.actor, id, removing, input.reason);
      },
      { reason, removing },
    );
  }

  @Post('let-in')
  @Access(editSessionRule)
  @RateLimit('write')
  @PageRoute()
  letIn(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const person = new FormInput(request.body).text('person');
    return this.carryOut(request, id, () => this.removeParticipant.undo(request.actor, id, person));
  }

  private async carryOut(
    request: HttpRequest,
    id: string,
    work: () => Promise<unknown>,
    typed: Pick<SessionPageProps, 'reason' | 'removing'> = {},
  ): Promise<PageAnswer> {
    try {
      await work();
      return seeOther(sessionLinks.session(id));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.page(request, id, { ...typed, errors }));
    }
  }

  private async page(
    request: HttpRequest,
    id: string,
    refused: Pick<SessionPageProps, 'errors' | 'reason' | 'removing'> = {},
  ): Promise<string> {
    const session = await this.showSession.execute(request.actor, id);
    return this.pages.render(request, {
      title: session.title,
      description: plainText(session.purpose).slice(0, DESCRIPTION_LENGTH),
      body: (
        <SessionPage
          session={session}
          nameOf={this.names.for(request)}
          csrf={this.pages.csrfFor(request)}
          viewerId={request.actor.id}
          {...refused}
        />
      ),
    });
  }
}
