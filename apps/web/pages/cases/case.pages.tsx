import { Controller, Get, Param, Req } from '@nestjs/common';
import { readCaseRule, ShowCase, ShowCaseHistory } from '../../../../libs/cases/index.js';
import { ListThreads } from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { toThreadItem } from '../../rendering/thread-items.js';
import { CasePage } from './case.page.js';
import { CaseVersionsPage } from './case-versions.page.js';

const THREADS = 10;

/** One case to read, and what it has been. */
@Controller('cases/:id')
export class CasePages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly config: Config,
    private readonly showCase: ShowCase,
    private readonly showHistory: ShowCaseHistory,
    private readonly listThreads: ListThreads,
  ) {}

  @Get()
  @Access(readCaseRule)
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const item = await this.showCase.execute(request.actor, id);
    const threads = await this.listThreads.execute({ about: item.key, limit: THREADS });
    return this.pages.render(request, {
      title: item.title,
      description: item.summary ?? undefined,
      unlisted: item.status === 'draft',
      body: (
        <CasePage
          item={item}
          nameOf={this.names.for(request)}
          csrf={this.pages.csrfFor(request)}
          kin={null}
          threads={threads.items.map(toThreadItem)}
          hasMoreThreads={threads.nextCursor !== null}
          baseUrl={this.config.baseUrl}
        />
      ),
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
