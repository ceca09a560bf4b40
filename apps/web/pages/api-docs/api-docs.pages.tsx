import { Controller, Get, Req } from '@nestjs/common';
import { Public } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { OpenApi } from '../../../../libs/platform/http/openapi.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ApiDocsPage } from './api-docs.page.js';
import { type ApiGroup, groupOperations } from './operations.js';

@Controller('api/docs')
export class ApiDocsPages {
  private groups: ApiGroup[] | null = null;

  constructor(
    private readonly pages: Pages,
    private readonly openApi: OpenApi,
    private readonly config: Config,
  ) {}

  @Get()
  @Public()
  @PageRoute()
  show(@Req() request: HttpRequest): PageAnswer {
    const { t } = this.pages.textsFor(request);
    const server = this.config.baseUrl;
    // The contracts do not change while the server runs.
    this.groups ??= groupOperations(this.openApi.describe(server), server);
    return this.pages.render(request, {
      title: t('api-docs.title'),
      description: t('api-docs.lede'),
      body: <ApiDocsPage groups={this.groups} server={server} />,
    });
  }
}
