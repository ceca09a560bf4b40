import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  ListStatements,
  listStatementsQuery,
  ModerateStatement,
  moderateStatementBody,
  moderateStatementRule,
  readDialogueRule,
  ShowDialogue,
} from '../../../../libs/dialogues/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { dialogueLinks } from './dialogue-links.js';
import { type StatementListing, statementListing } from './statement-listing.js';
import { type RefusedDecision, StatementsPage } from './statements.page.js';

const PER_PAGE = 30;

/** The statements of a dialogue as lists, and deciding on those that wait. */
@Controller('dialogues/:id/statements')
export class StatementPages {
  constructor(
    private readonly pages: Pages,
    private readonly showDialogue: ShowDialogue,
    private readonly listStatements: ListStatements,
    private readonly moderateStatement: ModerateStatement,
  ) {}

  @Get()
  @PageRoute()
  @Access(readDialogueRule)
  list(@Req() request: HttpRequest, @Param('id') id: string): Promise<string> {
    return this.page(request, id, statementListing(new FormInput(request.query).text('show')));
  }

  @Post(':sid/moderate')
  @PageRoute()
  @Access(moderateStatementRule)
  @RateLimit('write')
  async moderate(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('sid') statementId: string,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const reason = form.text('reason');
    try {
      const decision = form.optional('decision');
      const input = parseInput(moderateStatementBody, { decision, reason: reason || undefined });
      await this.moderateStatement.execute(request.actor, id, statementId, input);
      return seeOther(dialogueLinks.statements(id, 'waiting'));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      const summary = errors.summary.map(({ name, message }) => ({
        name: name === 'reason' ? `reason-${statementId}` : '',
        message,
      }));
      const refused = { statementId, reason, errors: { ...errors, summary } };
      return new RefusedPage(errors.status, await this.page(request, id, 'waiting', refused));
    }
  }

  private async page(
    request: HttpRequest,
    id: string,
    show: StatementListing,
    refused?: RefusedDecision,
  ): Promise<string> {
    const { actor } = request;
    const dialogue = await this.showDialogue.execute(actor, id);
    const query = parseInput(listStatementsQuery, {
      status: show,
      cursor: new FormInput(request.query).optional('cursor'),
      limit: PER_PAGE,
    });
    const page = await this.listStatements.execute(actor, id, query);
    const href = (cursor?: string) =>
      hrefWith(dialogueLinks.statements(id), { show: show === 'approved' ? undefined : show, cursor });
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: `${t('dialogue-pages.statements')}: ${dialogue.question}`,
      unlisted: show !== 'approved',
      body: (
        <StatementsPage
          dialogue={dialogue}
          show={show}
          statements={page.items}
          csrf={this.pages.csrfFor(request)}
          signedIn={actor.id !== null}
          nextHref={page.nextCursor ? href(page.nextCursor) : undefined}
          firstHref={query.cursor ? href() : undefined}
          refused={refused}
        />
      ),
    });
  }
}
