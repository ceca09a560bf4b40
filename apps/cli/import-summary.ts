/** Rows of which one thing is told. */
interface RemarkGroup {
  reason: string;
  count: number;
  rows: { row: number; line: number; id: string; title: string; detail: string }[];
}

interface NameCount {
  name: string;
  times: number;
  countries?: string[];
  why?: string;
}

/** What an import did; also the content of `--report`. */
export interface ImportReport {
  rows: number;
  imported: number;
  updated: number;
  unchanged: number;
  merged: number;
  leftOut: number;
  rejected: { row: number; reason: string }[];
  countries: { given: number; reconciled: number };
  file: { format: string; encoding?: string; delimiter?: string; sheet?: string; headerLine?: number };
  refusals: RemarkGroup[];
  notes: RemarkGroup[];
  names: { forgiven: NameCount[]; unknown: NameCount[] };
  duplicates: { cases: { name: string; where: string[] }[]; actors: { name: string; where: string[] }[] };
}

const SHOWN_ROWS = 5;
const SHOWN_NAMES = 15;

/** Rows of which the report says what became of them: as many as were found in the file. */
export function countAccounted(report: ImportReport): number {
  const { imported, updated, unchanged, merged, leftOut, rejected } = report;
  return imported + updated + unchanged + merged + leftOut + rejected.length;
}

/** The report for whoever sits before the console; the whole of it is in `--report`. */
export function describeImport(report: ImportReport, dryRun: boolean): string {
  const { rows, imported, updated, unchanged, merged, leftOut, rejected, countries } = report;
  const others = [
    `${updated} updated`,
    `${unchanged} unchanged`,
    ...(merged > 0 ? [`${merged} merged into earlier rows`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out`] : []),
    `${rejected.length} rejected`,
  ];
  return [
    `${dryRun ? 'Would import' : 'Imported'} ${imported} of ${rows} rows; ${others.join(', ')}.`,
    `Countries: ${countries.reconciled} of ${countries.given} given names were recognised.`,
    describeFile(report),
    ...section('Rejected', report.refusals.flatMap(describeGroup)),
    ...section('Countries that were not recognised', describeNames(report.names.unknown)),
    ...section('Countries recognised by forgiveness: please look', describeNames(report.names.forgiven)),
    ...section('Notes', report.notes.flatMap(describeGroup)),
    ...section('Cases that may be twice', describeTwice(report.duplicates.cases)),
    ...section('Organisations that may be twice', describeTwice(report.duplicates.actors)),
  ].join('\n');
}

function describeFile({ file, rows }: ImportReport): string {
  const { format, encoding, delimiter, sheet, headerLine } = file;
  const told = [
    format.toUpperCase(),
    ...(encoding ? [encoding] : []),
    ...(delimiter ? [`delimiter ${JSON.stringify(delimiter)}`] : []),
    ...(sheet ? [`sheet ${JSON.stringify(sheet)}`] : []),
    ...(headerLine ? [`header in line ${headerLine}`] : []),
  ];
  return `File: ${told.join(', ')}, ${rows} rows.`;
}

function section(heading: string, lines: string[]): string[] {
  return lines.length > 0 ? ['', `${heading}:`, ...lines] : [];
}

function describeGroup({ reason, count, rows }: RemarkGroup): string[] {
  const shown = rows.slice(0, SHOWN_ROWS).map(({ row, line, id, title, detail }) => {
    const name = [id, title].filter((part) => part !== '').join(' ');
    return `    row ${row} (line ${line})${name ? ` ${name}` : ''}: ${detail}`;
  });
  return [`  ${count} × ${reason}`, ...shown, ...more(count, shown.length, '    ')];
}

function describeNames(names: NameCount[]): string[] {
  const shown = names.slice(0, SHOWN_NAMES).map(({ name, times, countries, why }) => {
    const meaning = countries ? ` → ${countries.join(', ')}` : why ? `: ${why}` : '';
    return `  ${times} × ${JSON.stringify(name)}${meaning}`;
  });
  return [...shown, ...more(names.length, shown.length, '  ')];
}

function describeTwice(names: { name: string; where: string[] }[]): string[] {
  const shown = names
    .slice(0, SHOWN_NAMES)
    .map(
      ({ name, where }) =>
        `  ${name.slice(0, 60)}: ${where.slice(0, SHOWN_ROWS).join(', ')}${where.length > SHOWN_ROWS ? ', …' : ''}`,
    );
  return [...shown, ...more(names.length, shown.length, '  ')];
}

function more(all: number, shown: number, indent: string): string[] {
  return all > shown ? [`${indent}… and ${all - shown} more; see --report`] : [];
}
