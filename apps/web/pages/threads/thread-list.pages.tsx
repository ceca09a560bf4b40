import { Controller, Get, Req } from '@nestjs/common';
import {
  ListThreads,
  ListThreadsOf,
  listThreadsQuery,
  readThreadRule,
} from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith, PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { withAboutNames } from './about-names.js';
import { ThreadListPage } from './thread-list.page.js';

const PER_PAGE = 20;

@Controller('threads')
export class ThreadListPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly listThreads: ListThreads,
    private readonly listThreadsOf: ListThreadsOf,
  ) {}

  /** All threads by their latest post, those about one thing, or those in which the reader takes part. */
  @Get()
  @PageRoute()
  @Access(readThreadRule)
  @CacheForVisitors()
  async list(@Req() request: HttpRequest): Promise<string> {
    const { actor } = request;
    const asked = new FormInput(request.query);
    const query = parseInput(listThreadsQuery, {
      about: asked.optional('about'),
      cursor: asked.optional('cursor'),
      limit: PER_PAGE,
    });
    const mine = isSignedIn(actor) && asked.pressed('mine');
    const page = mine
      ? await this.listThreadsOf.execute(actor.id, query)
      : await this.listThreads.execute(query);
    const nameOf = this.names.for(request);
    const kind = { mine: mine ? '1' : undefined, about: query.about };
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('threads.title'),
      body: (
        <ThreadListPage
          threads={page.items.map((thread) => withAboutNames(thread, nameOf))}
          nextHref={page.nextCursor ? hrefWith('/threads', { ...kind, cursor: page.nextCursor }) : undefined}
          firstHref={query.cursor ? hrefWith('/threads', kind) : undefined}
          signedIn={isSignedIn(actor)}
          mine={mine}
        />
      ),
    });
  }
}
