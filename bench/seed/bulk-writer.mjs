import { built } from './open-community.mjs';

const ROWS_PER_QUERY = 2000;

/**
 * Takes what the rooms' own writers do to a transaction and does it by the thousand: each of their queries is run
 * once over a list of parameters (`UNWIND`) instead of once for each; what takes a list already is given a longer one.
 * The rooms stay the only place that knows what is written.
 */
export class BulkWriter {
  #graph;
  #markDelivered;
  #writeQuery;
  #isEmbedded;
  #queued = new Map();
  #rows = 0;
  #sequences = new Map();
  #events = [];
  written = 0;

  static async on(community) {
    const [{ Graph, writeQuery }, { markEventsDelivered }] = await Promise.all([
      built('libs/platform/graph/graph.js'),
      built('libs/platform/events/events.cypher.js'),
    ]);
    const writer = new BulkWriter();
    writer.#graph = community.get(Graph);
    writer.#writeQuery = writeQuery;
    writer.#markDelivered = markEventsDelivered;
    writer.#isEmbedded = !community.config.settings.GRAPH_URL;
    return writer;
  }

  /** The transaction to give to the rooms' writers. Their events wait for nobody: nothing listens while seeding. */
  tx = {
    run: async (query, params) => {
      // What is asked on the way was there before: countries, themes. What is queued is not seen yet.
      if (query.mode === 'read') return this.#graph.read(query, params);
      this.#complete(query, params);
      const list = listIn(params);
      const rows = list ? params[list] : [params];
      const queued = this.#queued.get(query.name) ?? { query, list, rows: [] };
      queued.rows.push(...rows);
      this.#queued.set(query.name, queued);
      this.#rows += rows.length;
      return rows.flatMap((row) =>
        this.#answersTo(query.name, row).map((answer) => ({ ...answer, ...this.#numberOfEvent(row) })),
      );
    },
    afterCommit: () => {},
  };

  /** A graph for use cases that open their transaction themselves. */
  get graph() {
    return { read: (query, params) => this.#graph.read(query, params), write: (work) => work(this.tx) };
  }

  /** Call between things that belong together. */
  async flushIfFull() {
    if (this.#rows >= ROWS_PER_QUERY * 2) await this.flush();
  }

  async flush() {
    for (const { query, list, rows } of this.#queued.values()) {
      const bulk = list ? query : this.#writeQuery(`bench/${query.name}`, overRows(query.text));
      for (const piece of this.#piecesOf(rows))
        await this.#graph.write((tx) => tx.run(bulk, { [list ?? 'rows']: piece }));
    }
    if (this.#events.length > 0)
      await this.#graph.write((tx) => tx.run(this.#markDelivered, { keys: this.#events }));
    this.written += this.#rows;
    this.#queued.clear();
    this.#rows = 0;
    this.#events = [];
  }

  #complete(query, params) {
    const missing = [...query.text.matchAll(/\$(\w+)/g)].find(([, name]) => params[name] === undefined);
    if (missing) throw new Error(`${query.name} wants $${missing[1]}, which its writer does not give`);
  }

  #answersTo(name, params) {
    if (name === 'atlas/ensure-actors') return params.actors.map((actor) => ({ ...actor, created: true }));
    return [params];
  }

  /** What a statement that appends an event will say of it. */
  #numberOfEvent({ eventRoom }) {
    if (eventRoom === undefined) return {};
    const seq = (this.#sequences.get(eventRoom) ?? 0) + 1;
    this.#sequences.set(eventRoom, seq);
    this.#events.push(`${eventRoom}#${seq}`);
    return { seq };
  }

  /** Neo4j reads a whole list before it writes any of it, so a room's numbers must not meet in one query there. */
  #piecesOf(rows) {
    if (this.#isEmbedded || rows[0]?.eventRoom === undefined) return inPieces(rows);
    const rounds = [];
    const seen = new Map();
    for (const row of rows) {
      const round = seen.get(row.eventRoom) ?? 0;
      seen.set(row.eventRoom, round + 1);
      rounds[round] ??= [];
      rounds[round].push(row);
    }
    return rounds.flatMap(inPieces);
  }
}

/** The name of the list of rows that is all that a query takes; undefined where it takes values. */
function listIn(params) {
  const [[name, value] = [], ...others] = Object.entries(params);
  return others.length === 0 && Array.isArray(value) && typeof value[0] === 'object' ? name : undefined;
}

function overRows(text) {
  return `UNWIND $rows AS row\n${text.replace(/\$(\w+)/g, 'row.$1').replace(/\bWITH /g, 'WITH row, ')}`;
}

function inPieces(rows) {
  const pieces = [];
  for (let at = 0; at < rows.length; at += ROWS_PER_QUERY) pieces.push(rows.slice(at, at + ROWS_PER_QUERY));
  return pieces;
}
