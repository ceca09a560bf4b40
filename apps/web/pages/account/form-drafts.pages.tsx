import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { changeMeRule, FormDrafts, showMeRule } from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageRoute, type SeeOther, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { FormDraftsPage } from './form-drafts.page.js';

/** What the person typed into long forms and has not sent. */
@Controller('settings/drafts')
export class FormDraftsPages {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: FormDrafts,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  async open(@Req() request: HttpRequest): Promise<string> {
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.drafts'),
      unlisted: true,
      body: (
        <FormDraftsPage
          csrf={this.pages.csrfFor(request)}
          drafts={await this.drafts.list(request.actor)}
          done={done === 'draft-discarded' ? done : undefined}
        />
      ),
    });
  }

  @Post(':key/discard')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async discard(@Req() request: HttpRequest, @Param('key') key: string): Promise<SeeOther> {
    await this.drafts.discard(request.actor, key);
    return seeOther('/settings/drafts?done=draft-discarded');
  }
}
