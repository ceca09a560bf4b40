import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CountryReconciler } from '../../atlas/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError, invalid } from '../../platform/errors/domain-error.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import { parseInput } from '../../platform/http/parse-input.js';
import {
  type Operation,
  OperatorOperation,
  type ReportProgress,
} from '../../platform/operations/operation.js';
import { CaseReferences } from '../case-references.js';
import { CsvFile } from './csv-records.js';
import { columnsOf, type ImportMap, importMap } from './import-map.schema.js';
import { type ImportStep, ImportWriter } from './import-writer.js';
import { mapRow } from './map-row.js';
import { type ResolvedRow, RowReferences } from './row-references.js';

const ROWS_PER_TRANSACTION = 50;

const path = z.string().max(4096).refine(isAbsolute, { message: 'must be absolute' });

const args = z.strictObject({
  file: path.describe('The CSV file'),
  map: path.describe('What its columns mean: JSON, see docs/import.md'),
  dryRun: z.boolean().default(false).describe('Check everything and write nothing'),
});

/** What an import did. Every row is in exactly one of the four. */
export interface ImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  /** Rows count from 1 under the header. */
  rejected: { row: number; reason: string }[];
  /** Names of countries in the rows, and how many of them were recognised. */
  countries: { given: number; reconciled: number };
}

/** Imports cases from a CSV file. Running it again changes only what has changed in the file. */
@Injectable()
@OperatorOperation({ name: 'cases.import', summary: 'Import cases from a CSV file', args })
export class ImportCases implements Operation {
  constructor(
    private readonly references: CaseReferences,
    private readonly reconciler: CountryReconciler,
    private readonly writer: ImportWriter,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws {DomainError} `cases/import-map-unreadable`, `platform/invalid-input` for a map with mistakes,
   * `cases/import-file-unreadable`, `cases/import-columns-missing`
   */
  async run(
    { file, map: mapFile, dryRun }: z.infer<typeof args>,
    report: ReportProgress,
  ): Promise<ImportReport> {
    const map = await readMap(mapFile);
    const csv = await CsvFile.open(file, map.delimiter);
    try {
      const missing = columnsOf(map).filter((column) => !csv.columns.includes(column));
      if (missing.length > 0) throw invalid('cases/import-columns-missing', { columns: missing });
      const references = new RowReferences(this.references, this.reconciler);
      const run = new ImportRun(map, dryRun, references, this.writer, this.clock.now().getFullYear());
      for await (const { row, cells, problem } of csv.records()) {
        if (cells) await run.take(row, cells);
        else run.reject(row, problem);
        report({ step: 'Rows', done: row });
      }
      return await run.finish();
    } finally {
      await csv.close();
    }
  }
}

/** One run through one file. */
class ImportRun {
  private readonly answer: Omit<ImportReport, 'countries'> = {
    rows: 0,
    imported: 0,
    updated: 0,
    unchanged: 0,
    rejected: [],
  };
  private waiting: { row: number; resolved: ResolvedRow }[] = [];
  private readonly rowOfId = new Map<string, number>();

  constructor(
    private readonly map: ImportMap,
    private readonly dryRun: boolean,
    private readonly references: RowReferences,
    private readonly writer: ImportWriter,
    private readonly thisYear: number,
  ) {}

  async take(row: number, cells: Record<string, string>): Promise<void> {
    const read = mapRow(this.map, cells, this.thisYear);
    if ('reasons' in read) return this.reject(row, read.reasons.join('; '));
    const { externalId } = read.mapped;
    const earlier = this.rowOfId.get(externalId);
    if (earlier !== undefined) return this.reject(row, `has the same id as row ${earlier}: "${externalId}"`);
    this.rowOfId.set(externalId, row);
    const found = await this.references.resolve(read.mapped);
    if ('reasons' in found) return this.reject(row, found.reasons.join('; '));
    this.answer.rows++;
    this.waiting.push({ row, resolved: found.resolved });
    if (this.waiting.length >= ROWS_PER_TRANSACTION) await this.writeWaiting();
  }

  reject(row: number, reason: string): void {
    this.answer.rows++;
    this.answer.rejected.push({ row, reason });
  }

  async finish(): Promise<ImportReport> {
    await this.writeWaiting();
    this.answer.rejected.sort((a, b) => a.row - b.row);
    return { ...this.answer, countries: this.references.countries };
  }

  private async writeWaiting(): Promise<void> {
    const steps = await this.writer.plan(this.map.source, this.waiting);
    this.waiting = [];
    if (!this.dryRun && !(await this.tryToWrite(steps))) {
      for (const step of steps) await this.writeAlone(step);
      return;
    }
    for (const { change } of steps) this.answer[change]++;
  }

  /**
   * One row that the graph refuses must not cost the others of its transaction: those are then written one by one. The row
   * is compared anew, as another import may have made its case meanwhile.
   */
  private async writeAlone({ row, resolved }: ImportStep): Promise<void> {
    const [step] = await this.writer.plan(this.map.source, [{ row, resolved }]);
    if (step && (await this.tryToWrite([step]))) this.answer[step.change]++;
    else this.answer.rejected.push({ row, reason: 'was refused by the graph' });
  }

  /** @returns false when nothing was written because something in the rows was refused */
  private async tryToWrite(steps: ImportStep[]): Promise<boolean> {
    try {
      await this.writer.write(this.map.source, steps);
      return true;
    } catch (error) {
      const isAboutRows =
        error instanceof UniquenessViolation || (error instanceof DomainError && error.kind === 'invalid');
      if (isAboutRows) return false;
      throw error;
    }
  }
}

async function readMap(file: string): Promise<ImportMap> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid', 'cases/import-map-unreadable', { reason }, [], { cause: error });
  }
  return parseInput(importMap, content);
}
