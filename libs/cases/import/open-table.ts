import { open } from 'node:fs/promises';
import { DomainError, invalid } from '../../platform/errors/domain-error.js';
import { openCsv } from './csv-file.js';
import { columnsOf, type ImportMap } from './import-map.schema.js';
import { openJson } from './json-file.js';
import { openSheet } from './sheet-file.js';
import type { Table, TableFacts } from './table.js';

/**
 * Opens a file of rows by what it is: a workbook by its first bytes, JSON by its name, CSV otherwise.
 * @throws {DomainError} `cases/import-file-unreadable`, `cases/import-columns-missing`, `cases/import-columns-repeated`,
 * `cases/import-encoding-unknown`
 */
export async function openTable(path: string, map: ImportMap): Promise<Table> {
  const wanted = columnsOf(map);
  try {
    switch (map.format ?? (await formatOf(path))) {
      case 'xlsx':
        return await openSheet(path, map, wanted);
      case 'json':
        return await openJson(path, map, wanted);
      default:
        return await openCsv(path, map, wanted);
    }
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DomainError('invalid', 'cases/import-file-unreadable', { reason }, [], { cause: error });
  }
}

async function formatOf(path: string): Promise<TableFacts['format']> {
  const handle = await open(path);
  const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0).finally(() => handle.close());
  if (buffer.toString('latin1') === 'PK\u0003\u0004') return 'xlsx';
  if (buffer.toString('hex') === 'd0cf11e0')
    throw invalid('cases/import-file-unreadable', {
      reason: 'an old workbook (.xls): save it as .xlsx or CSV',
    });
  return /\.json$/i.test(path) ? 'json' : 'csv';
}
