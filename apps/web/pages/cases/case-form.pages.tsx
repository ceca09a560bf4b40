import { Body, Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  type CaseView,
  CreateCase,
  createCaseBody,
  createCaseRule,
  EditCase,
  editCaseBody,
  editCaseRule,
  PublishCase,
  publishCaseRule,
  ShowCase,
} from '../../../../libs/cases/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { formRefusal } from '../../rendering/form-refusal.js';
import { listToGrow } from '../../rendering/form-rows.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { partsThatDiffer, type SavedPart } from '../../rendering/saved-meanwhile.js';
import { CaseChoicesSource } from './case-choices.js';
import { CaseFormPage, type CaseFormPageProps } from './case-form.page.js';
import {
  type CaseFormValues,
  emptyValues,
  formFieldOf,
  ROW_LISTS,
  type RowList,
  readCaseForm,
  toCaseInput,
  toFormValues,
  withMoreCaseRows,
} from './case-form-input.js';
import { savedCaseTexts } from './saved-case.js';

/** Writing down a case and changing it. */
@Controller('cases')
export class CaseFormPages {
  constructor(
    private readonly pages: Pages,
    private readonly choices: CaseChoicesSource,
    private readonly showCase: ShowCase,
    private readonly createCase: CreateCase,
    private readonly editCase: EditCase,
    private readonly publishCase: PublishCase,
  ) {}

  @Get('new')
  @Access(createCaseRule)
  @PageRoute()
  start(@Req() request: HttpRequest): Promise<PageAnswer> {
    return this.page(request, null, emptyValues(this.pages.textsFor(request).locale, newId()));
  }

  @Post('new')
  @Access(createCaseRule)
  @RateLimit('write')
  @PageRoute()
  async create(@Req() request: HttpRequest, @Body() body: unknown): Promise<PageAnswer> {
    const values = readCaseForm(body);
    const pressed = pressedButton(body);
    if (pressed.addTo) return this.page(request, null, withMoreCaseRows(values, pressed.addTo));
    if (pressed.look) return this.page(request, null, values);
    try {
      const numbers = this.pages.numbersOf(request);
      const { note: _, ...fields } = toCaseInput(values, numbers);
      const clientKey = new FormInput(body).clientKey();
      const input = parseInput(
        createCaseBody,
        { ...fields, publish: pressed.publish, clientKey },
        numbers.faults,
      );
      const { id } = await this.createCase.execute(request.actor, input);
      return seeOther(`/cases/${id}`);
    } catch (error) {
      return this.page(request, null, values, this.refusal(request, error));
    }
  }

  @Get(':id/edit')
  @Access(editCaseRule)
  @PageRoute()
  async edit(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const item = await this.editable(request, id);
    return this.page(request, item, toFormValues(item, this.pages.textsFor(request).locale));
  }

  @Post(':id/edit')
  @Access(editCaseRule)
  @RateLimit('write')
  @PageRoute()
  async save(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Body() body: unknown,
  ): Promise<PageAnswer> {
    const item = await this.editable(request, id);
    const values = readCaseForm(body);
    const pressed = pressedButton(body);
    if (pressed.addTo) return this.page(request, item, withMoreCaseRows(values, pressed.addTo));
    if (pressed.look) return this.page(request, item, values);
    try {
      const numbers = this.pages.numbersOf(request);
      const fields = { ...toCaseInput(values, numbers), version: digits(values.texts.version) };
      const input = parseInput(editCaseBody, fields, numbers.faults);
      await this.editCase.execute(request.actor, id, input);
    } catch (error) {
      const refusal = this.refusal(request, error);
      if (refusal.code !== 'cases/case-changed-meanwhile') return this.page(request, item, values, refusal);
      return this.savedMeanwhile(request, await this.editable(request, id), values, refusal);
    }
    return pressed.publish && item.status === 'draft' ? this.publish(request, id) : seeOther(item.url);
  }

  /** Where something is missing, the form comes up with it marked; what was written is kept in the draft. */
  @Post(':id/publish')
  @Access(publishCaseRule)
  @RateLimit('write')
  @PageRoute()
  async publish(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    try {
      await this.publishCase.execute(request.actor, id);
      return seeOther(`/cases/${id}`);
    } catch (error) {
      const refusal = this.refusal(request, error);
      const item = await this.editable(request, id);
      return this.page(request, item, toFormValues(item, this.pages.textsFor(request).locale), refusal);
    }
  }

  private async editable(request: HttpRequest, id: string): Promise<CaseView> {
    const item = await this.showCase.execute(request.actor, id);
    if (item.permissions.edit) return item;
    throw new DomainError('forbidden', 'access/forbidden', { permission: editCaseRule.name });
  }

  private refusal(request: HttpRequest, error: unknown): FormErrors {
    return formRefusal(error, this.pages.textsFor(request), 'cases', formFieldOf);
  }

  /** What was saved meanwhile is shown beside what was typed; whoever has seen it may save over it. */
  private savedMeanwhile(
    request: HttpRequest,
    item: CaseView,
    typed: CaseFormValues,
    refusal: FormErrors,
  ): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    const read = (values: CaseFormValues) =>
      parseInput(editCaseBody, { ...toCaseInput(values, this.pages.numbersOf(request)), version: 1 });
    const now = savedCaseTexts(item, texts, this.choices.nameOf(request));
    const saved = partsThatDiffer(read(typed), read(toFormValues(item, texts.locale))).map((part) => ({
      label: texts.t(`cases.part-${part}`),
      now: now[part] ?? '',
    }));
    const values = { ...typed, texts: { ...typed.texts, version: String(item.version) } };
    return this.page(request, item, values, { ...refusal, summary: [] }, saved);
  }

  private async page(
    request: HttpRequest,
    edited: CaseView | null,
    values: CaseFormValues,
    refusal?: FormErrors,
    saved?: SavedPart[],
  ): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const props: CaseFormPageProps = {
      edited: edited && { title: edited.title, url: edited.url, isDraft: edited.status === 'draft' },
      action: edited ? `${edited.url}/edit` : '/cases/new',
      csrf: this.pages.csrfFor(request),
      values,
      choices: await this.choices.for(request),
      errors: refusal?.summary ?? [],
      fields: refusal?.fields ?? {},
      saved,
    };
    const html = this.pages.render(request, {
      title: edited ? t('cases.edit-title') : t('cases.new-title'),
      islands: ['forms'],
      body: <CaseFormPage {...props} />,
      unlisted: true,
    });
    return refusal ? new RefusedPage(refusal.status, html) : html;
  }
}

function pressedButton(body: unknown): { publish: boolean; look: boolean; addTo: RowList | null } {
  const input = new FormInput(body);
  const button = input.text('do');
  return { publish: button === 'publish', look: button === 'look', addTo: listToGrow(input, ROW_LISTS) };
}
