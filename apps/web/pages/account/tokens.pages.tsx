import { Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import {
  CreateToken,
  changeMeRule,
  createTokenRule,
  createTokenSchema,
  ListTokens,
  RevokeToken,
  showMeRule,
} from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
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
import { TokensPage, type TokensPageProps } from './tokens.page.js';

/** Tokens for programs that act for the person. */
@Controller('settings/tokens')
export class TokensPages {
  constructor(
    private readonly pages: Pages,
    private readonly listTokens: ListTokens,
    private readonly createToken: CreateToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @PageRoute()
  @Access(showMeRule)
  open(@Req() request: HttpRequest): Promise<string> {
    const done = new FormInput(request.query).text('done');
    return this.render(request, { done: done === 'token-withdrawn' ? done : undefined });
  }

  /** The secret is in this answer and nowhere else, so no browser may keep it. */
  @Post()
  @PageRoute()
  @Header('cache-control', 'no-store')
  @Access(createTokenRule)
  @RateLimit('write')
  async create(@Req() request: HttpRequest): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const clientKey = form.clientKey();
    const values = { name: form.text('name'), scopes: form.texts('scopes') };
    try {
      const made = await this.createToken.execute(
        request.actor,
        parseInput(createTokenSchema, { ...values, clientKey }),
      );
      return await this.render(request, { made });
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.render(request, { values, errors, clientKey }));
    }
  }

  @Post(':id/withdraw')
  @PageRoute()
  @Access(changeMeRule)
  @RateLimit('write')
  async withdraw(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.revokeToken.execute(request.actor, id);
    return seeOther('/settings/tokens?done=token-withdrawn');
  }

  private async render(
    request: HttpRequest,
    state: Partial<Pick<TokensPageProps, 'made' | 'done' | 'values' | 'errors' | 'clientKey'>>,
  ): Promise<string> {
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('account.tokens'),
      unlisted: true,
      body: (
        <TokensPage
          csrf={this.pages.csrfFor(request)}
          tokens={await this.listTokens.execute(request.actor)}
          values={{ name: '', scopes: ['read'] }}
          clientKey={newId()}
          {...state}
        />
      ),
    });
  }
}
