import { Module } from '@nestjs/common';
import { AuditCommand, AuditVerifyCommand } from './commands/audit.command.js';
import { DemoCommand, DemoLoadCommand, DemoRemoveCommand } from './commands/demo.command.js';
import { DoctorCommand } from './commands/doctor.command.js';
import { ImportCasesCommand, ImportCommand } from './commands/import.command.js';
import { ReindexCommand } from './commands/reindex.command.js';
import { UserCommand, UserGrantCommand, UserListCommand } from './commands/user.command.js';
import { Operator } from './operator.js';

/** The `minga` command. */
@Module({
  providers: [
    Operator,
    ImportCommand,
    ImportCasesCommand,
    ReindexCommand,
    DemoCommand,
    DemoLoadCommand,
    DemoRemoveCommand,
    UserCommand,
    UserListCommand,
    UserGrantCommand,
    DoctorCommand,
    AuditCommand,
    AuditVerifyCommand,
  ],
})
export class CliModule {}
