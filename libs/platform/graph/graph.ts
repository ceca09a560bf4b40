/**
 * The graph port. Cypher goes in, plain rows come out. Two engines stand behind it: an embedded one
 * (`EmbeddedGraph`) and Neo4j (`Neo4jGraph`); every query text must run on both (see test/engines).
 */

/** A value that both engines store and return unchanged. Times are ISO 8601 strings in UTC. */
export type GraphValue = null | boolean | number | string | GraphValue[] | { [key: string]: GraphValue };

export type GraphParams = Record<string, unknown>;

/** A named Cypher text. `Row` is the shape of one answer row, `Params` that of the parameters. */
export interface CypherQuery<Params extends GraphParams, Row> {
  readonly name: string;
  readonly text: string;
  readonly mode: 'read' | 'write';
  /** Never set: carries the types only. */
  readonly _types?: { params: Params; row: Row };
}

/**
 * Declares a query that changes nothing.
 * @param name `room/what-it-finds`, unique in the project: used in logs, metrics and the conformance suite.
 */
export function readQuery<Params extends GraphParams, Row>(
  name: string,
  text: string,
): CypherQuery<Params, Row> {
  return { name, text, mode: 'read' };
}

/** Declares a query that writes; it only runs inside {@link Graph.write}. */
export function writeQuery<Params extends GraphParams, Row>(
  name: string,
  text: string,
): CypherQuery<Params, Row> {
  return { name, text, mode: 'write' };
}

/** One unit of work. Everything run on it is committed together, or not at all. */
export interface GraphTransaction {
  run<Params extends GraphParams, Row>(query: CypherQuery<Params, Row>, params: Params): Promise<Row[]>;
  /** Called once after the commit is durable; never when the work failed. */
  afterCommit(callback: () => void): void;
}

/** An index, unique or not, on one property of one label. */
export interface SchemaIndex {
  label: string;
  property: string;
  unique: boolean;
}

/** One step of a room's schema. Steps run once, in the order of their ids within a room. */
export interface Migration {
  /** `room/0001-what-it-does` */
  id: string;
  indexes?: SchemaIndex[];
  /** Changes to data; runs after the indexes, in one transaction. */
  change?: (tx: GraphTransaction) => Promise<void>;
}

export function uniqueIndex(label: string, property: string): SchemaIndex {
  return { label, property, unique: true };
}

export function lookupIndex(label: string, property: string): SchemaIndex {
  return { label, property, unique: false };
}

/** What an engine says about how it would run a query, for the conformance suite. */
export interface QueryPlan {
  /** Labels that the plan reads from end to end; empty when each pattern starts at an index. */
  scannedLabels: string[];
  /** The engine's own words. */
  detail: string;
}

/** How an engine fares, beyond whether it answers. */
export interface GraphHealth {
  /** Why nothing can be written now, in the engine's words; null when it can. */
  writesRefused: string | null;
  /** How long its disk takes to keep a write, when that is too long; null when it is well. */
  slowDiskMs: number | null;
  /** The last writes were found damaged when it was opened, so what was made of them elsewhere may be ahead of it. */
  tailWasLost: boolean;
  /** What happened to the data that an operator should know. `ok` is false where something has to be done. */
  findings: { ok: boolean; detail: string }[];
}

export abstract class Graph {
  /** Whether other processes may work on the same graph. */
  abstract readonly isShared: boolean;

  /** Runs a query outside any transaction and returns all rows. */
  abstract read<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<Row[]>;

  /**
   * Runs `work` in one transaction and resolves when its commit is durable. On a conflict `work` is run again,
   * so it must have no effect outside the transaction except through {@link GraphTransaction.afterCommit}.
   * A transaction that guards an invariant first writes the node that owns it.
   * @throws {DomainError} `graph/cannot-write` while the disk keeps nothing, `graph/unavailable` without an engine
   */
  abstract write<Result>(work: (tx: GraphTransaction) => Promise<Result>): Promise<Result>;

  /** Creates the index if it is missing. */
  abstract ensureIndex(index: SchemaIndex): Promise<void>;

  /** How the engine would run the query. */
  abstract plan<Params extends GraphParams, Row>(
    query: CypherQuery<Params, Row>,
    params: Params,
  ): Promise<QueryPlan>;

  /** What the engine knows of its own state, without asking it anything. */
  abstract health(): GraphHealth;

  /** Resolves when the engine answers; throws `graph/unavailable` otherwise. */
  abstract ping(): Promise<void>;

  /** Waits for running work and releases the engine. */
  abstract close(): Promise<void>;
}
