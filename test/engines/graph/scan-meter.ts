import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import type { GraphParams } from '../../../libs/platform/graph/graph.js';
import type { AnyQuery } from './query-catalogue.js';

/**
 * Counts the nodes that the embedded engine reads for a query. Its written plan does not tell an index that is used
 * from one that is not, so the engine itself is asked, on the file of a closed graph.
 */
export class ScanMeter {
  private constructor(private readonly db: GrafeoDB) {}

  static open(path: string): ScanMeter {
    return new ScanMeter(grafeo.GrafeoDB.create(path));
  }

  async rowsScanned({ text }: AnyQuery, params: GraphParams): Promise<number> {
    const transaction = this.db.beginTransaction();
    try {
      return (await transaction.executeCypher(text, params)).rowsScanned ?? 0;
    } finally {
      transaction.rollback();
    }
  }

  close(): void {
    this.db.close();
  }
}
