import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import {
  type CypherQuery,
  Graph,
  type GraphParams,
  type GraphTransaction,
  type QueryPlan,
  type SchemaIndex,
} from './graph.js';
import { UniquenessViolation } from './graph-errors.js';
import { WalSync } from './wal-sync.js';

export interface EmbeddedGraphOptions {
  /** `full`: a write is on disk before it is acknowledged. `relaxed`: the system writes it out when it likes. */
  durability?: 'full' | 'relaxed';
}

/** The log is folded into the main file when it has grown by this much. */
const CHECKPOINT_AFTER_BYTES = 64 * 1024 * 1024;

/**
 * The graph in this process, in one file. Writes run one after the other: the engine refuses concurrent writes to
 * one node, and a queue costs less than repeating them. Waiting for the disk happens outside the queue, so one sync
 * serves all writes that finished meanwhile.
 */
export class EmbeddedGraph extends Graph {
  private queue: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly db: GrafeoDB,
    private readonly wal: WalSync | null,
  ) {
    super();
  }

  static async open(path: string, options: EmbeddedGraphOptions = {}): Promise<EmbeddedGraph> {
    mkdirSync(dirname(path), { recursive: true });
    requireSameEngine(path);
    const db = grafeo.GrafeoDB.create(path);
    db.setCheckpointTriggers({ walBytes: CHECKPOINT_AFTER_BYTES });
    return new EmbeddedGraph(db, options.durability === 'relaxed' ? null : new WalSync(path));
  }

  async read<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<Row[]> {
    return rowsOf<Row>(await this.db.executeCypher(query.text, params));
  }

  async write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result> {
    const committed = this.queue.then(() => this.commit(work));
    this.queue = committed.catch(() => undefined);
    const { result, callbacks } = await committed;
    await this.wal?.sync();
    for (const callback of callbacks) callback();
    return result;
  }

  async ensureIndex({ label, property, unique }: SchemaIndex): Promise<void> {
    // A uniqueness constraint makes no index here, so both are declared.
    const name = `${label}_${property}`.toLowerCase();
    await this.db.executeCypher(`CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
    if (unique) {
      await this.db.executeCypher(
        `CREATE CONSTRAINT ${name}_unique IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
      );
    }
  }

  async plan<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<QueryPlan> {
    const rows = rowsOf<{ plan: string }>(await this.db.executeCypher(`EXPLAIN ${query.text}`, params));
    const detail = rows.map((row) => row.plan).join('\n');
    return { scannedLabels: scannedLabels(detail), detail };
  }

  async ping(): Promise<void> {
    await this.db.executeCypher('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    await this.queue;
    await this.wal?.close();
    this.db.close();
  }

  private async commit<Result>(work: (tx: GraphTransaction) => Promise<Result>) {
    const callbacks: (() => void)[] = [];
    const transaction = this.db.beginTransaction();
    try {
      const result = await work({
        run: (query, params) => run(transaction, query, params),
        afterCommit: (callback) => callbacks.push(callback),
      });
      transaction.commit();
      return { result, callbacks };
    } catch (error) {
      if (transaction.isActive) transaction.rollback();
      throw asGraphError(error);
    }
  }
}

/**
 * The engine is young and may not read files of another version, so the one that wrote them is noted beside them.
 * @throws when the data was written by another version
 */
function requireSameEngine(path: string): void {
  const note = `${path}.engine`;
  const current = `grafeo ${grafeo.version()}`;
  if (!existsSync(note)) {
    writeFileSync(note, current);
    return;
  }
  const written = readFileSync(note, 'utf8').trim();
  if (written === current) return;
  throw new Error(
    `The graph in ${dirname(path)} was written by ${written}, and this is ${current}, which may not read it. ` +
      'Keep a copy of the folder, and start the Minga that wrote it.',
  );
}

async function run<Params extends GraphParams, Row>(
  transaction: Transaction,
  query: CypherQuery<Params, Row>,
  params: Params,
): Promise<Row[]> {
  return rowsOf<Row>(await transaction.executeCypher(query.text, params));
}

function rowsOf<Row>(result: QueryResult): Row[] {
  return result.toArray() as unknown as Row[];
}

function asGraphError(error: unknown): unknown {
  // Not `instanceof`: the addon's errors come from another realm when modules run in a VM context.
  const message = String((error as { message?: unknown } | null)?.message ?? '');
  return message.includes('GRAFEO-V001') && message.includes('UNIQUE')
    ? new UniquenessViolation(message, { cause: error })
    : error;
}

/** A `NodeScan (n:Label)` that no line above narrows by an index reads the whole label. */
function scannedLabels(plan: string): string[] {
  const lines = plan.split('\n');
  return lines.flatMap((line, position) => {
    const scan = /NodeScan \(\w*:(\w+)/.exec(line);
    if (!scan || [lines[position - 1] ?? '', line].some((text) => /\[(index|range):/.test(text))) return [];
    return [scan[1] ?? ''];
  });
}
