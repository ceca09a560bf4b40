import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  BODY_MAX,
  EditPost,
  editPostBody,
  editPostRule,
  ListPosts,
  type PostView,
  postUrl,
  readThreadRule,
  ShowPostHistory,
  ShowThread,
  type ThreadHeadView,
} from '../../../../libs/discussions/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { drawAside } from '../../../../libs/platform/markdown/draw-aside.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { wholeNumber } from '../../rendering/whole-number.js';
import { EditPostPage } from './edit-post.page.js';
import { PostHistoryPage } from './post-history.page.js';
import { mayReplyIn, ThreadPost } from './thread-post.js';

interface Editable {
  thread: ThreadHeadView;
  post: PostView;
}

@Controller('threads/:id/posts/:number')
export class PostPages {
  constructor(
    private readonly pages: Pages,
    private readonly listPosts: ListPosts,
    private readonly editPost: EditPost,
    private readonly showPostHistory: ShowPostHistory,
    private readonly showThread: ShowThread,
  ) {}

  /** One post as it stands on its page, for islands. */
  @Get('fragment')
  @PageRoute()
  @Access(readThreadRule)
  async fragment(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<string> {
    const { post, thread, answers } = await this.listPosts.one(request.actor, id, wholeNumber(number));
    const mayReply = mayReplyIn(thread, request.actor);
    return this.pages.fragment(
      request,
      <ThreadPost threadId={id} post={post} mayReply={mayReply} answers={answers ?? undefined} />,
    );
  }

  @Get('history')
  @PageRoute()
  @Access(readThreadRule)
  async history(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<string> {
    const { actor } = request;
    const [thread, history] = await Promise.all([
      this.showThread.head(actor, id),
      this.showPostHistory.execute(actor, id, wholeNumber(number)),
    ]);
    return this.pages.render(request, {
      title: thread.title,
      unlisted: true,
      body: <PostHistoryPage thread={thread} number={wholeNumber(number)} versions={history.items} />,
    });
  }

  @Get('edit')
  @PageRoute()
  @Access(editPostRule)
  async edit(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<string> {
    const editable = await this.getEditable(request, id, number);
    return this.editPage(request, editable, { body: editable.post.body, version: editable.post.version });
  }

  @Post('edit')
  @PageRoute()
  @Access(editPostRule)
  @RateLimit('write')
  async save(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('number') number: string,
  ): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const body = form.text('body');
    const version = wholeNumber(form.text('version'));
    if (form.pressed('preview')) {
      const previewHtml = await drawAside(body.slice(0, BODY_MAX));
      return this.editPage(request, await this.getEditable(request, id, number), {
        body,
        version,
        previewHtml,
      });
    }
    try {
      const input = parseInput(editPostBody, { body, version });
      await this.editPost.execute(request.actor, id, wholeNumber(number), input);
      return seeOther(postUrl(id, wholeNumber(number)));
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      const editable = await this.getEditable(request, id, number);
      // Only who has seen what the post says now may replace that: the page shows it, so the form may name it.
      const seen = errors.code === 'discussions/post-changed-meanwhile' ? editable.post.version : version;
      return new RefusedPage(
        errors.status,
        this.editPage(request, editable, { body, version: seen, errors }),
      );
    }
  }

  private async getEditable(request: HttpRequest, id: string, number: string): Promise<Editable> {
    const editable = await this.listPosts.one(request.actor, id, wholeNumber(number));
    if (!editable.post.permissions.edit) throw new DomainError('forbidden', 'access/forbidden');
    return editable;
  }

  private editPage(
    request: HttpRequest,
    { thread, post }: Editable,
    written: { body: string; version: number; previewHtml?: string; errors?: FormErrors },
  ): string {
    const texts = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: texts.t('threads.edit-post', { number: post.number }),
      unlisted: true,
      islands: ['composer'],
      body: <EditPostPage thread={thread} post={post} csrf={this.pages.csrfFor(request)} {...written} />,
    });
  }
}
