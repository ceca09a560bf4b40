import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import {
  BecomeAdministrator,
  becomeAdministratorRule,
  setSessionCookie,
  userAgentOf,
} from '../../../../libs/identity/index.js';
import { Access, Public } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpReply, HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { ButtonLink, PostButton } from '../../components/button.js';
import { withBack } from '../../rendering/back-path.js';
import { formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { OutcomePage } from './outcome.page.js';

/** The link that the first start shows to whoever runs Minga. */
@Controller('become-administrator')
export class AdministratorPages {
  constructor(
    private readonly pages: Pages,
    private readonly becomeAdministrator: BecomeAdministrator,
    private readonly config: Config,
  ) {}

  /** Opening the link changes nothing yet: programs that look into links must not use it up. */
  @Get()
  @PageRoute()
  @Public()
  open(@Req() request: HttpRequest): string {
    const { t } = this.pages.textsFor(request);
    const token = new FormInput(request.query).text('token');
    const back = `/become-administrator?token=${encodeURIComponent(token)}`;
    const title = t('account.administrator-title');
    const { actor } = request;
    const body = isSignedIn(actor) ? (
      <OutcomePage title={title} text={t('account.administrator-text', { name: actor.name })}>
        <PostButton action="/become-administrator" csrf={this.pages.csrfFor(request)} values={{ token }}>
          {title}
        </PostButton>
      </OutcomePage>
    ) : (
      <OutcomePage title={title} text={t('account.administrator-visitor')}>
        <ButtonLink href={withBack('/register', back)}>{t('ui.register')}</ButtonLink>
        <ButtonLink href={withBack('/sign-in', back)} variant="quiet">
          {t('ui.sign-in')}
        </ButtonLink>
      </OutcomePage>
    );
    return this.pages.render(request, { title, unlisted: true, body });
  }

  @Post()
  @PageRoute()
  @Access(becomeAdministratorRule)
  @RateLimit('sign-in')
  async confirm(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) reply: HttpReply,
  ): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    try {
      const token = new FormInput(request.body).text('token');
      const { actor } = request;
      const { id, session } = await this.becomeAdministrator.execute(actor, token, userAgentOf(request));
      setSessionCookie(reply, session, this.config);
      return seeOther(`/people/${id}`);
    } catch (error) {
      const errors = formErrors(error, texts);
      const title = texts.t('account.administrator-title');
      const body = <OutcomePage title={title} text={errors.summary[0]?.message ?? ''} />;
      return new RefusedPage(errors.status, this.pages.render(request, { title, unlisted: true, body }));
    }
  }
}
