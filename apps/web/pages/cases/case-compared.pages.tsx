import { Controller, Get, Param, Req } from '@nestjs/common';
import { readCaseRule, ShowCase, ShowCaseHistory } from '../../../../libs/cases/index.js';
import { FindComparableCases } from '../../../../libs/explore/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { CaseVersionsPage } from './case-versions.page.js';
import { ComparablePage, MOST_BESIDE } from './comparable.page.js';
import { kinInFull } from './kin-words.js';

const RANKED = 12;

/** A case compared: with others, and with what it was. */
@Controller('cases/:id')
export class CaseComparedPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showCase: ShowCase,
    private readonly showHistory: ShowCaseHistory,
    private readonly findComparable: FindComparableCases,
  ) {}

  @Get('comparable')
  @Access(readCaseRule)
  @PageRoute()
  async comparable(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    const nameOf = this.names.for(request);
    const item = await this.showCase.execute(request.actor, id);
    const ticked = new FormInput(request.query).texts('with').filter((other) => other !== id);
    const beside = await Promise.all(
      [...new Set(ticked)].slice(0, MOST_BESIDE).map((other) => this.showCase.execute(request.actor, other)),
    );
    const { items } = await this.findComparable.execute(request.actor, id, RANKED, requestLocale(request));
    const kin = items.map((other) => ({ ...kinInFull(other, texts, nameOf), id: other.case.id }));
    return this.pages.render(request, {
      title: texts.t('cases.comparable-to', { title: item.title }),
      unlisted: beside.length > 0,
      body: <ComparablePage item={item} kin={kin} beside={beside} nameOf={nameOf} />,
    });
  }

  @Get('versions')
  @Access(readCaseRule)
  @PageRoute()
  async versions(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const item = await this.showCase.execute(request.actor, id);
    const { items: versions } = await this.showHistory.execute(request.actor, id);
    return this.pages.render(request, {
      title: t('cases.versions-of', { title: item.title }),
      unlisted: true,
      body: <CaseVersionsPage item={item} versions={versions} />,
    });
  }
}
