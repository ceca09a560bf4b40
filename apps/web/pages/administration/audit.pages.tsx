import { Controller, Get, Req } from '@nestjs/common';
import { Access } from '../../../../libs/platform/access/access-rule.js';
import { readAuditRule } from '../../../../libs/platform/audit/audit.access.js';
import { auditQuery, ListAuditEntries } from '../../../../libs/platform/audit/list-audit-entries.use-case.js';
import { NameEntities } from '../../../../libs/platform/entities/name-entities.use-case.js';
import type { HttpRequest } from '../../../../libs/platform/http/http-request.js';
import { parseInput } from '../../../../libs/platform/http/parse-input.js';
import { FormInput } from '../../rendering/form-input.js';
import { PageRoute } from '../../rendering/page-route.js';
import { Pages } from '../../rendering/pages.js';
import { AuditPage } from './audit.page.js';

const ENTRIES = 50;

/** For administrators: who did what to rights and to the content of others. */
@Controller('administration/audit')
export class AuditPages {
  constructor(
    private readonly pages: Pages,
    private readonly listEntries: ListAuditEntries,
    private readonly nameEntities: NameEntities,
  ) {}

  @Get()
  @PageRoute()
  @Access(readAuditRule)
  async open(@Req() request: HttpRequest): Promise<string> {
    const cursor = new FormInput(request.query).optional('cursor');
    const query = parseInput(auditQuery, { cursor, limit: ENTRIES });
    const { items, nextCursor } = await this.listEntries.execute(request.actor, query);
    const keys = items.flatMap(({ actorKey, targetKey }) => [actorKey, targetKey]);
    const names = await this.nameEntities.execute(keys);
    return this.pages.render(request, {
      title: this.pages.textsFor(request).t('administration.audit-title'),
      unlisted: true,
      body: (
        <AuditPage
          entries={items}
          names={names}
          earlierHref={nextCursor && `/administration/audit?cursor=${encodeURIComponent(nextCursor)}`}
        />
      ),
    });
  }
}
