import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  ConveneDialogue,
  conveneDialogueBody,
  conveneDialogueRule,
  type DialogueView,
  EditDialogue,
  editDialogueBody,
  editDialogueRule,
  ShowDialogue,
  SUBJECT_TYPES,
} from '../../../../libs/dialogues/index.js';
import { Access, requireAccess } from '../../../../libs/platform/access/access-rule.js';
import { ENTITY_KEY_PATTERN } from '../../../../libs/platform/entities/entity.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import type { OfferedLink } from '../../components/link-picker.js';
import type { FormErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { formRefusal } from '../../rendering/form-refusal.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { partsThatDiffer, type SavedPart } from '../../rendering/saved-meanwhile.js';
import { DialogueFormPage } from './dialogue-form.page.js';
import {
  type DialogueFormValues,
  dialogueFieldOf,
  emptyDialogueForm,
  LINK_LISTS,
  type LinkList,
  readDialogueForm,
  toDialogueForm,
  toDialogueInput,
} from './dialogue-form-input.js';
import { dialogueLinks } from './dialogue-links.js';
import { savedDialogueTexts } from './saved-dialogue.js';

const TYPES: Record<LinkList, readonly string[]> = {
  about: SUBJECT_TYPES,
  evidence: ['case'],
  coConveners: ['person'],
};

/** Convening a dialogue, and changing it until it is closed. */
@Controller('dialogues')
export class DialogueFormPages {
  constructor(
    private readonly pages: Pages,
    private readonly picking: LinkPicking,
    private readonly names: PageNames,
    private readonly conveneDialogue: ConveneDialogue,
    private readonly editDialogue: EditDialogue,
    private readonly showDialogue: ShowDialogue,
  ) {}

  @Get('new')
  @PageRoute()
  @Access(conveneDialogueRule)
  async open(@Req() request: HttpRequest): Promise<PageAnswer> {
    requireAccess(conveneDialogueRule, request.actor, undefined);
    const about = new FormInput(request.query).texts('about').filter((key) => ENTITY_KEY_PATTERN.test(key));
    return this.page(request, null, emptyDialogueForm(requestLocale(request), newId(), about.slice(0, 10)));
  }

  @Post('new')
  @PageRoute()
  @Access(conveneDialogueRule)
  @RateLimit('write')
  async convene(@Req() request: HttpRequest): Promise<PageAnswer> {
    requireAccess(conveneDialogueRule, request.actor, undefined);
    const values = readDialogueForm(request.body);
    if (isSearch(request)) return this.page(request, null, await this.withFound(request, values));
    try {
      const { opening } = values.texts;
      const numbers = this.pages.numbersOf(request);
      const fields = {
        ...toDialogueInput(values, numbers),
        opening: opening.trim() || undefined,
        clientKey: new FormInput(request.body).clientKey(),
      };
      const input = parseInput(conveneDialogueBody, fields, numbers.faults);
      const { id } = await this.conveneDialogue.execute(request.actor, input);
      return seeOther(dialogueLinks.dialogue(id));
    } catch (error) {
      return this.page(request, null, values, this.refusal(request, values, error));
    }
  }

  @Get(':id/edit')
  @PageRoute()
  @Access(editDialogueRule)
  async edit(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const dialogue = await this.editable(request, id);
    return this.page(request, dialogue, toDialogueForm(dialogue));
  }

  @Post(':id/edit')
  @PageRoute()
  @Access(editDialogueRule)
  @RateLimit('write')
  async save(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const values = readDialogueForm(request.body);
    if (isSearch(request)) {
      return this.page(request, await this.editable(request, id), await this.withFound(request, values));
    }
    const dialogue = await this.showDialogue.execute(request.actor, id);
    try {
      const { version } = values.texts;
      const numbers = this.pages.numbersOf(request);
      const fields = { ...toDialogueInput(values, numbers), version: digits(version) };
      const input = parseInput(editDialogueBody, fields, numbers.faults);
      await this.editDialogue.execute(request.actor, id, input);
      return seeOther(dialogueLinks.dialogue(id));
    } catch (error) {
      const refusal = this.refusal(request, values, error);
      const isChanged = refusal.code === 'dialogues/dialogue-changed-meanwhile';
      if (!isChanged) return this.page(request, dialogue, values, refusal);
      return this.savedMeanwhile(request, await this.editable(request, id), values, refusal);
    }
  }

  private async editable(request: HttpRequest, id: string): Promise<DialogueView> {
    const dialogue = await this.showDialogue.execute(request.actor, id);
    if (dialogue.permissions.edit) return dialogue;
    throw new DomainError('forbidden', 'access/forbidden', { permission: editDialogueRule.name });
  }

  private refusal(request: HttpRequest, values: DialogueFormValues, error: unknown): FormErrors {
    return formRefusal(error, this.pages.textsFor(request), 'dialogue-pages', (field) =>
      dialogueFieldOf(values, field),
    );
  }

  /** What was saved meanwhile is shown beside what was typed; whoever has seen it may save over it. */
  private savedMeanwhile(
    request: HttpRequest,
    dialogue: DialogueView,
    typed: DialogueFormValues,
    refusal: FormErrors,
  ): Promise<PageAnswer> {
    const texts = this.pages.textsFor(request);
    const read = (values: DialogueFormValues) =>
      parseInput(editDialogueBody, {
        ...toDialogueInput(values, this.pages.numbersOf(request)),
        version: 1,
      });
    const now = savedDialogueTexts(dialogue, texts, this.names.for(request));
    const saved = partsThatDiffer(read(typed), read(toDialogueForm(dialogue))).map((part) => ({
      label: texts.t(`dialogue-pages.part-${part}`),
      now: now[part] ?? '',
    }));
    const values = { ...typed, texts: { ...typed.texts, version: String(dialogue.version) } };
    return this.page(request, dialogue, values, { ...refusal, summary: [] }, saved);
  }

  private async withFound(request: HttpRequest, values: DialogueFormValues): Promise<DialogueFormValues> {
    const links = { ...values.links };
    for (const list of LINK_LISTS) {
      links[list] = await this.picking.withFound(request, links[list], TYPES[list]);
    }
    return { ...values, links };
  }

  private async page(
    request: HttpRequest,
    edited: DialogueView | null,
    values: DialogueFormValues,
    refusal?: FormErrors,
    saved?: SavedPart[],
  ): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const offered = {} as Record<LinkList, OfferedLink[]>;
    for (const list of LINK_LISTS) {
      offered[list] = await this.picking.offer(request, values.links[list], TYPES[list]);
    }
    const html = this.pages.render(request, {
      title: t(edited ? 'dialogue-pages.edit-title' : 'dialogue-pages.convene-title'),
      unlisted: true,
      islands: ['forms'],
      body: (
        <DialogueFormPage
          edited={edited}
          action={edited ? dialogueLinks.edit(edited.id) : dialogueLinks.convene}
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
}

function isSearch(request: HttpRequest): boolean {
  return ['find', 'look'].includes(new FormInput(request.body).text('do'));
}
