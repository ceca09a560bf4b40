import type { TestClient, TestServer } from '../api/test-server.js';
import { ASKERS, type Asker, type People } from './people.js';

/** What stands in the place of the parameters of a path; further values are for bodies and queries. */
export type Ids = Record<string, string>;

/** What a table is asked in. */
export interface Community {
  server: TestServer;
  people: People;
}

/** Makes a thing for a row, and says how it is reached. */
export type Maker = (community: Community, asker: Asker) => Promise<Ids> | Ids;

export type Fields = Record<string, unknown>;

/** What is sent along: JSON to the API, a form to a page. */
export type Sent = Fields | ((ids: Ids, community: Community) => Promise<Fields> | Fields);

/** One room of the application: what there is in it, and who gets which answer. */
export interface AccessTable {
  /** Makers by the name that the rows use. */
  objects: Record<string, Maker>;
  /** By method and path, for those that take something; with ` of ` and the object where that makes a difference. */
  sent?: Record<string, Sent>;
  /** Things that must look as if they were not there, and to whom; refusals must look so to everyone. */
  hidden?: Record<string, readonly Asker[]>;
  /** Routes that end a session or begin one: each is asked in a new browser of the asker. */
  afresh?: string[];
  /**
   * One row a line: method, path, object, and the status that each asker gets, in the order of `ASKERS`; `-` where it
   * is not asked. A query may follow the path, with `{name}` for an id. Empty lines and headings (`#`) are for readers.
   */
  rows: string;
}

export interface AccessRow {
  /** `POST /api/v1/threads/:id/posts`, as the controller declares it. */
  route: string;
  method: string;
  /** With the query. */
  path: string;
  object: string;
  expected: Partial<Record<Asker, number>>;
}

const COLUMN = /\s*\|\s*/;

export function rowsOf({ rows }: AccessTable): AccessRow[] {
  return rows
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [request = '', object = '', ...cells] = line.split(COLUMN);
      const [method = '', path = ''] = request.split(/\s+/);
      if (cells.length !== ASKERS.length) throw new Error(`${ASKERS.length} answers are needed: ${line}`);
      const expected: AccessRow['expected'] = {};
      for (const [index, asker] of ASKERS.entries())
        if (cells[index] !== '-') expected[asker] = Number(cells[index]);
      return { route: `${method} ${path.split('?')[0]}`, method, path, object, expected };
    });
}

/** The path with the ids of a thing in place of its parameters. */
export function addressOf(path: string, ids: Ids): string {
  const idOf = (name: string): string => {
    const id = ids[name];
    if (id === undefined) throw new Error(`nothing stands for ${name} in ${path}`);
    return encodeURIComponent(id);
  };
  const [route = '', query] = path.split('?');
  const filled = route.replace(/:(\w+)/g, (_, name: string) => idOf(name));
  return query === undefined
    ? filled
    : `${filled}?${query.replace(/\{(\w+)\}/g, (_, name: string) => idOf(name))}`;
}

export function isApi(path: string): boolean {
  return path.startsWith('/api/') || path.startsWith('/internal/');
}

/** Asks for a row as a program or, for a page, as a browser would. */
export function ask(client: TestClient, { method, path }: AccessRow, ids: Ids, fields: Fields | undefined) {
  const address = addressOf(path, ids);
  if (isApi(path)) {
    const body = fields === undefined ? undefined : JSON.stringify(fields);
    return client.send<unknown>(method, address, body, body ? { 'content-type': 'application/json' } : {});
  }
  if (method === 'POST') return client.form(address, (fields ?? {}) as Record<string, string | string[]>);
  return client.get(address, { accept: 'text/html' });
}
