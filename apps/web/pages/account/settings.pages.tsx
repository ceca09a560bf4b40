import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  changeMeRule,
  ListSessions,
  RevokeSession,
  SendVerification,
  showMeRule,
  UpdateMe,
  updateMeSchema,
} from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import {
  type PageAnswer,
  PageRoute,
  RefusedPage,
  type SeeOther,
  seeOther,
} from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ProfileForms } from './profile-forms.js';
import { SessionsPage } from './sessions.page.js';

/** One's own profile, and where one is signed in. */
@Controller('settings')
export class SettingsPages {
  constructor(
    private readonly pages: Pages,
    private readonly profile: ProfileForms,
    private readonly updateMe: UpdateMe,
    private readonly sendVerification: SendVerification,
    private readonly listSessions: ListSessions,
    private readonly revokeSession: RevokeSession,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  open(@Req() request: HttpRequest): Promise<string> {
    return this.profile.render(request);
  }

  @Post()
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async save(@Req() request: HttpRequest): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const values = {
      name: form.text('name'),
      locale: form.text('locale'),
      country: form.text('country'),
      organisation: form.text('organisation'),
      organisationType: form.text('organisationType'),
      bio: form.text('bio'),
    };
    try {
      const chosen = {
        country: form.optional('country') ?? null,
        organisationType: form.optional('organisationType') ?? null,
      };
      await this.updateMe.execute(request.actor, parseInput(updateMeSchema, { ...values, ...chosen }));
      // The page that confirms speaks the language that was just chosen, whatever this device asked for before.
      return seeOther(`/language?to=${values.locale}&back=${encodeURIComponent('/settings?done=saved')}`);
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.profile.render(request, { values, errors }));
    }
  }

  /** Links the profile to an organisation of the atlas; without one, undoes the link. */
  @Post('organisation')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async linkOrganisation(@Req() request: HttpRequest): Promise<SeeOther> {
    const worksFor = new FormInput(request.body).optional('worksFor') ?? null;
    await this.updateMe.execute(request.actor, parseInput(updateMeSchema, { worksFor }));
    return seeOther('/settings?done=saved');
  }

  @Post('verification')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('mail-link')
  async verify(@Req() request: HttpRequest): Promise<SeeOther> {
    await this.sendVerification.execute(request.actor);
    return seeOther('/settings?done=mail-sent');
  }

  @Get('sessions')
  @PageRoute()
  @Access(showMeRule)
  async sessions(@Req() request: HttpRequest): Promise<string> {
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.sessions'),
      unlisted: true,
      body: (
        <SessionsPage
          csrf={this.pages.csrfFor(request)}
          sessions={await this.listSessions.execute(request.actor)}
          done={done === 'session-ended' ? done : undefined}
        />
      ),
    });
  }

  @Post('sessions/:id/end')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async endSession(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.revokeSession.execute(request.actor, id);
    return seeOther('/settings/sessions?done=session-ended');
  }
}
