import { DomainError } from '../../platform/errors/domain-error.js';
import type { EventDispatcher } from '../../platform/events/event-dispatcher.js';
import { UniquenessViolation } from '../../platform/graph/graph-errors.js';
import type { ImportMap } from './import-map.schema.js';
import { ImportAccount, type ImportReport, type RowRef } from './import-report.js';
import type { ImportStep, ImportWriter } from './import-writer.js';
import { type MappedRow, mapRow } from './map-row.js';
import { mergeRows } from './merge-rows.js';
import type { PlaceNames } from './place-names.js';
import type { ResolvedRow, RowReferences } from './row-references.js';
import type { TableFacts, TableRecord } from './table.js';

const ROWS_PER_TRANSACTION = 50;
/** The search index and other listeners lag behind by no more than these. */
const TRANSACTIONS_AHEAD = 10;

/** What every row of a run is read and written with. */
export interface ImportContext {
  places: PlaceNames;
  references: RowReferences;
  writer: ImportWriter;
  listeners: Pick<EventDispatcher, 'caughtUp'>;
  thisYear: number;
}

/** One run through one file: each row is mapped, resolved and written, and accounted for. */
export class ImportRun {
  private readonly account = new ImportAccount();
  private waiting: { ref: RowRef; resolved: ResolvedRow }[] = [];
  private transactions = 0;
  /** Rows by id; the rows themselves only where those of one id become one case. */
  private readonly byId = new Map<string, { ref: RowRef; mapped: MappedRow | null }>();

  constructor(
    private readonly map: ImportMap,
    private readonly dryRun: boolean,
    private readonly context: ImportContext,
  ) {}

  async take(record: TableRecord): Promise<void> {
    this.account.found();
    const { row, line, cells } = record;
    if (!cells) {
      const kind = record.problem.replace(/\d+/g, 'N').replace(/, among them .*/, '');
      return this.account.reject({ row, line, id: '', title: '' }, [{ kind, text: record.problem }]);
    }
    const read = mapRow(this.map, cells, this.context.thisYear);
    const ref = { row, line, id: read.id, title: read.title };
    if ('refusals' in read) return this.account.reject(ref, read.refusals);
    const earlier = this.byId.get(read.id);
    if (earlier) return this.takeAgain(ref, read.mapped, earlier);
    const merging = this.map.sameId === 'merge';
    this.byId.set(read.id, { ref, mapped: merging ? read.mapped : null });
    if (!merging) await this.resolve(ref, read.mapped);
  }

  async finish(file: TableFacts): Promise<ImportReport> {
    for (const { ref, mapped } of this.byId.values()) if (mapped) await this.resolve(ref, mapped);
    await this.writeWaiting();
    return this.account.report(file, this.context.places);
  }

  private takeAgain(
    ref: RowRef,
    mapped: MappedRow,
    earlier: { ref: RowRef; mapped: MappedRow | null },
  ): void {
    const merged = earlier.mapped && mergeRows(earlier.mapped, mapped, this.map.mergeTexts);
    if (merged) {
      earlier.mapped = merged;
      this.account.count('merged');
      return;
    }
    const but = earlier.mapped ? ', but another title' : '';
    const text = `has the same id as row ${earlier.ref.row}: "${ref.id}"${but}`;
    this.account.reject(ref, [{ kind: `has the same id as an earlier row${but}`, text }]);
  }

  private async resolve(ref: RowRef, mapped: MappedRow): Promise<void> {
    const found = await this.context.references.resolve(mapped);
    if ('refusals' in found) return this.account.reject(ref, found.refusals);
    if ('leftOut' in found) return this.account.leaveOut(ref, found.leftOut);
    this.account.take(ref, found.resolved);
    this.waiting.push({ ref, resolved: found.resolved });
    if (this.waiting.length >= ROWS_PER_TRANSACTION) await this.writeWaiting();
  }

  private async writeWaiting(): Promise<void> {
    const steps = await this.context.writer.plan(this.map.source, this.waiting);
    this.waiting = [];
    if (++this.transactions % TRANSACTIONS_AHEAD === 0) await this.context.listeners.caughtUp();
    if (!this.dryRun && !(await this.tryToWrite(steps))) {
      for (const step of steps) await this.writeAlone(step);
      return;
    }
    for (const { change } of steps) this.account.count(change);
  }

  /**
   * One row that the graph refuses must not cost the others of its transaction: those are then written one by one. The row
   * is compared anew, as another import may have made its case meanwhile.
   */
  private async writeAlone({ ref, resolved }: ImportStep): Promise<void> {
    const [step] = await this.context.writer.plan(this.map.source, [{ ref, resolved }]);
    const text = 'was refused by the graph';
    if (step && (await this.tryToWrite([step]))) this.account.count(step.change);
    else this.account.reject(ref, [{ kind: text, text }]);
  }

  /** @returns false when nothing was written because something in the rows was refused */
  private async tryToWrite(steps: ImportStep[]): Promise<boolean> {
    try {
      await this.context.writer.write(this.map.source, steps);
      return true;
    } catch (error) {
      const isAboutRows =
        error instanceof UniquenessViolation || (error instanceof DomainError && error.kind === 'invalid');
      if (isAboutRows) return false;
      throw error;
    }
  }
}
