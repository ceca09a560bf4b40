import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command, Option, SubCommand } from 'nest-commander';
import { invalid } from '../../../libs/platform/errors/domain-error.js';
import { IncompleteWork } from '../exit-codes.js';
import { countAccounted, describeImport, type ImportReport } from '../import-summary.js';
import { Operator } from '../operator.js';
import { CommandGroup } from './command-group.js';
import { type CommonOptions, OperatorCommand } from './operator-command.js';

interface ImportOptions extends CommonOptions {
  map: string;
  dryRun?: boolean;
  report?: string;
}

@SubCommand({
  name: 'cases',
  arguments: '<file>',
  description:
    'Import case studies from a CSV, XLSX or JSON file; running it again changes only what has changed',
})
export class ImportCasesCommand extends OperatorCommand {
  constructor(operator: Operator) {
    super(operator);
  }

  async run([file = '']: string[], options: ImportOptions): Promise<void> {
    const args = { file: this.pathTo(file), map: this.pathTo(options.map), dryRun: options.dryRun ?? false };
    const report = await this.perform<ImportReport>('cases.import', args, options);
    if (options.report) writeFileSync(options.report, `${JSON.stringify(report, null, 2)}\n`);
    this.print(report, options, describeImport(report, args.dryRun));
    const missing = report.rows - countAccounted(report);
    if (missing !== 0)
      throw new Error(`${missing} of ${report.rows} rows are not accounted for: a defect, please report it`);
    if (report.rejected.length > 0) throw new IncompleteWork(`${report.rejected.length} rows were rejected`);
  }

  @Option({
    flags: '--map <file>',
    description: 'how columns become fields; see docs/import.md',
    required: true,
  })
  parseMap(value: string): string {
    return value;
  }

  @Option({ flags: '--dry-run', description: 'check everything and write nothing' })
  parseDryRun(): boolean {
    return true;
  }

  @Option({ flags: '--report <file>', description: 'write the report as JSON' })
  parseReport(value: string): string {
    return value;
  }

  private pathTo(file: string): string {
    const path = resolve(file);
    if (!existsSync(path)) throw invalid('cli/file-not-found', { path });
    return path;
  }
}

@Command({ name: 'import', description: 'Import data', subCommands: [ImportCasesCommand] })
export class ImportCommand extends CommandGroup {}
