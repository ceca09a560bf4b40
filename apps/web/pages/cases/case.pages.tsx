import { Controller, Get, Param, Req } from '@nestjs/common';
import { type CaseView, readCaseRule, ShowCase } from '../../../../libs/cases/index.js';
import { FindComparableCases } from '../../../../libs/explore/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import type { KinItemProps } from '../../components/kin-item.js';
import { EntityActivitySource } from '../../rendering/entity-activity.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { toThreadItem } from '../../rendering/thread-items.js';
import { CasePage } from './case.page.js';
import { kinInShort } from './kin-words.js';

const THREADS = 10;
const KIN = 3;

/** One case to read, with what is said about it and what it compares to. */
@Controller('cases')
export class CasePages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly config: Config,
    private readonly showCase: ShowCase,
    private readonly activity: EntityActivitySource,
    private readonly comparable: FindComparableCases,
  ) {}

  @Get(':id')
  @Access(readCaseRule)
  @CacheForVisitors()
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const item = await this.showCase.execute(request.actor, id);
    const [around, kin] = await Promise.all([
      this.activity.around(item.key, { threads: THREADS }),
      this.kinOf(request, item),
    ]);
    return this.pages.render(request, {
      title: item.title,
      description: item.summary ?? undefined,
      unlisted: item.status === 'draft',
      body: (
        <CasePage
          item={item}
          nameOf={this.names.for(request)}
          csrf={this.pages.csrfFor(request)}
          kin={kin}
          threads={around.threads.map(toThreadItem)}
          hasMoreThreads={around.hasMoreThreads}
          dialogues={around.dialogues}
          gatherings={around.gatherings}
          baseUrl={this.config.baseUrl}
        />
      ),
    });
  }

  /** A draft is compared with nothing, so that nobody finds out about it. */
  private async kinOf(request: HttpRequest, item: CaseView): Promise<KinItemProps[] | null> {
    if (item.status === 'draft') return null;
    const { items } = await this.comparable.execute(request.actor, item.id, KIN, requestLocale(request));
    const texts = this.pages.textsFor(request);
    return items.map((comparison) => kinInShort(comparison, texts, this.names.for(request)));
  }
}
