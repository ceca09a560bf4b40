import { Controller, Get, Post, Req } from '@nestjs/common';
import {
  BODY_MAX,
  StartThread,
  startThreadBody,
  startThreadRule,
} from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { audiencesOf } from '../../../../libs/platform/access/actor.js';
import type { EntityRef } from '../../../../libs/platform/entities/entity.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { drawAside } from '../../../../libs/platform/markdown/draw-aside.js';
import { SearchIndex } from '../../../../libs/platform/search/search-index.js';
import { cleanText } from '../../../../libs/platform/validation/text.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { NewThreadPage, PickSubjectPage } from './new-thread.page.js';
import { threadLinks } from './thread-links.js';

/** What one may look for when picking the subject of a thread. */
const SUBJECT_TYPES = ['case', 'country', 'sdg', 'theme', 'actor', 'person', 'region', 'group'];
const SUGGESTIONS = 12;

@Controller('threads')
export class NewThreadPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly startThread: StartThread,
    private readonly search: SearchIndex,
  ) {}

  /** The form when it is said what the thread is about, else the search for that. */
  @Get('new')
  @PageRoute()
  @Access(startThreadRule)
  async open(@Req() request: HttpRequest): Promise<PageAnswer> {
    const asked = new FormInput(request.query);
    const about = asked.optional('about');
    if (!about) return this.pick(request, asked.text('q'));
    try {
      return this.form(request, await this.startThread.getSubject(about), asked);
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.pick(request, '', errors));
    }
  }

  @Post()
  @PageRoute()
  @Access(startThreadRule)
  @RateLimit('write')
  async start(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { actor } = request;
    const form = new FormInput(request.body);
    const texts = this.pages.textsFor(request);
    if (form.text('do') === 'find') return this.pick(request, form.text('q'), undefined, form);
    let subject: EntityRef;
    try {
      subject = await this.startThread.getSubject(form.text('about'));
    } catch (error) {
      const errors = formErrors(error, texts, { 'not-found': 404 });
      return new RefusedPage(errors.status, await this.pick(request, form.text('q'), errors, form));
    }
    if (form.text('do') === 'look') return this.form(request, subject, form);
    if (form.pressed('preview')) {
      const previewHtml = await drawAside(form.text('body').slice(0, BODY_MAX));
      return this.form(request, subject, form, { previewHtml });
    }
    try {
      const input = parseInput(startThreadBody, {
        about: subject.key,
        title: form.text('title'),
        body: form.text('body'),
        lang: form.optional('lang'),
        clientKey: form.clientKey(),
      });
      const { id } = await this.startThread.execute(actor, input);
      return seeOther(threadLinks.thread(id));
    } catch (error) {
      const errors = formErrors(error, texts);
      return new RefusedPage(errors.status, this.form(request, subject, form, { errors }));
    }
  }

  private form(
    request: HttpRequest,
    subject: EntityRef,
    form: FormInput,
    { previewHtml, errors }: { previewHtml?: string; errors?: FormErrors } = {},
  ): string {
    const body = form.text('body');
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('threads.start'),
      unlisted: true,
      islands: ['composer'],
      body: (
        <NewThreadPage
          subject={{ ...subject, title: this.names.for(request)(subject.key, subject.title) }}
          viewerId={request.actor.id ?? ''}
          csrf={this.pages.csrfFor(request)}
          clientKey={form.clientKey()}
          title={form.text('title')}
          body={body}
          lang={form.optional('lang') ?? requestLocale(request)}
          previewHtml={previewHtml}
          errors={errors}
        />
      ),
    });
  }

  /** @param written a thread whose subject is gone: what was written comes along to the next one */
  private async pick(
    request: HttpRequest,
    words: string,
    errors?: FormErrors,
    written?: FormInput,
  ): Promise<string> {
    const q = cleanText(words).slice(0, 200);
    const asked = {
      q,
      filters: { type: SUBJECT_TYPES },
      audiences: audiencesOf(request.actor),
      limit: SUGGESTIONS,
    };
    const found = await this.pages.searchFor(request, () => this.search.search(asked), null);
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('threads.pick-title'),
      unlisted: true,
      body: (
        <PickSubjectPage
          words={q}
          hits={found?.hits ?? null}
          nameOf={this.names.for(request)}
          errors={errors}
          written={written && { csrf: this.pages.csrfFor(request), fields: writtenFields(written) }}
        />
      ),
    });
  }
}

function writtenFields(form: FormInput): [string, string][] {
  return ['title', 'body', 'lang', 'clientKey'].map((name) => [name, form.text(name)]);
}
