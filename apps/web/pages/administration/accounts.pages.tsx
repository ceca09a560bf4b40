import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  DisableAccount,
  disableAccountRule,
  EndSessions,
  ListPeople,
  listPeopleRule,
  ShowAccount,
} from '../../../../libs/identity/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, type SeeOther, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ACCOUNT_CHANGES, type AccountChange, AccountPage } from './account.page.js';
import { AccountListPage } from './account-list.page.js';
import { DisablePage } from './disable.page.js';

const ACCOUNTS = 50;
const LIST = '/administration/people';

/** For administrators: everyone's accounts, keeping somebody out and letting them in again. */
@Controller('administration/people')
export class AccountsPages {
  constructor(
    private readonly pages: Pages,
    private readonly listPeople: ListPeople,
    private readonly showAccount: ShowAccount,
    private readonly disableAccount: DisableAccount,
    private readonly endSessions: EndSessions,
  ) {}

  @Get()
  @PageRoute()
  @Access(listPeopleRule)
  async list(@Req() request: HttpRequest): Promise<string> {
    const cursor = new FormInput(request.query).optional('cursor');
    const { items, nextCursor } = await this.listPeople.execute(request.actor, { cursor, limit: ACCOUNTS });
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('administration.accounts-title'),
      unlisted: true,
      body: (
        <AccountListPage
          accounts={items}
          nextHref={nextCursor ? hrefWith(LIST, { cursor: nextCursor }) : undefined}
          firstHref={cursor ? LIST : undefined}
        />
      ),
    });
  }

  @Get(':id')
  @PageRoute()
  @Access(listPeopleRule)
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    const account = await this.showAccount.execute(request.actor, id);
    const done = new FormInput(request.query).text('done');
    return this.pages.render(request, {
      title: account.name,
      unlisted: true,
      body: (
        <AccountPage
          account={account}
          csrf={this.pages.csrfFor(request)}
          isOwn={request.actor.id === id}
          done={ACCOUNT_CHANGES.find((change) => change === done)}
        />
      ),
    });
  }

  @Get(':id/disable')
  @PageRoute()
  @Access(disableAccountRule)
  async askToDisable(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { name, isDisabled } = await this.showAccount.execute(request.actor, id);
    const path = `${LIST}/${id}`;
    if (isDisabled || request.actor.id === id) return seeOther(path);
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('administration.disable-title', { name }),
      unlisted: true,
      body: <DisablePage name={name} path={path} csrf={this.pages.csrfFor(request)} />,
    });
  }

  @Post(':id/disable')
  @PageRoute()
  @Access(disableAccountRule)
  @RateLimit('write')
  async disable(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.disableAccount.disable(request.actor, id);
    return backTo(id, 'disabled');
  }

  @Post(':id/enable')
  @PageRoute()
  @Access(disableAccountRule)
  @RateLimit('write')
  async enable(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.disableAccount.enable(request.actor, id);
    return backTo(id, 'enabled');
  }

  @Post(':id/end-sessions')
  @PageRoute()
  @Access(disableAccountRule)
  @RateLimit('write')
  async end(@Req() request: HttpRequest, @Param('id') id: string): Promise<SeeOther> {
    await this.endSessions.execute(request.actor, id);
    return backTo(id, 'signed-out');
  }
}

function backTo(id: string, done: AccountChange): SeeOther {
  return seeOther(hrefWith(`${LIST}/${id}`, { done }));
}
