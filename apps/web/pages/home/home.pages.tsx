import { Controller, Get, Header, Req } from '@nestjs/common';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { withAboutNames } from '../threads/about-names.js';
import { AboutPage } from './about.page.js';
import { CommunityFiguresSource } from './community-figures.js';
import { HomePage } from './home.page.js';
import { HomeReader } from './home-reader.js';

/** Pages that are copies of others, or for one reader only. */
const ROBOTS = `User-agent: *
Disallow: /api/
Disallow: /sign-in
Disallow: /register
Disallow: /settings
Disallow: /threads/*/reply/
Disallow: /threads/*/posts/
Disallow: /search
`;

@Controller()
export class HomePages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly reader: HomeReader,
    private readonly figures: CommunityFiguresSource,
  ) {}

  @Get()
  @PageRoute()
  @Public()
  @CacheForVisitors()
  async home(@Req() request: HttpRequest): Promise<string> {
    const { actor } = request;
    const nameOf = this.names.for(request);
    const [news, figures, own] = await Promise.all([
      this.reader.news(),
      this.figures.read(),
      isSignedIn(actor) ? this.reader.own(actor) : null,
    ]);
    const threads = news.threads.map((thread) => withAboutNames(thread, nameOf));
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: t('home.title'),
      description: t('home.lede'),
      body: (
        <HomePage
          figures={figures}
          news={{ ...news, threads }}
          nameOf={nameOf}
          member={own && { name: actor.name, own }}
        />
      ),
    });
  }

  @Get('about')
  @PageRoute()
  @Public()
  @CacheForVisitors()
  about(@Req() request: HttpRequest): string {
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: t('home.about'),
      description: t('home.about-lede'),
      body: <AboutPage />,
    });
  }

  @Get('robots.txt')
  @Public()
  @CacheForVisitors()
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    return ROBOTS;
  }
}
