import { Controller, Param, Post, Req } from '@nestjs/common';
import { BODY_MAX, PostReply, postReplyBody, replyToThreadRule } from '../../../../libs/discussions/index.js';
import {
  AddNote,
  Attend,
  attendanceBody,
  noteBody,
  runSessionRule,
  ShowSession,
  takePartRule,
} from '../../../../libs/learning/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { notFound } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { requestLocale } from '../../../../libs/platform/http/request-locale.js';
import { languageOfText } from '../../../../libs/platform/i18n/language-of-text.js';
import { drawAside } from '../../../../libs/platform/markdown/draw-aside.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { RoomView } from './room-view.js';

/** The live room: what is said and written down there, and who has come. */
@Controller('sessions/:id/room')
export class RoomTalkPages {
  constructor(
    private readonly room: RoomView,
    private readonly addNote: AddNote,
    private readonly attend: Attend,
    private readonly showSession: ShowSession,
    private readonly postReply: PostReply,
  ) {}

  @Post('notes')
  @Access(takePartRule)
  @RateLimit('write')
  @PageRoute()
  note(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const text = form.text('text');
    const input = { text, clientKey: form.clientKey() };
    const work = async () => this.addNote.execute(request.actor, id, parseInput(noteBody, input));
    return this.room.carryOut(request, id, work, { part: 'notes', typed: { field: 'text', text } });
  }

  /** Whoever runs the session counts who is there. */
  @Post('attendance')
  @Access(runSessionRule)
  @RateLimit('write')
  @PageRoute()
  attendance(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const present = form.text('present') !== 'no';
    const work = async () => {
      const { person } = parseInput(attendanceBody, { person: form.optional('person'), present });
      if (person === undefined) await this.attend.execute(request.actor, id);
      else await this.attend.count(request.actor, id, person, present);
    };
    return this.room.carryOut(request, id, work, { part: 'people' });
  }

  /** Says something in the thread of the session and comes back to the room. */
  @Post('posts')
  @Access(replyToThreadRule)
  @RateLimit('write')
  @PageRoute()
  async post(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const text = form.text('body');
    const replyTo = postReplyBody.shape.replyTo.safeParse(digits(form.optional('replyTo'))).data ?? undefined;
    const typed = { field: 'body', text, replyTo };
    if (form.pressed('preview')) {
      const previewHtml = await drawAside(text.slice(0, BODY_MAX));
      return this.room.page(request, id, { ...typed, previewHtml });
    }
    const work = async () => {
      const { threadId } = await this.showSession.execute(request.actor, id);
      if (threadId === null) throw notFound('thread');
      const lang = languageOfText(text, requestLocale(request));
      const input = { body: text, replyTo, lang, clientKey: form.clientKey() };
      await this.postReply.execute(request.actor, threadId, parseInput(postReplyBody, input));
    };
    return this.room.carryOut(request, id, work, { part: 'talk', typed });
  }
}
