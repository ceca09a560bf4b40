import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type Operation, OperatorOperation, type ReportProgress } from '../operations/operation.js';
import { AuditLog, type Verification } from './audit-log.js';

const args = z.strictObject({
  witness: z
    .string()
    .regex(/^\d{1,15}:[0-9a-f]{64}$/)
    .optional()
    .describe('SEQ:HASH, as an earlier verification or the log told it'),
});

@Injectable()
@OperatorOperation({ name: 'audit.verify', summary: 'Check that the audit log is as it was written', args })
export class VerifyAuditOperation implements Operation {
  constructor(private readonly audit: AuditLog) {}

  run({ witness }: z.infer<typeof args>, report: ReportProgress): Promise<Verification> {
    const [seq, hash] = witness?.split(':') ?? [];
    const noted = hash === undefined ? undefined : { seq: Number(seq), hash };
    return this.audit.verify(noted, (done, total) => report({ step: 'Audit log', done, total }));
  }
}
