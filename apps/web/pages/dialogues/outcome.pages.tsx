import { Controller, Get, Param, Req } from '@nestjs/common';
import { readDialogueRule, ShowDialogue, ShowOutcome } from '../../../../libs/dialogues/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { plainText } from '../../../../libs/platform/markdown/markdown.js';
import { PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { OutcomePage } from './outcome.page.js';

const DESCRIPTION_LENGTH = 160;

/** The published outcome of a dialogue. */
@Controller('dialogues/:id/outcome')
export class OutcomePages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly config: Config,
    private readonly showDialogue: ShowDialogue,
    private readonly showOutcome: ShowOutcome,
  ) {}

  @Get()
  @PageRoute()
  @Access(readDialogueRule)
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    const [dialogue, outcome] = await Promise.all([
      this.showDialogue.execute(request.actor, id),
      this.showOutcome.execute(request.actor, id),
    ]);
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: `${t('dialogue-pages.outcome')}: ${dialogue.question}`,
      description: plainText(outcome.agreed).slice(0, DESCRIPTION_LENGTH),
      body: (
        <OutcomePage
          dialogue={dialogue}
          outcome={outcome}
          nameOf={this.names.for(request)}
          baseUrl={this.config.baseUrl}
        />
      ),
    });
  }
}
