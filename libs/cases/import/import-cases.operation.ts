import { readFile } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CountryReconciler } from '../../atlas/index.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { EventDispatcher } from '../../platform/events/event-dispatcher.js';
import { parseInput } from '../../platform/http/parse-input.js';
import {
  type Operation,
  OperatorOperation,
  type ReportProgress,
} from '../../platform/operations/operation.js';
import { CaseReferences } from '../case-references.js';
import { type ImportMap, importMap } from './import-map.schema.js';
import type { ImportReport } from './import-report.js';
import { ImportRun } from './import-run.js';
import { ImportWriter } from './import-writer.js';
import { openTable } from './open-table.js';
import { PlaceNames } from './place-names.js';
import { RowReferences } from './row-references.js';

const path = z.string().max(4096).refine(isAbsolute, { message: 'must be absolute' });

const args = z.strictObject({
  file: path.describe('The file: CSV, XLSX or JSON'),
  map: path.describe('What its columns mean: JSON, see docs/import.md'),
  dryRun: z.boolean().default(false).describe('Check everything and write nothing'),
});

export type { ImportReport } from './import-report.js';

/** Imports cases from a file of rows. Running it again changes only what has changed in the file. */
@Injectable()
@OperatorOperation({ name: 'cases.import', summary: 'Import cases from a file of rows', args })
export class ImportCases implements Operation {
  constructor(
    private readonly references: CaseReferences,
    private readonly reconciler: CountryReconciler,
    private readonly writer: ImportWriter,
    private readonly clock: Clock,
    private readonly dispatcher: EventDispatcher,
  ) {}

  /**
   * @throws {DomainError} `cases/import-map-unreadable`, `platform/invalid-input` for a map with mistakes,
   * and those of {@link openTable}
   */
  async run(
    { file, map: mapFile, dryRun }: z.infer<typeof args>,
    report: ReportProgress,
  ): Promise<ImportReport> {
    const map = await readMap(mapFile);
    const table = await openTable(file, map);
    try {
      const places = new PlaceNames(map, this.reconciler);
      const run = new ImportRun(map, dryRun, {
        places,
        references: new RowReferences(this.references, places),
        writer: this.writer,
        listeners: this.dispatcher,
        thisYear: this.clock.now().getFullYear(),
      });
      for await (const record of table.records()) {
        await run.take(record);
        report({ step: 'Rows', done: record.row });
      }
      return await run.finish(table.facts);
    } finally {
      await table.close();
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
