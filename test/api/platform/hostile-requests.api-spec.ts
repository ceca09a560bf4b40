import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestServer } from '../test-server.js';
import { programHeaders } from './administrator.js';
import { type AppRoute, fillPath, routesOf } from './app-routes.js';

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';
const DEPTH = 20_000;
const PATIENCE_MS = 60_000;

const deepArray = '['.repeat(DEPTH) + ']'.repeat(DEPTH);
const deepObject = `${'{"a":'.repeat(DEPTH)}1${'}'.repeat(DEPTH)}`;

/** Values that no field expects; each goes into all fields of a route at once, and into some of them alone. */
const ODD_VALUES: unknown[] = [
  null,
  -1,
  1e300,
  [],
  [[]],
  {},
  true,
  '',
  '\u0000',
  '\ud800',
  '𐀀'.repeat(3000),
  ['x', null],
];

const ODD_BODIES: [string, string | Uint8Array][] = [
  [JSON_TYPE, ''],
  [JSON_TYPE, '{'],
  [JSON_TYPE, 'null'],
  [JSON_TYPE, '[]'],
  [JSON_TYPE, '"text"'],
  [JSON_TYPE, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'],
  [JSON_TYPE, deepArray],
  [JSON_TYPE, deepObject],
  [JSON_TYPE, new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  [`${JSON_TYPE}; charset=utf-16`, '{"a":1}'],
  [FORM_TYPE, 'a[b][c]=1&a=2&__proto__=x&_csrf=1&%=%%'],
  [FORM_TYPE, new Uint8Array([0x61, 0x3d, 0xff, 0xfe])],
  ['text/plain', 'text'],
  ['application/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'],
  ['multipart/form-data; boundary=x', '--x\r\n\r\n'],
  ['nonsense', 'x'],
];

const ODD_QUERIES = [
  'cursor=x&limit=x',
  'cursor=OTk5OSA&limit=0',
  `cursor=${Buffer.from("9999 x' OR 1=1").toString('base64url')}`,
  `cursor=${Buffer.from('2026-13-99T99:99:99Z a').toString('base64url')}`,
  'cursor=-1&limit=-1',
  'cursor=1e9&limit=1e9',
  'cursor=a&cursor=b&limit=1&limit=2',
  'lang=xx&lang=en',
  'lang=tlh',
  'q=%22%28NEAR%2A%20AND&type=%00',
  'q=%FF%FE&about=%ED%A0%80',
  `q=${'%F0%9F%8C%8A'.repeat(400)}`,
  'from=a&to=b&key=country:&about=%27',
  'token=',
  'after=x&sort=__proto__&type=constructor',
];

const ODD_IDS = [
  '%00',
  '%FF',
  '%ED%A0%80',
  '..%2F..%2Fetc',
  '__proto__',
  "'",
  '{}',
  '-1',
  '1e999',
  '%F0%9F%8C%8A',
  'x'.repeat(290),
  'x'.repeat(2000),
];

describe('odd and hostile requests', () => {
  let server: TestServer;
  let routes: AppRoute[];
  let authorization: Record<string, string>;
  const broken: string[] = [];

  beforeAll(async () => {
    server = await TestServer.start({ LOG_LEVEL: 'silent' });
    routes = routesOf(server);
    authorization = await programHeaders(server);
  });

  afterAll(() => server.stop());

  /** Notes a request that broke the server; a refusal is what it should be. */
  const send = async (method: string, path: string, contentType?: string, body?: string | Uint8Array) => {
    const response = await fetch(`${server.url}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...authorization, ...(contentType ? { 'content-type': contentType } : {}) },
      ...(method === 'GET' ? {} : { body: body as BodyInit }),
    });
    const text = await response.text();
    const summary = `${method} ${path.slice(0, 80)} ${contentType ?? ''} ${String(body ?? '').slice(0, 60)}`;
    if (response.status >= 500) broken.push(`${response.status} ${summary}`);
    if (/node_modules|\.ts:\d|\.js:\d/.test(text)) broken.push(`shows its insides: ${summary}`);
    return response.status;
  };
  const writes = () => routes.filter(({ method }) => method !== 'GET');

  /** The requests of one route at a time, so that it stays clear which one broke something. */
  const sendAll = async <Item>(items: Item[], request: (item: Item) => Promise<number>) =>
    new Set(await Promise.all(items.map(request)));

  it(
    'in bodies are refused',
    async () => {
      for (const { method, path } of writes())
        await sendAll(ODD_BODIES, ([type, body]) => send(method, fillPath(path, '1'), type, body));
      expect(broken.splice(0)).toEqual([]);
      expect(({} as { polluted?: boolean }).polluted).toBe(undefined);
    },
    PATIENCE_MS,
  );

  it(
    'in fields are refused',
    async () => {
      for (const { method, path, contract } of writes()) {
        const fields = Object.keys((contract?.body as { shape?: object } | undefined)?.shape ?? {});
        const everywhere = ODD_VALUES.map((value) =>
          Object.fromEntries(fields.map((field) => [field, value])),
        );
        const alone = fields.map((field, index) => ({ [field]: ODD_VALUES[index % ODD_VALUES.length] }));
        await sendAll([...everywhere, ...alone], (body) =>
          send(method, fillPath(path, '1'), JSON_TYPE, JSON.stringify(body)),
        );
      }
      expect(broken.splice(0)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'in queries are refused',
    async () => {
      for (const { path } of routes.filter(({ method }) => method === 'GET'))
        await sendAll(ODD_QUERIES, (query) => send('GET', `${fillPath(path, '1')}?${query}`));
      expect(broken.splice(0)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it(
    'in paths are refused',
    async () => {
      for (const { method, path } of routes.filter((route) => route.path.includes(':'))) {
        const type = method === 'GET' ? undefined : JSON_TYPE;
        await sendAll(ODD_IDS, (id) => send(method, fillPath(path, id), type, '{}'));
      }
      expect(broken.splice(0)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it.each([
    ['too long', 'x'.repeat(10_000), 400, 'platform/invalid-input'],
    ['unreadable', '%zz%FF', 404, 'platform/not-found'],
  ])('to an address that is %s are answered like others', async (_what, id, status, code) => {
    const visitor = server.visitor();
    const answer = await visitor.get<{ code: string }>(`/api/v1/threads/${id}`);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    const page = await visitor.get(`/threads/${id}`, { 'accept-language': 'fr' });
    expect(page.status).toBe(404);
    expect(page.text).toContain('<html lang="fr"');
    for (const { headers } of [answer, page]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it(
    'that are too large are refused as such',
    async () => {
      const body = JSON.stringify({ body: 'x'.repeat(1.1 * 1024 * 1024) });
      const statuses = await sendAll(writes(), ({ method, path }) =>
        send(method, fillPath(path, '1'), JSON_TYPE, body),
      );
      expect([...statuses]).toEqual([413]);
      expect(broken.splice(0)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('leave the server as it was', async () => {
    expect((await server.visitor().get('/api/v1/me', authorization)).status).toBe(200);
    expect((await server.visitor().get('/readyz')).status).toBe(200);
  });
});
