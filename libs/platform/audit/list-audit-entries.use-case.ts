import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { requireAccess } from '../access/access-rule.js';
import type { Actor } from '../access/actor.js';
import type { Page } from '../graph/page.js';
import { wholeNumberInAddress } from '../validation/number.js';
import { readAuditRule } from './audit.access.js';
import type { AuditData } from './audit-entry.js';
import { AuditLog } from './audit-log.js';

export const auditEntrySchema = z.strictObject({
  seq: z.number(),
  at: z.string(),
  actorKey: z.string().describe('`person:ID`, or `minga` for Minga itself and whoever runs it'),
  via: z.string().describe('How the actor came in: session, token, system, or visitor with a mailed link'),
  action: z.string(),
  targetKey: z.string(),
  data: z.record(z.string(), z.unknown()),
  hash: z.string().describe('SHA-256 over the entry and the hash of the one before'),
});

export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Numbers run without gaps, so the number of the last entry seen says where to go on. */
export const auditQuery = z.strictObject({
  cursor: wholeNumberInAddress(1).optional(),
  limit: wholeNumberInAddress(1, 100).default(20),
});

/** What was done to rights and to the content of others, the latest first. */
@Injectable()
export class ListAuditEntries {
  constructor(private readonly audit: AuditLog) {}

  async execute(actor: Actor, { cursor, limit }: z.infer<typeof auditQuery>): Promise<Page<AuditEntry>> {
    requireAccess(readAuditRule, actor, undefined);
    const before = cursor ?? (await this.audit.head()).seq + 1;
    const rows = await this.audit.listBefore(before, limit);
    const items = rows.map(({ previousHash: _, data, ...entry }) => ({
      ...entry,
      data: JSON.parse(data) as AuditData,
    }));
    const last = items.at(-1)?.seq ?? 1;
    return { items, nextCursor: last > 1 ? String(last) : null };
  }
}
