import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenApiDocument } from '../../../libs/platform/http/openapi.js';
import { TestServer } from '../test-server.js';
import { routesOf } from './app-routes.js';

interface Operation {
  operationId: string;
  summary: string;
  parameters: { name: string; in: string; required: boolean; schema: object }[];
  requestBody?: { content: Record<string, { schema: object }> };
  responses: Record<string, { description: string; content?: Record<string, { schema: object }> }>;
  security: Record<string, string[]>[];
}

describe('the description of the API', () => {
  let server: TestServer;
  let document: OpenApiDocument & {
    info: Record<string, string>;
    components: { schemas: object; securitySchemes: object };
  };
  let operations: { path: string; method: string; operation: Operation }[];

  beforeAll(async () => {
    server = await TestServer.start();
    const answer = await server.visitor().get<typeof document>('/api/openapi.json');
    expect(answer.status).toBe(200);
    document = answer.body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({
        path,
        method,
        operation: operation as unknown as Operation,
      })),
    );
  });

  afterAll(() => server.stop());

  it('is OpenAPI 3.1 with a title, a version, a licence and an address', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d+$/);
    expect(document).toMatchObject({
      info: { title: 'Minga', version: expect.any(String), license: { identifier: 'AGPL-3.0-or-later' } },
      servers: [{ url: expect.stringMatching(/^https?:\/\//) }],
    });
  });

  it('describes each route of the API, and no other', () => {
    const described = operations.map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const routes = routesOf(server)
      .filter(({ path }) => path.startsWith('/api/v1/'))
      .map(({ path, method }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    expect(described.sort()).toEqual(routes.sort());
  });

  it('gives each operation a name of its own and a summary', () => {
    const names = operations.map(({ operation }) => operation.operationId);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(operations.filter(({ operation }) => !operation.summary).map(({ path }) => path)).toEqual([]);
  });

  it('declares what stands in a path, once, and nothing else as such', () => {
    const wrong = operations.filter(({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      const declared = operation.parameters.filter((parameter) => parameter.in === 'path');
      const names = declared.map(({ name }) => name).sort();
      return String(names) !== String(inPath) || declared.some(({ required }) => required !== true);
    });
    expect(wrong.map(({ path, method }) => `${method} ${path}`)).toEqual([]);
  });

  it('gives every parameter and every body a schema, and every answer a description', () => {
    for (const { path, method, operation } of operations) {
      const where = `${method} ${path}`;
      const contents = [operation.requestBody, ...Object.values(operation.responses)].flatMap((part) =>
        Object.values(part?.content ?? {}),
      );
      const schemas = [...operation.parameters, ...contents].map(({ schema }) => typeof schema);
      expect([where, new Set([...schemas, 'object'])]).toEqual([where, new Set(['object'])]);
      const statuses = Object.keys(operation.responses);
      expect([where, statuses.filter((status) => !/^[2345]\d\d$/.test(status))]).toEqual([where, []]);
      expect([where, statuses.filter((status) => status < '300').length]).toEqual([where, 1]);
      for (const { description } of Object.values(operation.responses)) expect(description).not.toBe('');
    }
  });

  it('refers only to what it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    expect(references.length).toBeGreaterThan(0);
    const dangling = references.filter((reference) => resolve(document, reference) === undefined);
    expect([...new Set(dangling)]).toEqual([]);
  });

  it('names only ways to sign in that it explains', () => {
    const known = Object.keys(document.components.securitySchemes);
    const used = operations.flatMap(({ operation }) => operation.security.flatMap((way) => Object.keys(way)));
    expect([...new Set(used)].filter((way) => !known.includes(way))).toEqual([]);
  });

  it('is kept: what is refused has the declared shape of a problem', async () => {
    const answer = await server.visitor().get<Record<string, unknown>>('/api/v1/threads/nothing');
    const { required, properties } = (
      document.components.schemas as { Problem: { required: string[]; properties: object } }
    ).Problem;
    expect(Object.keys(answer.body)).toEqual(expect.arrayContaining(required));
    expect(Object.keys(answer.body).filter((name) => !(name in properties))).toEqual([]);
  });
});

/** Follows `#/a/b` from the top of the document. */
function resolve(document: unknown, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], document);
}
