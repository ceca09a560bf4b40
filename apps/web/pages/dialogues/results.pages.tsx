import { Controller, Get, Param, Req } from '@nestjs/common';
import { readDialogueRule, ShowDialogue, ShowResults } from '../../../../libs/dialogues/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ResultsPage } from './results.page.js';

/** What people said to the statements of a dialogue. */
@Controller('dialogues/:id/results')
export class ResultPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showDialogue: ShowDialogue,
    private readonly showResults: ShowResults,
  ) {}

  @Get()
  @PageRoute()
  @Access(readDialogueRule)
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    const [dialogue, results] = await Promise.all([
      this.showDialogue.execute(request.actor, id),
      this.showResults.execute(request.actor, id),
    ]);
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: `${t('dialogue-pages.results')}: ${dialogue.question}`,
      body: <ResultsPage dialogue={dialogue} results={results} nameOf={this.names.for(request)} />,
    });
  }
}
