import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import {
  type CypherQuery,
  Graph,
  type GraphHealth,
  type GraphParams,
  type GraphTransaction,
  type QueryPlan,
  type SchemaIndex,
} from './graph.js';
import { isOfAnother, withGraphErrors } from './neo4j-errors.js';
import { readNeo4jPlan } from './neo4j-plan.js';
import { toNeo4jParams } from './neo4j-values.js';

export interface Neo4jGraphOptions {
  /** `neo4j://host` for a cluster or a single server, `bolt://host` for exactly this server; `+s` for TLS. */
  url: string;
  user?: string;
  password?: string;
  /** The user's home database by default. */
  database?: string;
}

const INDEX_BUILD_SECONDS = 600;
const INDEX_ATTEMPTS = 20;
const INDEX_RETRY_MS = 50;

/**
 * The graph on Neo4j 5. Reads go to any member of a cluster, writes to its leader; bookmarks make each read see
 * every earlier write of this process. The driver repeats work that ended in a conflict or a lost connection.
 */
export class Neo4jGraph extends Graph {
  readonly isShared = true;

  private constructor(
    private readonly driver: Driver,
    private readonly database: string | undefined,
  ) {
    super();
  }

  /** @throws DomainError `graph/unavailable` when no server answers */
  static async open({ url, user, password, database }: Neo4jGraphOptions): Promise<Neo4jGraph> {
    const auth = user ? neo4j.auth.basic(user, password ?? '') : undefined;
    const driver = neo4j.driver(url, auth, {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
      userAgent: 'minga',
      notificationFilter: { minimumSeverityLevel: 'OFF' },
      connectionTimeout: 10_000,
      connectionAcquisitionTimeout: 10_000,
      // Long enough for a new leader to be chosen; who waits longer is better told.
      maxTransactionRetryTime: 8_000,
    });
    const graph = new Neo4jGraph(driver, database);
    try {
      await graph.ping();
    } catch (error) {
      await driver.close();
      throw error;
    }
    return graph;
  }

  async read<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<Row[]> {
    return withGraphErrors(async () => {
      const { records } = await this.driver.executeQuery(query.text, toNeo4jParams(params), {
        routing: neo4j.routing.READ,
        database: this.database,
      });
      return records.map((record) => record.toObject() as Row);
    });
  }

  async write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result> {
    let callbacks: (() => void)[] = [];
    const result = await this.inSession((session) =>
      session.executeWrite((transaction) => {
        callbacks = []; // of the attempt that succeeds, not of those before
        return work({
          run: (query, params) => run(transaction, query, params),
          afterCommit: (callback) => callbacks.push(callback),
        });
      }),
    );
    for (const callback of callbacks) callback();
    return result;
  }

  /** Several processes that start at once declare the same: one of them may be refused, and is right the next time. */
  async ensureIndex(index: SchemaIndex): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inSession((session) => declareIndex(session, index));
      } catch (error) {
        if (attempt === INDEX_ATTEMPTS || !isOfAnother(error)) throw error;
        await sleep(INDEX_RETRY_MS * (attempt + Math.random()));
      }
    }
  }

  async plan<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<QueryPlan> {
    return this.inSession(async (session) => {
      const { summary } = await session.run(`EXPLAIN ${query.text}`, toNeo4jParams(params));
      if (!summary.plan) throw new Error(`Neo4j gave no plan for ${query.name}`);
      return readNeo4jPlan(summary.plan);
    });
  }

  /** Disks and damage are the server's own affair; see its log. */
  health(): GraphHealth {
    return { writesRefused: null, slowDiskMs: null, tailWasLost: false, findings: [] };
  }

  async ping(): Promise<void> {
    await withGraphErrors(() => this.driver.verifyConnectivity({ database: this.database }));
  }

  async close(): Promise<void> {
    await this.driver.close();
  }

  private async inSession<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    const session = this.driver.session({
      database: this.database,
      bookmarkManager: this.driver.executeQueryBookmarkManager,
    });
    try {
      return await withGraphErrors(() => work(session));
    } finally {
      await session.close();
    }
  }
}

async function declareIndex(session: Session, { label, property, unique }: SchemaIndex): Promise<void> {
  const lookup = `${label}_${property}_lookup`;
  if (unique) {
    // The constraint brings its own index and is refused where another one exists.
    await session.run(`DROP INDEX ${lookup} IF EXISTS`);
    await session.run(
      `CREATE CONSTRAINT ${label}_${property}_unique IF NOT EXISTS
       FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    );
  } else {
    await session.run(`CREATE INDEX ${lookup} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`);
  }
  await session.run('CALL db.awaitIndexes($seconds)', { seconds: neo4j.int(INDEX_BUILD_SECONDS) });
}

async function run<Params extends GraphParams, Row>(
  transaction: ManagedTransaction,
  query: CypherQuery<Params, Row>,
  params: Params,
): Promise<Row[]> {
  const { records } = await transaction.run(query.text, toNeo4jParams(params));
  return records.map((record) => record.toObject() as Row);
}
