import type { Remark } from './cell-reader.js';
import { LikelyDuplicates, type NamedOften } from './likely-duplicates.js';
import type { NameCount, PlaceNames } from './place-names.js';
import type { ResolvedRow } from './row-references.js';
import type { TableFacts } from './table.js';

/** Where a row stands in the file, and what it calls itself. */
export interface RowRef {
  /** Counts from 1 under the header, without empty rows. */
  row: number;
  /** The line of a text file, the row of a sheet, the place in a JSON list. */
  line: number;
  id: string;
  title: string;
}

/** Rows of which one thing is to be told. */
export interface RemarkGroup {
  reason: string;
  count: number;
  rows: (RowRef & { detail: string })[];
}

/** What an import did. Every row is in exactly one of imported, updated, unchanged, merged, leftOut and rejected. */
export interface ImportReport {
  /** Rows that were found in the file. */
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  /** Rows that became part of the case of an earlier row. */
  merged: number;
  /** Rows that the map leaves out. */
  leftOut: number;
  rejected: { row: number; reason: string }[];
  /** Names of countries in the rows, and how many of them were recognised. */
  countries: { given: number; reconciled: number };
  /** How the file was read. */
  file: TableFacts;
  /** Rejected rows by reason; a row with two reasons is in two groups. */
  refusals: RemarkGroup[];
  /** What was done to take rows, and why rows were left out: a few examples of each. */
  notes: RemarkGroup[];
  /** Every spelling of a country: recognised for sure, by forgiveness (worth a look), or not. */
  names: { recognised: NameCount[]; forgiven: NameCount[]; unknown: NameCount[] };
  /** What may be twice: cases by title, organisations by name. */
  duplicates: { cases: NamedOften[]; actors: NamedOften[] };
}

const EXAMPLES = 20;

/** Keeps account of every row of a file. */
export class ImportAccount {
  private readonly counts = { rows: 0, imported: 0, updated: 0, unchanged: 0, merged: 0, leftOut: 0 };
  private readonly rejected: { row: number; reason: string }[] = [];
  private readonly refusals = new Map<string, RemarkGroup>();
  private readonly notes = new Map<string, RemarkGroup>();
  private readonly duplicates = new LikelyDuplicates();

  /** A row was found in the file; each must be told of once more. */
  found(): void {
    this.counts.rows++;
  }

  count(what: 'imported' | 'updated' | 'unchanged' | 'merged'): void {
    this.counts[what]++;
  }

  reject(ref: RowRef, refusals: readonly Remark[]): void {
    this.rejected.push({ row: ref.row, reason: refusals.map(({ text }) => text).join('; ') });
    for (const refusal of refusals) addTo(this.refusals, ref, refusal, Number.POSITIVE_INFINITY);
  }

  leaveOut(ref: RowRef, remark: Remark): void {
    this.counts.leftOut++;
    addTo(this.notes, ref, { ...remark, kind: `row left out: ${remark.kind}` }, Number.POSITIVE_INFINITY);
  }

  /** A row that will be a case: what was done to take it, and what it may repeat. */
  take(ref: RowRef, row: ResolvedRow): void {
    for (const note of row.notes) addTo(this.notes, ref, note, EXAMPLES);
    this.duplicates.add(ref.id, row);
  }

  report(file: TableFacts, places: PlaceNames): ImportReport {
    const byCount = (groups: Map<string, RemarkGroup>) =>
      [...groups.values()].sort((a, b) => b.count - a.count);
    return {
      ...this.counts,
      rejected: this.rejected.sort((a, b) => a.row - b.row),
      countries: { given: places.given, reconciled: places.recognised },
      file,
      refusals: byCount(this.refusals),
      notes: byCount(this.notes),
      names: places.report(),
      duplicates: this.duplicates.report(),
    };
  }
}

function addTo(groups: Map<string, RemarkGroup>, ref: RowRef, { kind, text }: Remark, most: number): void {
  const group = groups.get(kind) ?? { reason: kind, count: 0, rows: [] };
  groups.set(kind, group);
  group.count++;
  if (group.rows.length < most) group.rows.push({ ...ref, title: ref.title.slice(0, 80), detail: text });
}
