import { Injectable } from '@nestjs/common';
import { POSTS_PER_PAGE, ShowThread } from '../../../../libs/discussions/index.js';
import { type SessionView, ShowSession } from '../../../../libs/learning/index.js';
import { isSignedIn } from '../../../../libs/platform/access/actor.js';
import { DomainError, notFound } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { newId } from '../../../../libs/platform/ids/new-id.js';
import { formErrors } from '../../rendering/form-errors.js';
import { type PageAnswer, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { mayReplyIn } from '../threads/thread-post.js';
import { AllParts, RoomPage } from './room.page.js';
import type { RoomPageProps, TypedInRoom } from './room-page-props.js';
import { ROOM_PART_NAMES, RoomPartCard } from './room-parts.js';
import { sessionLinks } from './session-links.js';

/** Draws the room in which a session takes place: as a page, and its parts alone. */
@Injectable()
export class RoomView {
  constructor(
    private readonly pages: Pages,
    private readonly showSession: ShowSession,
    private readonly showThread: ShowThread,
  ) {}

  async page(request: HttpRequest, id: string, typed?: TypedInRoom): Promise<string> {
    const session = await this.showSession.execute(request.actor, id);
    return this.pages.render(request, {
      title: session.title,
      unlisted: true,
      islands: ['session-room', 'live-thread', ...(isSignedIn(request.actor) ? ['composer'] : [])],
      body: (
        <RoomPage
          session={session}
          csrf={this.pages.csrfFor(request)}
          clientKey={newId()}
          viewerId={request.actor.id}
          thread={await this.thread(request, session)}
          typed={typed}
        />
      ),
    });
  }

  /** @param name of one part, or `all` */
  async fragment(request: HttpRequest, id: string, name: string): Promise<string> {
    const session = await this.showSession.execute(request.actor, id);
    const props = { session, csrf: this.pages.csrfFor(request) };
    if (name === 'all') return this.pages.fragment(request, <AllParts {...props} />);
    const part = ROOM_PART_NAMES.find((known) => known === name);
    if (!part) throw notFound('part');
    return this.pages.fragment(request, <RoomPartCard name={part} {...props} />);
  }

  /** Does something in the room and leads back there; refused, the room comes back with what was typed. */
  async carryOut(
    request: HttpRequest,
    id: string,
    work: () => Promise<unknown>,
    { part, typed = { field: '', text: '' } }: { part: string; typed?: TypedInRoom },
  ): Promise<PageAnswer> {
    try {
      await work();
      return seeOther(`${sessionLinks.room(encodeURIComponent(id))}#${part}`);
    } catch (error) {
      // That someone holds no place, or runs it no more, is said in the room rather than on a page of its own.
      const mended =
        error instanceof DomainError && error.code.startsWith('learning/') ? { forbidden: 403 } : {};
      const errors = formErrors(error, this.pages.textsFor(request), mended);
      return new RefusedPage(errors.status, await this.page(request, id, { ...typed, errors }));
    }
  }

  /** The latest posts of the thread; null until it is there. */
  private async thread(request: HttpRequest, { threadId }: SessionView): Promise<RoomPageProps['thread']> {
    if (threadId === null) return null;
    const { postCount } = await this.showThread.head(request.actor, threadId);
    const after = Math.max(0, postCount - POSTS_PER_PAGE);
    const view = await this.showThread.execute(request.actor, threadId, after);
    return { view, mayReply: mayReplyIn(view, request.actor) };
  }
}
