import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Header,
  Injectable,
  type NestInterceptor,
  UseInterceptors,
} from '@nestjs/common';
import { concatMap, type Observable } from 'rxjs';
import { FormDrafts } from '../../../libs/identity/index.js';
import type { HttpReply, HttpRequest } from '../../../libs/platform/http/http-request.js';
import { ID_PATTERN } from '../../../libs/platform/ids/new-id.js';

/** A form was carried out: the browser goes on to another page, and going back does not send it again. */
export class SeeOther {
  constructor(readonly path: string) {}
}

/** A form was refused: the page with what was typed, and what is wrong with it. */
export class RefusedPage {
  constructor(
    readonly status: number,
    readonly html: string,
  ) {}
}

/** What a page route answers: HTML, or where to go on. */
export type PageAnswer = string | SeeOther | RefusedPage;

/** @param path on this site; see `back-path.ts` for what came from outside */
export function seeOther(path: string): SeeOther {
  return new SeeOther(path);
}

@Injectable()
class PageAnswers implements NestInterceptor<PageAnswer, string> {
  constructor(private readonly drafts: FormDrafts) {}

  intercept(context: ExecutionContext, next: CallHandler<PageAnswer>): Observable<string> {
    const reply = context.switchToHttp().getResponse<HttpReply>();
    return next.handle().pipe(
      concatMap(async (answer) => {
        if (answer instanceof SeeOther) {
          reply.status(303).header('location', answer.path);
          await this.finishDraft(context.switchToHttp().getRequest<HttpRequest>(), reply);
          return '';
        }
        reply.status(answer instanceof RefusedPage ? answer.status : 200);
        return answer instanceof RefusedPage ? answer.html : answer;
      }),
    );
  }

  /**
   * A draft of what was carried out is done with: the server forgets it, and the island that keeps it on the device
   * learns it by a cookie, on whatever page comes next.
   */
  private async finishDraft({ method, body, actor }: HttpRequest, reply: HttpReply): Promise<void> {
    const draft = (body as { _draft?: unknown } | undefined)?._draft;
    if (method !== 'POST' || typeof draft !== 'string' || !ID_PATTERN.test(draft)) return;
    reply.setCookie('minga_sent', draft, { path: '/', sameSite: 'strict', maxAge: 60 });
    // What was asked for is done: a draft that cannot be forgotten now goes when it is old.
    if (actor.id !== null) await this.drafts.discard(actor, draft).catch(() => undefined);
  }
}

/** A route that people open: it answers a {@link PageAnswer}. */
export function PageRoute() {
  return applyDecorators(Header('content-type', 'text/html; charset=utf-8'), UseInterceptors(PageAnswers));
}
