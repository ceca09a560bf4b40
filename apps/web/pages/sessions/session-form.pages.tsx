import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  EditSession,
  editSessionBody,
  editSessionRule,
  ProposeSession,
  proposeSessionBody,
  proposeSessionRule,
  type SessionView,
  ShowSession,
  SUBJECT_TYPES,
} from '../../../../libs/learning/index.js';
import { Access, requireAccess } from '../../../../libs/platform/access/access-rule.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import type { OfferedLink } from '../../components/link-picker.js';
import { keyFromAddress } from '../../rendering/entity-address.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { formRefusal } from '../../rendering/form-refusal.js';
import { listToGrow } from '../../rendering/form-rows.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { partsThatDiffer, type SavedPart } from '../../rendering/saved-meanwhile.js';
import { savedSessionTexts } from './saved-session.js';
import { SessionFormPage } from './session-form.page.js';
import {
  emptySession,
  PICKERS,
  readSessionForm,
  SESSION_ROWS,
  type SessionFormValues,
  type SessionPicker,
  type SessionRowList,
  sessionFieldOf,
  toSessionForm,
  toSessionInput,
  withMoreSessionRows,
} from './session-form-input.js';
import { sessionLinks } from './session-links.js';

const TYPES: Record<SessionPicker, readonly string[]> = { about: SUBJECT_TYPES, facilitators: ['person'] };

/** Proposing a session and changing it. */
@Controller('sessions')
export class SessionFormPages {
  constructor(
    private readonly pages: Pages,
    private readonly picking: LinkPicking,
    private readonly names: PageNames,
    private readonly showSession: ShowSession,
    private readonly proposeSession: ProposeSession,
    private readonly editSession: EditSession,
  ) {}

  @Get('new')
  @Access(proposeSessionRule)
  @PageRoute()
  start(@Req() request: HttpRequest): Promise<PageAnswer> {
    requireAccess(proposeSessionRule, request.actor, undefined);
    const about = keyFromAddress(new FormInput(request.query).text('about'));
    const { locale } = this.pages.textsFor(request);
    return this.page(request, null, emptySession(locale, about ? [about] : [], newId()));
  }

  @Post('new')
  @Access(proposeSessionRule)
  @RateLimit('write')
  @PageRoute()
  async propose(@Req() request: HttpRequest, @Body() body: unknown): Promise<PageAnswer> {
    requireAccess(proposeSessionRule, request.actor, undefined);
    const values = readSessionForm(body);
    const again = await this.comesBack(request, body, values);
    if (again) return this.page(request, null, again);
    const numbers = this.pages.numbersOf(request);
    try {
      const clientKey = new FormInput(body).clientKey();
      const fields = { ...toSessionInput(values, numbers), clientKey };
      const input = parseInput(proposeSessionBody, fields, numbers.faults);
      const { id } = await this.proposeSession.execute(request.actor, input);
      return seeOther(sessionLinks.session(id));
    } catch (error) {
      return this.page(request, null, values, this.refusal(request, error));
    }
  }

  @Get(':id/edit')
  @Access(editSessionRule)
  @PageRoute()
  async edit(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const session = await this.editable(request, id);
    return this.page(request, session, toSessionForm(session, this.pages.textsFor(request).locale));
  }

  @Post(':id/edit')
  @Access(editSessionRule)
  @RateLimit('write')
  @PageRoute()
  async save(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const session = await this.editable(request, id);
    const values = readSessionForm(body);
    const again = await this.comesBack(request, body, values);
    if (again) return this.page(request, session, again);
    try {
      const numbers = this.pages.numbersOf(request);
      const fields = { ...toSessionInput(values, numbers), sequence: digits(values.texts.sequence) };
      const input = parseInput(editSessionBody, fields, numbers.faults);
      await this.editSession.execute(request.actor, id, input);
      return seeOther(session.url);
    } catch (error) {
      const refusal = this.refusal(request, error);
      if (refusal.code !== 'learning/changed-meanwhile') return this.page(request, session, values, refusal);
      return this.savedMeanwhile(request, await this.editable(request, id), values, refusal);
    }
  }

  private async editable(request: HttpRequest, id: string): Promise<SessionView> {
    const session = await this.showSession.execute(request.actor, id);
    if (session.permissions.edit) return session;
    throw new DomainError('forbidden', 'access/forbidden', { permission: editSessionRule.name });
  }

  private refusal(request: HttpRequest, error: unknown): FormErrors {
    return formRefusal(error, this.pages.textsFor(request), 'sessions', sessionFieldOf);
  }

  /** What was saved meanwhile is shown beside what was typed; whoever has seen it may save over it. */
  private savedMeanwhile(
    request: HttpRequest,
    session: SessionView,
    typed: SessionFormValues,
    refusal: FormErrors,
  ): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    const read = (values: SessionFormValues) =>
      parseInput(editSessionBody, toSessionInput(values, this.pages.numbersOf(request)));
    const now = savedSessionTexts(session, texts, this.names.for(request));
    const saved = partsThatDiffer(read(typed), read(toSessionForm(session, texts.locale))).map((part) => ({
      label: texts.t(`sessions.part-${part}`),
      now: now[part] ?? '',
    }));
    const values = { ...typed, texts: { ...typed.texts, sequence: String(session.sequence) } };
    return this.page(request, session, values, { ...refusal, summary: [] }, saved);
  }

  private async page(
    request: HttpRequest,
    edited: SessionView | null,
    values: SessionFormValues,
    refusal?: FormErrors,
    saved?: SavedPart[],
  ): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const offered = {} as Record<SessionPicker, OfferedLink[]>;
    for (const name of PICKERS) {
      offered[name] = await this.picking.offer(request, values.links[name], TYPES[name]);
    }
    const html = this.pages.render(request, {
      title: edited ? t('sessions.edit-title') : t('sessions.new-title'),
      unlisted: true,
      islands: ['forms'],
      body: (
        <SessionFormPage
          edited={edited && { title: edited.title, url: edited.url }}
          action={edited ? sessionLinks.edit(edited.id) : '/sessions/new'}
          csrf={this.pages.csrfFor(request)}
          values={values}
          offered={offered}
          errors={refusal?.summary ?? []}
          fields={refusal?.fields ?? {}}
          saved={saved}
        />
      ),
    });
    return refusal ? new RefusedPage(refusal.status, html) : html;
  }

  /** The form as it comes back when it was not to be carried out yet: for more rows, or with what was looked for. */
  private async comesBack(
    request: HttpRequest,
    body: unknown,
    values: SessionFormValues,
  ): Promise<SessionFormValues | null> {
    const input = new FormInput(body);
    const list = listToGrow(input, Object.keys(SESSION_ROWS) as SessionRowList[]);
    if (list) return withMoreSessionRows(values, list);
    if (
      !['find', 'look'].includes(input.text('do')) &&
      PICKERS.every((name) => values.links[name].words === '')
    )
      return null;
    const links = { ...values.links };
    for (const name of PICKERS) {
      links[name] = await this.picking.withFound(request, links[name], TYPES[name]);
    }
    return { ...values, links };
  }
}
