import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  CloseSession,
  closeSessionBody,
  runSessionRule,
  type SessionView,
  ShowSession,
} from '../../../../libs/learning/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import type { ChoiceOption } from '../../components/fields.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { codeOf, PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { ClosePage } from './close.page.js';
import {
  type CloseFormValues,
  closeListToGrow,
  emptyOutcome,
  readCloseForm,
  toCloseInput,
  withMoreCloseRows,
  withNotes,
} from './close-form-input.js';

/** Closing a session with what came of it. */
@Controller('sessions/:id/close')
export class ClosePages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showSession: ShowSession,
    private readonly closeSession: CloseSession,
  ) {}

  @Get()
  @Access(runSessionRule)
  @PageRoute()
  async open(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const session = await this.closable(request, id);
    if (!session.permissions.close) return seeOther(session.url);
    return this.page(request, session, emptyOutcome(session.live.attended));
  }

  @Post()
  @Access(runSessionRule)
  @RateLimit('write')
  @PageRoute()
  async close(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const session = await this.closable(request, id);
    const values = readCloseForm(body);
    const list = closeListToGrow(body);
    if (list) return this.page(request, session, withMoreCloseRows(values, list));
    if (new FormInput(body).text('do') === 'notes')
      return this.page(request, session, withNotes(values, session.notes));
    if (new FormInput(body).text('do') !== 'close') return this.page(request, session, values);
    try {
      const numbers = this.pages.numbersOf(request);
      const input = parseInput(closeSessionBody, toCloseInput(values, numbers), numbers.faults);
      await this.closeSession.execute(request.actor, id, input);
      return seeOther(session.url);
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return this.page(request, session, values, errors);
    }
  }

  /** Closing a closed session is said in the form, so that a second facilitator loses nothing that was typed. */
  private async closable(request: HttpRequest, id: string): Promise<SessionView> {
    const session = await this.showSession.execute(request.actor, id);
    const runs = session.permissions.edit || session.permissions.run || session.outcome !== null;
    if (runs) return session;
    throw new DomainError('forbidden', 'access/forbidden', { permission: runSessionRule.name });
  }

  private page(
    request: HttpRequest,
    session: SessionView,
    values: CloseFormValues,
    refusal?: FormErrors,
  ): PageAnswer {
    const { t } = this.pages.textsFor(request);
    const html = this.pages.render(request, {
      title: t('sessions.close-session'),
      unlisted: true,
      islands: ['forms'],
      body: (
        <ClosePage
          session={session}
          csrf={this.pages.csrfFor(request)}
          values={values}
          cases={session.about
            .filter(({ type }) => type === 'case')
            .map(({ key, title }) => ({ value: codeOf(key), label: title }))}
          owners={this.owners(request, session)}
          errors={refusal?.summary ?? []}
          fields={refusal?.fields ?? {}}
        />
      ),
    });
    return refusal ? new RefusedPage(refusal.status, html) : html;
  }

  /** Who takes part, and the organisations that the session is about. */
  private owners(request: HttpRequest, session: SessionView): ChoiceOption[] {
    const nameOf = this.names.for(request);
    const people = [...session.facilitators, ...(session.participants ?? [])];
    const actors = session.about.filter(({ type }) => type === 'actor');
    return [
      ...new Map(people.map(({ id, name }) => [id, { value: `person:${id}`, label: name }])).values(),
      ...actors.map(({ key, title }) => ({ value: key, label: nameOf(key, title) })),
    ];
  }
}
