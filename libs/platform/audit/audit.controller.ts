import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import { Access, CurrentActor } from '../access/access-rule.js';
import type { Actor } from '../access/actor.js';
import { pageOf } from '../graph/page.js';
import { Endpoint } from '../http/endpoint.js';
import { readAuditRule } from './audit.access.js';
import { auditEntrySchema, auditQuery, ListAuditEntries } from './list-audit-entries.use-case.js';

@Controller('api/v1/audit')
export class AuditController {
  constructor(private readonly listEntries: ListAuditEntries) {}

  @Get()
  @Access(readAuditRule)
  @Endpoint({
    summary: 'What was done to rights and to the content of others, for administrators',
    query: auditQuery,
    response: pageOf(auditEntrySchema),
    refusals: [401, 403],
  })
  list(@CurrentActor() actor: Actor, @Query() query: z.infer<typeof auditQuery>) {
    return this.listEntries.execute(actor, query);
  }
}
