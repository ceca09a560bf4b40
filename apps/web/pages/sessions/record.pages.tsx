import { Controller, Get, Param, Req } from '@nestjs/common';
import {
  ListNotes,
  listNotesQuery,
  type NoteView,
  readSessionRule,
  type SessionView,
  ShowSession,
} from '../../../../libs/learning/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { Config } from '../../../../libs/platform/config/config.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { filledIn, hrefWith, PageNames } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { NotesPage } from './notes.page.js';
import { RecordPage } from './record.page.js';
import { sessionLinks } from './session-links.js';

const NOTES_PER_PAGE = 100;
/** A sheet that holds more is not printed by anyone; the pages of notes hold them all. */
const MOST_ON_SHEET = 2000;

/** What is kept of a session: its record on one sheet, and all that was noted. */
@Controller('sessions/:id')
export class RecordPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly config: Config,
    private readonly showSession: ShowSession,
    private readonly listNotes: ListNotes,
  ) {}

  /** What came of it, on one sheet; before that there is nothing to keep. */
  @Get('record')
  @Access(readSessionRule)
  @PageRoute()
  async record(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const session = await this.showSession.execute(request.actor, id);
    if (!session.outcome) return seeOther(session.url);
    const whole = { ...session, notes: await this.allNotes(request, session) };
    return this.pages.render(request, {
      title: t('sessions.record-of', { title: session.title }),
      unlisted: true,
      body: <RecordPage session={whole} nameOf={this.names.for(request)} baseUrl={this.config.baseUrl} />,
    });
  }

  /** Notes, oldest first, page by page. */
  @Get('notes')
  @Access(readSessionRule)
  @PageRoute()
  async notes(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const { cursor } = parseInput(listNotesQuery, filledIn(request.query));
    const session = await this.showSession.execute(request.actor, id);
    const { items, nextCursor } = await this.listNotes.execute(request.actor, id, cursor, NOTES_PER_PAGE);
    const address = sessionLinks.allNotes(session.id);
    const earlier = cursor > NOTES_PER_PAGE ? String(cursor - NOTES_PER_PAGE) : undefined;
    return this.pages.render(request, {
      title: t('sessions.notes-of', { title: session.title }),
      unlisted: true,
      body: (
        <NotesPage
          session={session}
          notes={items}
          previousHref={cursor > 0 ? hrefWith(address, { cursor: earlier }) : undefined}
          nextHref={nextCursor ? hrefWith(address, { cursor: nextCursor }) : undefined}
        />
      ),
    });
  }

  private async allNotes({ actor }: HttpRequest, { id, notes, live }: SessionView): Promise<NoteView[]> {
    if (notes.length === live.noteCount) return notes;
    return (await this.listNotes.execute(actor, id, 0, MOST_ON_SHEET)).items;
  }
}
