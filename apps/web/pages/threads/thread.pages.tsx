import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  BODY_MAX,
  CloseThread,
  closeThreadBody,
  closeThreadRule,
  ListPosts,
  PostReply,
  type PostView,
  postReplyBody,
  postUrl,
  readThreadRule,
  replyToThreadRule,
  roomInRoute,
  ShowThread,
  type ThreadHeadView,
  type ThreadView,
  threadClosed,
} from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { CacheForVisitors } from '../../../../libs/platform/http/cache-for-visitors.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { languageOfText } from '../../../../libs/platform/i18n/language-of-text.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import { drawAside } from '../../../../libs/platform/markdown/draw-aside.js';
import { plainText } from '../../../../libs/platform/markdown/markdown.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { wholeNumber } from '../../rendering/whole-number.js';
import { withAboutNames } from './about-names.js';
import { ReplyPage } from './reply.page.js';
import { ThreadPage, type ThreadPageProps } from './thread.page.js';
import { threadLinks } from './thread-links.js';
import { mayReplyIn } from './thread-post.js';

const DESCRIPTION_LENGTH = 160;

/** A thread, and the post in it that is answered, if it is one. */
interface Answered {
  thread: ThreadHeadView;
  post: PostView | null;
}

@Controller('threads/:id')
export class ThreadPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly showThread: ShowThread,
    private readonly listPosts: ListPosts,
    private readonly postReply: PostReply,
    private readonly closeThread: CloseThread,
  ) {}

  @Get()
  @PageRoute()
  @Access(readThreadRule)
  @CacheForVisitors(roomInRoute)
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const after = wholeNumber(new FormInput(request.query).text('after'));
    const thread = await this.showThread.execute(request.actor, id, after);
    if (after >= thread.postCount && after > 0) return seeOther(postUrl(id, thread.postCount));
    return this.threadPage(request, thread, after);
  }

  /** Leads back whoever comes here by hand, or after signing in. */
  @Get('posts')
  @PageRoute()
  @Access(readThreadRule)
  posts(@Param('id') id: string): PageAnswer {
    return seeOther(threadLinks.thread(encodeURIComponent(id)));
  }

  @Get('reply/:number')
  @PageRoute()
  @Access(replyToThreadRule)
  async reply(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<PageAnswer> {
    const answered = await this.listPosts.one(request.actor, id, wholeNumber(number));
    const body = new FormInput(request.query).pressed('quote') ? quoted(answered.post.body) : '';
    const written = { body, clientKey: newId() };
    if (!answered.thread.closed) return this.replyPage(request, answered, written);
    const errors = formErrors(threadClosed(), this.pages.textsFor(request));
    return new RefusedPage(errors.status, this.replyPage(request, answered, { ...written, errors }));
  }

  /** Publishes a reply; with the preview button, shows it first. */
  @Post('posts')
  @PageRoute()
  @Access(replyToThreadRule)
  @RateLimit('write')
  async post(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { actor } = request;
    const form = new FormInput(request.body);
    const written = { body: form.text('body'), clientKey: form.clientKey() };
    const replyTo = form.optional('replyTo');
    if (form.pressed('preview')) {
      const previewHtml = await drawAside(written.body.slice(0, BODY_MAX));
      return this.replyPage(request, await this.answered(request, id, replyTo), { ...written, previewHtml });
    }
    try {
      const post = await this.postReply.execute(
        actor,
        id,
        parseInput(postReplyBody, {
          ...written,
          replyTo: digits(replyTo),
          lang: languageOfText(written.body, requestLocale(request)),
        }),
      );
      return seeOther(postUrl(id, post.number));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      const answered = await this.answered(request, id, replyTo);
      return new RefusedPage(errors.status, this.replyPage(request, answered, { ...written, errors }));
    }
  }

  @Post('close')
  @PageRoute()
  @Access(closeThreadRule)
  @RateLimit('write')
  async close(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const reason = new FormInput(request.body).text('reason');
    try {
      await this.closeThread.close(request.actor, id, parseInput(closeThreadBody, { reason }).reason);
      return seeOther(threadLinks.thread(id));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      const thread = await this.showThread.execute(request.actor, id);
      return new RefusedPage(errors.status, this.threadPage(request, thread, 0, { reason, errors }));
    }
  }

  @Post('reopen')
  @PageRoute()
  @Access(closeThreadRule)
  @RateLimit('write')
  async reopen(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    await this.closeThread.reopen(request.actor, id);
    return seeOther(threadLinks.thread(id));
  }

  private threadPage(
    request: HttpRequest,
    thread: ThreadView,
    after: number,
    closing?: ThreadPageProps['closing'],
  ): string {
    const opening = thread.posts.items.find(({ number }) => number === 1);
    return this.pages.render(request, {
      title: thread.title,
      description: opening && plainText(opening.body).slice(0, DESCRIPTION_LENGTH),
      islands: thread.permissions.reply ? ['live-thread', 'composer'] : ['live-thread'],
      body: (
        <ThreadPage
          thread={withAboutNames(thread, this.names.for(request))}
          after={after}
          csrf={this.pages.csrfFor(request)}
          clientKey={newId()}
          viewerId={request.actor.id}
          mayReply={mayReplyIn(thread, request.actor)}
          closing={closing}
        />
      ),
    });
  }

  private replyPage(
    request: HttpRequest,
    { thread, post }: Answered,
    written: { body: string; clientKey: string; previewHtml?: string; errors?: FormErrors },
  ): string {
    return this.pages.render(request, {
      title: thread.title,
      unlisted: true,
      islands: ['composer'],
      body: (
        <ReplyPage
          thread={thread}
          parent={post}
          viewerId={request.actor.id ?? ''}
          csrf={this.pages.csrfFor(request)}
          {...written}
        />
      ),
    });
  }

  /** What is answered. A refused form must come back whatever it named, so a post that is not there counts as none. */
  private async answered(request: HttpRequest, id: string, replyTo?: string): Promise<Answered> {
    const { actor } = request;
    const found = replyTo && (await this.listPosts.one(actor, id, wholeNumber(replyTo)).catch(() => null));
    return found || { thread: await this.showThread.head(actor, id), post: null };
  }
}

/** A text as a Markdown quotation, to be answered below. */
function quoted(text: string): string {
  const lines = text.split('\n').map((line) => `> ${line}`.trimEnd());
  return `${lines.join('\n')}\n\n`;
}
