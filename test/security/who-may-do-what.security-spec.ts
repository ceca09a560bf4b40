import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApiDocument } from '../../libs/platform/http/openapi.js';
import { routesOf } from '../api/platform/app-routes.js';
import { type Answer, TEST_PASSWORD, type TestClient, TestServer } from '../api/test-server.js';
import {
  type AccessRow,
  type AccessTable,
  addressOf,
  ask,
  type Community,
  type Fields,
  type Ids,
  rowsOf,
} from './access-table.js';
import { GraphWatch } from './graph-watch.js';
import { MetAnswers, operationsOf } from './met-answers.js';
import { ASKERS, type Asker, gatherPeople } from './people.js';
import { askForRareAnswers } from './rare-answers.js';
import { askInVain, askTooOften, askWithoutGraph } from './refused-requests.js';
import { atlas } from './rooms/atlas.table.js';
import { cases } from './rooms/cases.table.js';
import { commitments } from './rooms/commitments.table.js';
import { dialogues } from './rooms/dialogues.table.js';
import { discussions } from './rooms/discussions.table.js';
import { explore } from './rooms/explore.table.js';
import { identity } from './rooms/identity.table.js';
import { learning } from './rooms/learning.table.js';
import { platform } from './rooms/platform.table.js';

const TABLES = { atlas, cases, commitments, dialogues, discussions, explore, identity, learning, platform };
const PATIENCE_MS = 90_000;

describe('who may do what', () => {
  let server: TestServer;
  let community: Community;
  let watch: GraphWatch;
  let met: MetAnswers;

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    met = new MetAnswers(
      operationsOf((await server.visitor().get<OpenApiDocument>('/api/openapi.json')).body),
    );
    community = { server, people: await gatherPeople(server) };
    watch = new GraphWatch(server);
  });

  afterAll(async () => {
    watch.stop();
    met.stop();
    await server.stop();
  });

  it('is written down for every route, and for none that is not there', () => {
    const asked = new Set(Object.values(TABLES).flatMap((table) => rowsOf(table).map(({ route }) => route)));
    const routes = routesOf(server).map(({ method, path }) => `${method} ${path}`);
    expect({
      missing: routes.filter((route) => !asked.has(route)),
      gone: [...asked].filter((route) => !routes.includes(route)),
    }).toEqual({ missing: [], gone: [] });
  });

  it('asks each route with an object also about one that is not there', () => {
    const silent = Object.values(TABLES).flatMap((table) => {
      const rows = rowsOf(table);
      const known = new Set(
        rows.filter(({ object }) => object.startsWith('unknown')).map(({ route }) => route),
      );
      return rows
        .filter(({ route, object }) => object !== 'nothing' && !known.has(route))
        .map(({ route }) => route);
    });
    expect([...new Set(silent)]).toEqual([]);
  });

  describe.each(Object.entries(TABLES))('in %s', (_name, table) => {
    const made = new Map<string, Ids>();
    const answers = new Map<string, Told>();
    const wrote: string[] = [];

    it(
      'is as the table says',
      async () => {
        const rows = rowsOf(table);
        const told: string[] = [];
        for (const row of rows) {
          const cells: string[] = [];
          for (const asker of ASKERS) {
            if (row.expected[asker] === undefined) cells.push('-');
            else cells.push(await tell(row, asker));
          }
          told.push(lineOf(row, cells));
        }
        const expected = rows.map((row) =>
          lineOf(
            row,
            ASKERS.map((asker) => String(row.expected[asker] ?? '-')),
          ),
        );
        expect(told).toEqual(expected);
      },
      PATIENCE_MS,
    );

    it('is the same for what is hidden and for what is not there, in words and in work', () => {
      const rows = rowsOf(table);
      const different: unknown[] = [];
      for (const row of rows.filter(({ object }) => !object.startsWith('unknown'))) {
        const unknown = rows.find((other) => isTwin(other, row));
        if (!unknown) continue;
        for (const asker of ASKERS) {
          const hidden = answers.get(nameOf(row, asker));
          const missing = answers.get(nameOf(unknown, asker));
          const shown = table.hidden?.[row.object] && !table.hidden[row.object]?.includes(asker);
          if (shown) continue;
          if (!hidden || !missing || hidden.status !== missing.status) continue;
          if (JSON.stringify(hidden) !== JSON.stringify(missing))
            different.push({ row: nameOf(row, asker), hidden, missing });
        }
      }
      expect(different).toEqual([]);
    });

    it('changes nothing where it only reads', () => {
      expect(wrote).toEqual([]);
    });

    /** Asks, and keeps what a refusal said. Things are made anew once a request may have changed them. */
    const tell = async (row: AccessRow, asker: Asker): Promise<string> => {
      const client = await clientFor(row, asker);
      const thing = `${asker} ${row.object}`;
      const ids = made.get(thing) ?? (await makeFor(row, asker));
      made.set(thing, ids);
      const fields = await fieldsFor(table, row, ids);
      let answer = await ask(client, row, ids, fields);
      if (row.method === 'GET' && (await watch.writesOfLastRequest()) > 0) wrote.push(nameOf(row, asker));
      // Asked once more, as what the first request puts into a cache must not count as work for one thing alone.
      if (answer.status >= 400 || looksMissing(row, asker)) {
        answer = await ask(client, row, ids, fields);
        const queries = await watch.queriesOfLastRequest();
        answers.set(nameOf(row, asker), whatItTold(answer, row, ids, queries));
      } else if (row.method !== 'GET') made.clear();
      return String(answer.status);
    };

    const looksMissing = ({ object, method }: AccessRow, asker: Asker): boolean =>
      method === 'GET' &&
      (object.startsWith('unknown') || (table.hidden?.[object]?.includes(asker) ?? false));

    const clientFor = async ({ route }: AccessRow, asker: Asker): Promise<TestClient> => {
      const client = community.people[asker];
      if (!table.afresh?.includes(route)) return client;
      const browser = server.visitor();
      if (asker === 'visitor') return browser;
      await browser.post('/api/v1/auth/login', { email: client.person.email, password: TEST_PASSWORD });
      return browser;
    };

    const makeFor = async (row: AccessRow, asker: Asker): Promise<Ids> => {
      const maker = row.object === 'nothing' ? () => ({}) : table.objects[row.object];
      if (!maker) throw new Error(`nobody makes ${row.object}`);
      return maker(community, asker);
    };

    const fieldsFor = async (
      { sent = {} }: AccessTable,
      { route, object }: AccessRow,
      ids: Ids,
    ): Promise<Fields | undefined> => {
      const fields = sent[`${route} of ${object}`] ?? sent[route];
      return typeof fields === 'function' ? fields(ids, community) : fields;
    };
  });

  it(
    'comes with every answer that the description of the API speaks of, and with no other',
    async () => {
      const { administrator } = community.people;
      const narrow = { name: 'may only write', scopes: ['write'] };
      const { body } = await administrator.post<{ token: string }>('/api/v1/me/tokens', narrow);
      for (const operation of met.operations) await askInVain(operation, community.people, body.token);
      const surprises = await askForRareAnswers(community);
      await askTooOften(met.operations.filter(({ statuses }) => statuses.includes('429')));
      await askWithoutGraph(server, met.operations);
      const [unmet, undocumented] = [met.unmet(), met.undocumented()];
      expect({ surprises, unmet, undocumented }).toEqual({ surprises: [], unmet: [], undocumented: [] });
    },
    PATIENCE_MS,
  );
});

/** What a refusal tells about the thing that was asked for. */
interface Told {
  status: number;
  body: string;
  queries: string[];
}

function whatItTold(answer: Answer, row: AccessRow, ids: Ids, queries: string[]): Told {
  let body = answer.text
    .replace(/"correlationId":"[^"]*"/, '')
    .replace(/[0-9a-f-]{36}/g, '')
    .replace(/ nonce="[^"]*"/g, '');
  const address = addressOf(row.path, ids);
  for (const named of [
    address,
    address.replaceAll('&', '&amp;'),
    encodeURIComponent(address),
    ...Object.values(ids).filter((id) => id.length > 3),
  ])
    body = body.replaceAll(named, '…');
  return { status: answer.status, body, queries };
}

function isTwin(unknown: AccessRow, { method, path }: AccessRow): boolean {
  return unknown.method === method && unknown.path === path && unknown.object.startsWith('unknown');
}

function nameOf(row: AccessRow, asker: Asker): string {
  return `${row.method} ${row.path} of ${row.object} by ${asker}`;
}

function lineOf({ method, path, object }: AccessRow, cells: string[]): string {
  return `${`${method.padEnd(6)} ${path}`.padEnd(58)} | ${object.padEnd(36)} | ${cells.join(' | ')}`;
}
