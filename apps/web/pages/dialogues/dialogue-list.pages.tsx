import { Controller, Get, Req } from '@nestjs/common';
import {
  conveneDialogueRule,
  type DialogueState,
  ListDialogues,
  listDialoguesQuery,
  readDialogueRule,
} from '../../../../libs/dialogues/index.js';
import { StartThread } from '../../../../libs/discussions/index.js';
import { Access, mayAccess } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { FormInput } from '../../rendering/form-input.js';
import { hrefWith, PageNames } from '../../rendering/names.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { dialogueLinks } from './dialogue-links.js';
import { DialogueListPage } from './dialogue-list.page.js';
import { LIST_SECTIONS } from './list-sections.js';

const PER_PAGE = 50;

@Controller('dialogues')
export class DialogueListPages {
  constructor(
    private readonly pages: Pages,
    private readonly names: PageNames,
    private readonly listDialogues: ListDialogues,
    private readonly startThread: StartThread,
  ) {}

  /** All dialogues by where they stand, or those about one thing. */
  @Get()
  @PageRoute()
  @Access(readDialogueRule)
  async list(@Req() request: HttpRequest): Promise<string> {
    const asked = new FormInput(request.query);
    const query = parseInput(listDialoguesQuery, {
      about: asked.optional('about'),
      state: asked.texts('state').length > 0 ? asked.texts('state') : undefined,
      cursor: asked.optional('cursor'),
      limit: PER_PAGE,
    });
    const { about, state } = query;
    const page = await this.listDialogues.execute(query);
    const subject = about ? await this.startThread.getSubject(about).catch(() => undefined) : undefined;
    const { t } = this.pages.textsFor(request);
    const nameOf = this.names.for(request);
    const href = (cursor?: string) => hrefWith(dialogueLinks.all, { about, state, cursor });
    const tabTo = (label: string, states?: DialogueState[]) => ({
      label: t(`dialogue-pages.${label}`),
      href: hrefWith(dialogueLinks.all, { about, state: states }),
      current: String(state ?? '') === String(states ?? ''),
    });
    return this.pages.render(request, {
      title: t('dialogue-pages.title'),
      description: t('dialogue-pages.lede'),
      body: (
        <DialogueListPage
          dialogues={page.items}
          nameOf={nameOf}
          mayConvene={mayAccess(conveneDialogueRule, request.actor, undefined)}
          about={subject && { url: subject.url, title: nameOf(subject.key, subject.title) }}
          tabs={[tabTo('tab-all'), ...LIST_SECTIONS.map(({ tab, states }) => tabTo(tab, states))]}
          nextHref={page.nextCursor ? href(page.nextCursor) : undefined}
          firstHref={query.cursor ? href() : undefined}
        />
      ),
    });
  }
}
