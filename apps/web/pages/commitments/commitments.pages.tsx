import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { z } from 'zod';
import {
  COMMITMENT_STATES,
  type CommitmentState,
  ListCommitments,
  listCommitmentsQuery,
  ReportOnCommitment,
  readCommitmentsRule,
  reportOnCommitmentBody,
  reportOnCommitmentRule,
  ShowCommitment,
  SummariseCommitments,
} from '../../../../libs/commitments/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import { cleanText } from '../../../../libs/platform/validation/text.js';
import { formErrors } from '../../rendering/form-errors.js';
import { digits, FormInput } from '../../rendering/form-input.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { filledIn, hrefWith } from '../../rendering/names.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { CommitmentPage, type CommitmentPageProps } from './commitment.page.js';
import { CommitmentListPage } from './commitment-list.page.js';

const PER_PAGE = 20;
const FOUND = 8;
const LINKED_TYPES = ['person', 'actor', 'country', 'theme', 'sdg', 'case', 'session', 'dialogue'];
const LINKS = ['answers', 'owner', 'about', 'entity'] as const;

type Query = z.output<typeof listCommitmentsQuery>;

/** What was promised at the close of sessions and dialogues, and what came of it. */
@Controller('commitments')
export class CommitmentPages {
  constructor(
    private readonly pages: Pages,
    private readonly picker: LinkPicking,
    private readonly listCommitments: ListCommitments,
    private readonly summarise: SummariseCommitments,
    private readonly showCommitment: ShowCommitment,
    private readonly reportOn: ReportOnCommitment,
  ) {}

  @Get()
  @Access(readCommitmentsRule)
  @RateLimit('search')
  @PageRoute()
  async list(@Req() request: HttpRequest): Promise<PageAnswer> {
    const { t } = this.pages.textsFor(request);
    const { q, ...asked } = filledIn(request.query);
    const query = parseInput(listCommitmentsQuery, { ...asked, limit: PER_PAGE });
    const words = cleanText(typeof q === 'string' ? q : '').slice(0, 200);
    const [page, subject, found] = await Promise.all([
      this.listCommitments.execute(query),
      this.subject(request, query),
      this.picker.find(request, words, LINKED_TYPES, FOUND),
    ]);
    const { cursor: _, limit: __, sort: ___, ...kept } = query;
    return this.pages.render(request, {
      title: t('commitments-pages.title'),
      description: t('commitments-pages.lede'),
      body: (
        <CommitmentListPage
          commitments={page.items}
          tabs={this.tabs(request, query)}
          subject={subject}
          words={words}
          found={found.map((entity) => ({
            ...entity,
            href: hrefWith('/commitments', { entity: entity.key, state: query.state }),
          }))}
          nextHref={
            page.nextCursor ? hrefWith('/commitments', { ...kept, cursor: page.nextCursor }) : undefined
          }
          previousHref={query.cursor ? hrefWith('/commitments', kept) : undefined}
        />
      ),
    });
  }

  @Get(':id')
  @Access(readCommitmentsRule)
  @PageRoute()
  async show(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.page(request, id);
  }

  @Post(':id/report')
  @Access(reportOnCommitmentRule)
  @RateLimit('write')
  @PageRoute()
  async report(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const typed = { state: form.text('state'), note: form.text('note') };
    try {
      const input = parseInput(reportOnCommitmentBody, { ...typed, version: digits(form.text('version')) });
      await this.reportOn.execute(request.actor, id, input);
      return seeOther(`/commitments/${id}#reports`);
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.page(request, id, { ...typed, errors }));
    }
  }

  private async page(
    request: HttpRequest,
    id: string,
    report?: CommitmentPageProps['report'],
  ): Promise<string> {
    const commitment = await this.showCommitment.execute(request.actor, id);
    return this.pages.render(request, {
      title: commitment.title,
      body: (
        <CommitmentPage
          commitment={commitment}
          nameOf={this.picker.nameOf(request)}
          csrf={this.pages.csrfFor(request)}
          report={report}
        />
      ),
    });
  }

  private tabs(request: HttpRequest, { state, ...query }: Query) {
    const { t } = this.pages.textsFor(request);
    const links = Object.fromEntries(LINKS.map((link) => [link, query[link]]));
    const tab = (label: string, value: CommitmentState | undefined) => ({
      label,
      href: hrefWith('/commitments', { ...links, state: value }),
      current: state === value,
    });
    return [
      tab(t('commitments-pages.all'), undefined),
      ...COMMITMENT_STATES.map((value) => tab(t(`commitments.state-${value}`), value)),
    ];
  }

  /** What the list is narrowed to. Where that is gone or hidden, the list is empty and says nothing of it. */
  private async subject(request: HttpRequest, query: Query) {
    const key = LINKS.flatMap((link) => query[link] ?? [])[0];
    const [entity] = key ? await this.picker.chosen(request, [key]) : [];
    if (!entity) return null;
    return {
      title: entity.title,
      url: entity.url,
      clearHref: hrefWith('/commitments', { state: query.state }),
      summary: await this.summarise.execute(entity.key),
    };
  }
}
