import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditLog } from './audit-log.js';
import { ListAuditEntries } from './list-audit-entries.use-case.js';
import { VerifyAuditOperation } from './verify-audit.operation.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditLog, ListAuditEntries, VerifyAuditOperation],
  exports: [AuditLog, ListAuditEntries],
})
export class AuditModule {}
