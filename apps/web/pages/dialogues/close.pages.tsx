import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  CloseDialogue,
  closableFrom,
  closeDialogueBody,
  closeDialogueRule,
  type DialogueView,
  ShowDialogue,
} from '../../../../libs/dialogues/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { conflict, DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { formRefusal } from '../../rendering/form-refusal.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ClosePage } from './close.page.js';
import {
  type CloseFormValues,
  closeFieldOf,
  emptyCloseForm,
  readCloseForm,
  toCloseInput,
  withMoreCommitments,
} from './close-form-input.js';
import { dialogueLinks } from './dialogue-links.js';
import { StatementReader } from './statement-reader.js';

const PARTY_TYPES = ['person', 'actor'];

/** Closing a dialogue with its outcome. */
@Controller('dialogues/:id/close')
export class ClosePages {
  constructor(
    private readonly pages: Pages,
    private readonly picking: LinkPicking,
    private readonly showDialogue: ShowDialogue,
    private readonly statements: StatementReader,
    private readonly closeDialogue: CloseDialogue,
  ) {}

  @Get()
  @PageRoute()
  @Access(closeDialogueRule)
  async open(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const dialogue = await this.showDialogue.execute(request.actor, id);
    if (dialogue.outcomeUrl) return seeOther(dialogue.outcomeUrl);
    this.requireClosable(dialogue);
    return this.page(request, dialogue, emptyCloseForm(dialogue.lang ?? ''));
  }

  @Post()
  @PageRoute()
  @Access(closeDialogueRule)
  @RateLimit('write')
  async close(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const dialogue = await this.showDialogue.execute(request.actor, id);
    const values = readCloseForm(request.body);
    const pressed = new FormInput(request.body).text('do');
    if (pressed === 'add-commitments' || pressed === 'find') this.requireClosable(dialogue);
    if (pressed === 'add-commitments') return this.page(request, dialogue, withMoreCommitments(values));
    if (pressed === 'find' || pressed === 'look') {
      const parties = await this.picking.withFound(request, values.parties, PARTY_TYPES);
      return this.page(request, dialogue, { ...values, parties });
    }
    try {
      const numbers = this.pages.numbersOf(request);
      const input = parseInput(closeDialogueBody, toCloseInput(values, numbers), numbers.faults);
      await this.closeDialogue.execute(request.actor, id, input);
      return seeOther(dialogueLinks.outcome(id));
    } catch (error) {
      const refusal = formRefusal(error, this.pages.textsFor(request), 'dialogue-pages', closeFieldOf);
      return this.page(request, dialogue, values, refusal);
    }
  }

  private requireClosable({ permissions, phases }: DialogueView): void {
    if (permissions.close) return;
    if (permissions.edit) throw conflict('dialogues/no-outcome-yet', { from: closableFrom(phases) });
    throw new DomainError('forbidden', 'access/forbidden', { permission: closeDialogueRule.name });
  }

  private async page(
    request: HttpRequest,
    dialogue: DialogueView,
    values: CloseFormValues,
    refusal?: FormErrors,
  ): Promise<PageAnswer> {
    const [statements, offered] = await Promise.all([
      this.statements.approved(request.actor, dialogue.id),
      this.picking.offer(request, values.parties, PARTY_TYPES),
    ]);
    const html = this.pages.render(request, {
      title: this.pages.textsFor(request).t('dialogue-pages.close-title'),
      unlisted: true,
      islands: ['forms'],
      body: (
        <ClosePage
          dialogue={dialogue}
          statements={statements}
          csrf={this.pages.csrfFor(request)}
          values={values}
          offered={offered}
          errors={refusal?.summary ?? []}
          fields={refusal?.fields ?? {}}
        />
      ),
    });
    return refusal ? new RefusedPage(refusal.status, html) : html;
  }
}
