import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import grafeo, { type GrafeoDB, type QueryResult, type Transaction } from '@grafeo-db/js';
import { Logger } from '@nestjs/common';
import { DiskPace } from './disk-pace.js';
import { DurableLog } from './durable-log.js';
import {
  type CypherQuery,
  Graph,
  type GraphHealth,
  type GraphParams,
  type GraphTransaction,
  type QueryPlan,
  type SchemaIndex,
} from './graph.js';
import { UniquenessViolation } from './graph-errors.js';
import { findingsOfTornTails, setTornTailAside, type TornLog } from './torn-tail.js';
import { WalSync } from './wal-sync.js';
import { probeWrite } from './write-probe.js';
import { WriteWatch } from './write-watch.js';

export interface EmbeddedGraphOptions {
  /** `full`: a write is on disk before it is acknowledged. `relaxed`: the system writes it out when it likes. */
  durability?: 'full' | 'relaxed';
}

/** The log is folded into the main file when it has grown by this much. */
const CHECKPOINT_AFTER_BYTES = 64 * 1024 * 1024;

/** A disk that has not finished a sync for so long is taken for stuck: nobody else is made to wait for it. */
const STUCK_AFTER_MS = 5_000;

/**
 * The graph in this process, in one file. Writes run one after the other: the engine refuses concurrent writes to
 * one node, and a queue costs less than repeating them. Waiting for the disk happens outside the queue, so one sync
 * serves all writes that finished meanwhile.
 */
export class EmbeddedGraph extends Graph {
  private queue: Promise<unknown> = Promise.resolve();
  private readonly wal: WalSync;
  private readonly pace: DiskPace;
  /** Null where durability is relaxed. */
  private readonly log: DurableLog | null;
  private readonly watch = new WriteWatch(() => this.probe());

  private constructor(
    private readonly db: GrafeoDB,
    private readonly path: string,
    durability: 'full' | 'relaxed',
  ) {
    super();
    this.wal = new WalSync(path, (milliseconds) => this.pace.note(milliseconds));
    this.pace = new DiskPace(() => this.wal.sync());
    this.log =
      durability === 'relaxed'
        ? null
        : new DurableLog(this.wal, () => this.inTurn(async () => this.db.walCheckpoint()));
  }

  static async open(path: string, options: EmbeddedGraphOptions = {}): Promise<EmbeddedGraph> {
    mkdirSync(dirname(path), { recursive: true });
    requireSameEngine(path);
    const db = openWhatIsWhole(path);
    db.setCheckpointTriggers({ walBytes: CHECKPOINT_AFTER_BYTES });
    return new EmbeddedGraph(db, path, options.durability ?? 'full');
  }

  async read<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<Row[]> {
    return rowsOf<Row>(await this.db.executeCypher(query.text, params));
  }

  async write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result> {
    this.requireDisk();
    const { result, callbacks } = await this.inTurn(() => this.commit(work));
    if (this.log) await this.log.keep(callbacks).catch(this.refuse);
    else {
      for (const callback of callbacks) callback();
      this.wal.syncSoon(this.watch.failed);
    }
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

  health(): GraphHealth {
    const { lastError, failures } = this.db.checkpointStatus();
    return {
      writesRefused: this.watch.refusal,
      slowDiskMs: this.pace.slowMs,
      findings: [
        ...findingsOfTornTails(this.path).map(({ detail, isLoss }) => ({ ok: !isLoss, detail })),
        ...(failures > 0
          ? [{ ok: false, detail: `the log could not be folded into the file: ${lastError}` }]
          : []),
      ],
    };
  }

  async ping(): Promise<void> {
    await this.db.executeCypher('RETURN 1 AS one');
  }

  async close(): Promise<void> {
    this.watch.close();
    this.pace.close();
    await this.queue;
    await this.wal.close();
    this.db.close();
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async commit<Result>(work: (tx: GraphTransaction) => Promise<Result>) {
    // What follows a write that may be lost must not be kept without it.
    if (this.log?.isInDoubt) throw this.watch.failed(new Error('the log could not be written to the disk'));
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
      rollBack(transaction);
      throw isLogFailure(error) ? this.watch.failed(error) : asGraphError(error);
    }
  }

  private requireDisk(): void {
    const { waitingMs } = this.wal;
    if (waitingMs < STUCK_AFTER_MS) return;
    throw this.watch.failed(
      new Error(`the disk has been busy with one sync for ${Math.round(waitingMs)} ms`),
    );
  }

  private readonly refuse = (error: unknown): never => {
    throw this.watch.failed(error);
  };

  /** @throws as long as nothing can be kept */
  private async probe(): Promise<void> {
    await this.log?.rescue();
    await this.write((tx) => tx.run(probeWrite, { at: new Date().toISOString() }));
  }
}

/** Leaves away the end of the log that a power cut has torn, and says so. */
function openWhatIsWhole(path: string): GrafeoDB {
  const torn = setTornTailAside(path);
  try {
    const db = grafeo.GrafeoDB.create(path);
    if (torn) tellOfTornLog(torn);
    return db;
  } catch (error) {
    if (torn) rmSync(torn.keptIn, { force: true });
    if (!messageOf(error).includes('damaged')) throw error;
    throw new Error(
      `The graph in ${dirname(path)} is damaged where it was safely on the disk, so the disk is not to be trusted. ` +
        `Nothing was changed. Copy the folder to another disk and restore a backup. ${messageOf(error)}`,
      { cause: error },
    );
  }
}

function tellOfTornLog({ keptIn, bytes, framesBefore, framesAfter }: TornLog): void {
  const logger = new Logger('graph');
  const kept = `All ${framesBefore} writes before it are kept; the ${bytes} bytes are set aside in ${keptIn}.`;
  if (framesAfter === 0) logger.warn(`the last write in the log had not finished and was left away. ${kept}`);
  else
    logger.error(
      `the log is damaged, and ${framesAfter} whole writes behind the damage could not be taken in. ${kept}`,
    );
}

function rollBack(transaction: Transaction): void {
  try {
    if (transaction.isActive) transaction.rollback();
  } catch {
    // A commit that failed has been undone by the engine.
  }
}

/** The engine could not write its log, and has undone the transaction. */
function isLogFailure(error: unknown): boolean {
  return messageOf(error).includes('GRAFEO-T009');
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
  const message = messageOf(error);
  return message.includes('GRAFEO-V001') && message.includes('UNIQUE')
    ? new UniquenessViolation(message, { cause: error })
    : error;
}

function messageOf(error: unknown): string {
  // Not `instanceof`: the addon's errors come from another realm when modules run in a VM context.
  return String((error as { message?: unknown } | null)?.message ?? '');
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
