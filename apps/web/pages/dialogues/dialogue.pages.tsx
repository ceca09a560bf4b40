import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  AnswerStatement,
  answerStatementBody,
  answerStatementRule,
  ProposeStatement,
  proposeStatementBody,
  proposeStatementRule,
  readDialogueRule,
} from '../../../../libs/dialogues/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { DialogueDrawing } from './dialogue-drawing.js';
import { dialogueLinks } from './dialogue-links.js';

/** One dialogue, answering its statements, and proposing more. */
@Controller('dialogues/:id')
export class DialoguePages {
  constructor(
    private readonly pages: Pages,
    private readonly drawing: DialogueDrawing,
    private readonly answerStatement: AnswerStatement,
    private readonly proposeStatement: ProposeStatement,
  ) {}

  @Get()
  @PageRoute()
  @Access(readDialogueRule)
  show(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    return this.drawing.page(request, id);
  }

  /** The card that asks, for the island that keeps answers without leaving the page. */
  @Get('answer/fragment')
  @PageRoute()
  @Access(answerStatementRule)
  fragment(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    return this.drawing.card(request, id);
  }

  /** Leads back whoever comes here by hand, or after signing in. */
  @Get('statements/:sid/answer')
  @PageRoute()
  @Access(readDialogueRule)
  async ask(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('sid') statementId: string,
  ): Promise<PageAnswer> {
    await this.drawing.requireDialogue(request, id);
    return seeOther(dialogueLinks.ask(encodeURIComponent(id), encodeURIComponent(statementId)));
  }

  @Post('statements/:sid/answer')
  @PageRoute()
  @Access(answerStatementRule)
  @RateLimit('write')
  async answer(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('sid') statementId: string,
  ): Promise<PageAnswer> {
    try {
      const choice = new FormInput(request.body).optional('choice');
      const input = parseInput(answerStatementBody, { choice });
      await this.answerStatement.execute(request.actor, id, statementId, input.choice);
      return seeOther(dialogueLinks.answered(id, statementId));
    } catch (error) {
      const { status, summary } = formErrors(error, this.pages.textsFor(request));
      const errors = summary.map(({ message }) => ({ name: '', message }));
      return new RefusedPage(status, await this.drawing.page(request, id, { errors }));
    }
  }

  @Post('statements')
  @PageRoute()
  @Access(proposeStatementRule)
  @RateLimit('write')
  async propose(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const proposal = {
      text: form.text('text'),
      lang: form.text('lang'),
      clientKey: form.clientKey(),
    };
    try {
      const input = parseInput(proposeStatementBody, { ...proposal, lang: proposal.lang || null });
      const { sameAs } = await this.proposeStatement.execute(request.actor, id, input);
      // Where somebody has said it already, the list of one's own proposals leads there.
      return seeOther(sameAs ? dialogueLinks.statements(id, 'mine') : dialogueLinks.proposed(id));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      const page = await this.drawing.page(request, id, {
        errors: errors.summary,
        proposal: { ...proposal, errors },
      });
      return new RefusedPage(errors.status, page);
    }
  }
}
