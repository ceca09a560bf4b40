import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import { postReplyBody } from '../../../../libs/discussions/index.js';
import {
  handBody,
  NextStep,
  pollBody,
  RaiseHand,
  RunPoll,
  readSessionRule,
  runSessionRule,
  stepBody,
  takePartRule,
} from '../../../../libs/learning/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { type PageAnswer, PageRoute } from '../../rendering/page-route.js';
import { RoomView } from './room-view.js';

/** The live room: where the session stands, raised hands, the quick poll. */
@Controller('sessions/:id/room')
export class RoomPages {
  constructor(
    private readonly room: RoomView,
    private readonly nextStep: NextStep,
    private readonly raiseHand: RaiseHand,
    private readonly runPoll: RunPoll,
  ) {}

  /** With `?reply=N`, what is written there answers that post. */
  @Get()
  @Access(readSessionRule)
  @PageRoute()
  show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { reply } = request.query as { reply?: unknown };
    const replyTo =
      postReplyBody.shape.replyTo.safeParse(typeof reply === 'string' ? digits(reply) : undefined).data ??
      undefined;
    return this.room.page(request, id, replyTo ? { field: 'body', text: '', replyTo } : undefined);
  }

  /** One part as it stands on the page, for the island. */
  @Get('fragment/:part')
  @Access(readSessionRule)
  @PageRoute()
  fragment(
    @Req() request: HttpRequest,
    @Param('id') id: string,
    @Param('part') part: string,
  ): Promise<PageAnswer> {
    return this.room.fragment(request, id, part);
  }

  @Post('step')
  @Access(runSessionRule)
  @RateLimit('write')
  @PageRoute()
  step(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const work = async () => {
      const { from, back } = parseInput(stepBody, {
        from: digits(form.optional('from')) ?? null,
        back: form.pressed('back'),
      });
      if (back) await this.nextStep.back(request.actor, id, from);
      else await this.nextStep.execute(request.actor, id, from);
    };
    return this.room.carryOut(request, id, work, { part: 'step' });
  }

  @Post('hand')
  @Access(takePartRule)
  @RateLimit('write')
  @PageRoute()
  hand(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const work = async () => {
      const input = parseInput(handBody, { raised: form.pressed('raised'), person: form.optional('person') });
      await this.raiseHand.execute(request.actor, id, input.raised, input.person);
    };
    return this.room.carryOut(request, id, work, { part: 'hands' });
  }

  /** Asks, answers, or closes the question, as the form says. */
  @Post('poll')
  @Access(takePartRule)
  @RateLimit('write')
  @PageRoute()
  poll(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { actor } = request;
    const form = new FormInput(request.body);
    const question = form.text('question');
    const options = form.text('options');
    const work = async () => {
      const input = parseInput(pollBody, pollInput(form));
      if ('open' in input) await this.runPoll.open(actor, id, input.open);
      else if ('answer' in input) await this.runPoll.answer(actor, id, input.answer);
      else await this.runPoll.close(actor, id);
    };
    const typed = form.pressed('open') ? { field: 'question', text: `${question}\n${options}` } : undefined;
    return this.room.carryOut(request, id, work, { part: 'poll', typed });
  }
}

function pollInput(form: FormInput): Record<string, unknown> {
  if (form.pressed('close')) return { close: true };
  if (!form.pressed('open')) return { answer: digits(form.optional('answer')) };
  const options = form
    .text('options')
    .split(/\r?\n/)
    .map((option) => option.trim())
    .filter(Boolean);
  return { open: { question: form.text('question'), options, clientKey: form.clientKey() } };
}
