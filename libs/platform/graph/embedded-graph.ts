import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { GrafeoDB } from '@grafeo-db/js';
import { type DomainError, unavailable } from '../errors/domain-error.js';
import { DiskPace } from './disk-pace.js';
import {
  asGraphError,
  COMMITS_NO_MORE,
  hasCode,
  LOG_NOT_WRITTEN,
  openEngine,
  rollBack,
  rowsOf,
  run,
  WRITTEN_BUT_NOT_SYNCED,
} from './embedded-engine.js';
import {
  type CypherQuery,
  Graph,
  type GraphHealth,
  type GraphParams,
  type GraphTransaction,
  type QueryPlan,
  type SchemaIndex,
} from './graph.js';
import { reopenEngine, requireWorkingDisk } from './reopen-engine.js';
import { findingsOfTornTails } from './torn-tail.js';
import { WalSync } from './wal-sync.js';
import { probeWrite } from './write-probe.js';
import { WriteWatch } from './write-watch.js';

export interface EmbeddedGraphOptions {
  /** `full`: a write is on disk before it is acknowledged. `relaxed`: the system writes it out when it likes. */
  durability?: 'full' | 'relaxed';
}

/** A disk that has not finished a sync for so long is taken for stuck: nobody else is made to wait for it. */
const STUCK_AFTER_MS = 5_000;

/**
 * The graph in this process, in one file. Writes run one after the other: the engine refuses concurrent writes to
 * one node, and a queue costs less than repeating them. Waiting for the disk happens outside the queue, so one sync
 * serves all writes that finished meanwhile.
 */
export class EmbeddedGraph extends Graph {
  readonly isShared = false;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly wal: WalSync;
  private readonly pace: DiskPace;
  private readonly watch = new WriteWatch(() => this.probe());
  /**
   * A sync has failed, so what the system has of the log may not reach the disk, and later syncs would not tell.
   * Nothing is committed on top of it until the graph has been opened anew and written into its main file.
   */
  private isInDoubt = false;
  private reopening: Promise<void> | null = null;

  private constructor(
    private engine: GrafeoDB | null,
    private readonly path: string,
    private readonly durability: 'full' | 'relaxed',
    private readonly tailWasLost: boolean,
  ) {
    super();
    this.wal = new WalSync(path, (milliseconds) => this.pace.note(milliseconds));
    this.pace = new DiskPace(() => this.wal.sync());
  }

  static async open(path: string, options: EmbeddedGraphOptions = {}): Promise<EmbeddedGraph> {
    mkdirSync(dirname(path), { recursive: true });
    const { db, torn } = openEngine(path);
    return new EmbeddedGraph(db, path, options.durability ?? 'full', torn !== null);
  }

  async read<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<Row[]> {
    if (this.reopening) await this.reopening;
    return rowsOf<Row>(await this.db.executeCypher(query.text, params));
  }

  async write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result> {
    this.requireDisk();
    const { result, callbacks } = await this.inTurn(() => this.commit(work));
    if (this.durability === 'full') await this.syncOrDoubt();
    else this.wal.syncSoon(this.doubt);
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

  health(): GraphHealth {
    const { lastError, failures } = this.engine?.checkpointStatus() ?? { failures: 0 };
    return {
      writesRefused: this.watch.refusal,
      slowDiskMs: this.pace.slowMs,
      tailWasLost: this.tailWasLost,
      findings: [
        ...findingsOfTornTails(this.path).map(({ detail, isLoss }) => ({ ok: !isLoss, detail })),
        ...(failures > 0
          ? [{ ok: false, detail: `the log could not be folded into the file: ${lastError ?? ''}` }]
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
    // In doubt it refuses to be closed; its log is looked through when it is opened again.
    if (!this.isInDoubt) this.engine?.close();
  }

  private inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => undefined);
    return turn;
  }

  private async commit<Result>(work: (tx: GraphTransaction) => Promise<Result>) {
    // What follows a write that may be lost must not be kept without it.
    this.requireTrust();
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
      if (hasCode(error, WRITTEN_BUT_NOT_SYNCED, COMMITS_NO_MORE)) throw this.doubt(error);
      throw hasCode(error, LOG_NOT_WRITTEN) ? this.watch.failed(error) : asGraphError(error);
    }
  }

  private requireDisk(): void {
    const { waitingMs } = this.wal;
    if (waitingMs < STUCK_AFTER_MS) return;
    throw this.watch.failed(
      new Error(`the disk has been busy with one sync for ${Math.round(waitingMs)} ms`),
    );
  }

  private async syncOrDoubt(): Promise<void> {
    await this.wal.sync().catch((error: unknown) => {
      throw this.doubt(error);
    });
    // The sync of somebody else has failed, and what this one has written lies behind it.
    this.requireTrust();
  }

  private requireTrust(): void {
    if (this.isInDoubt) throw this.watch.failed(new Error(this.watch.refusal ?? 'the log is in doubt'));
  }

  private readonly doubt = (error: unknown): DomainError => {
    this.isInDoubt = true;
    return this.watch.failed(error);
  };

  /** @throws as long as nothing can be kept */
  private async probe(): Promise<void> {
    if (this.isInDoubt) await this.inTurn(() => this.openAnew());
    await this.write((tx) => tx.run(probeWrite, { at: new Date().toISOString() }));
  }

  /** The engine shows what was there until the disk works again; then, for a moment, everyone waits. */
  private async openAnew(): Promise<void> {
    requireWorkingDisk(this.path);
    this.engine = null;
    this.reopening = reopenEngine(this.path).then(
      (engine) => {
        this.engine = engine;
        this.isInDoubt = false;
      },
      (error: unknown) => {
        throw unavailable('graph/unavailable', error);
      },
    );
    await this.reopening;
    this.reopening = null;
  }

  private get db(): GrafeoDB {
    if (!this.engine) throw unavailable('graph/unavailable');
    return this.engine;
  }
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
