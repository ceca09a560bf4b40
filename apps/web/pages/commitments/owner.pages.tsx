import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import {
  ChangeOwner,
  changeOwnerBody,
  changeOwnerRule,
  ShowCommitment,
} from '../../../../libs/commitments/index.js';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { DomainError } from '../../../../libs/platform/errors/domain-error.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { RateLimit } from '../../../../libs/platform/http/rate-limits.js';
import type { PickedLinks } from '../../components/link-picker.js';
import { type FormErrors, formErrors } from '../../rendering/form-errors.js';
import { FormInput } from '../../rendering/form-input.js';
import { LinkPicking } from '../../rendering/link-picking.js';
import { type PageAnswer, PageRoute, RefusedPage, seeOther } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { pickedLinks, readPickedLinks } from '../../rendering/picked-links.js';
import { OwnerPage } from './owner.page.js';

const OWNER_TYPES = ['person', 'actor'];

/** Putting another owner in the place of one who cannot act. */
@Controller('commitments/:id/owner')
export class OwnerPages {
  constructor(
    private readonly pages: Pages,
    private readonly picker: LinkPicking,
    private readonly showCommitment: ShowCommitment,
    private readonly changeOwner: ChangeOwner,
  ) {}

  @Get()
  @Access(changeOwnerRule)
  @PageRoute()
  open(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    return this.page(request, id, pickedLinks());
  }

  @Post()
  @Access(changeOwnerRule)
  @RateLimit('write')
  @PageRoute()
  async change(@Req() request: HttpRequest, @Param('id') id: string): Promise<PageAnswer> {
    const form = new FormInput(request.body);
    const links = readPickedLinks(form, 'ownerKey');
    if (form.text('do') === 'find')
      return this.page(request, id, await this.picker.withFound(request, links, OWNER_TYPES));
    try {
      const [ownerKey = '', ...more] = links.ticked;
      const insteadOf = form.text('insteadOf') || null;
      const input = parseInput(changeOwnerBody, { ownerKey: more.length > 0 ? '' : ownerKey, insteadOf });
      await this.changeOwner.execute(request.actor, id, input);
      return seeOther(`/commitments/${id}`);
    } catch (error) {
      const errors = formErrors(error, this.pages.textsFor(request));
      return new RefusedPage(errors.status, await this.page(request, id, links, errors));
    }
  }

  private async page(
    request: HttpRequest,
    id: string,
    links: PickedLinks,
    errors?: FormErrors,
  ): Promise<string> {
    const commitment = await this.showCommitment.execute(request.actor, id);
    if (!commitment.permissions.changeOwner) throw new DomainError('forbidden', 'access/forbidden');
    const { t } = this.pages.textsFor(request);
    return this.pages.render(request, {
      title: t('commitments-pages.change-owner'),
      body: (
        <OwnerPage
          commitment={commitment}
          links={links}
          offered={await this.picker.offer(request, links, OWNER_TYPES)}
          csrf={this.pages.csrfFor(request)}
          errors={errors}
        />
      ),
    });
  }
}
