import type { OpenApiDocument } from '../../../../libs/platform/http/openapi.js';
import { exampleOf, fieldsOf, type JsonSchema, type SchemaField } from './json-schema.js';

/** One operation of the API, as the reference shows it. */
export interface ApiOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  description?: string;
  /** Whether somebody must be signed in, or a token sent. */
  needsSignIn: boolean;
  permission?: string;
  parameters: SchemaField[];
  body: SchemaField[];
  answer: SchemaField[];
  /** Status of success, then those of refusal. */
  statuses: string[];
  /** A call that can be copied into a terminal. */
  example: string;
}

/** Operations of one kind of thing, such as `cases`. */
export interface ApiGroup {
  name: string;
  operations: ApiOperation[];
}

interface RawOperation {
  operationId: string;
  summary: string;
  description?: string;
  'x-permission'?: string;
  security: Record<string, unknown>[];
  parameters: { name: string; in: 'path' | 'query'; required: boolean; schema: JsonSchema }[];
  requestBody?: { content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema: JsonSchema }> }>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

/** The operations of the OpenAPI document by the first part of their path, shortest paths first. */
export function groupOperations(document: OpenApiDocument, server: string): ApiGroup[] {
  const groups = new Map<string, ApiOperation[]>();
  for (const [path, methods] of Object.entries(document.paths)) {
    const name = path.split('/')[3] ?? path;
    const operations = METHODS.filter((method) => method in methods).map((method) =>
      toOperation(server, path, method, methods[method] as unknown as RawOperation),
    );
    groups.set(name, [...(groups.get(name) ?? []), ...operations]);
  }
  return [...groups]
    .map(([name, operations]) => ({ name, operations: operations.sort(byPath) }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function byPath(a: ApiOperation, b: ApiOperation): number {
  return a.path.localeCompare(b.path, 'en') || METHODS.indexOf(a.method) - METHODS.indexOf(b.method);
}

function toOperation(server: string, path: string, method: string, raw: RawOperation): ApiOperation {
  const body = jsonSchema(raw.requestBody?.content);
  const [success = '200', ...refusals] = Object.keys(raw.responses);
  const answer = jsonSchema(raw.responses[success]?.content);
  const needsSignIn = raw.security.every((way) => Object.keys(way).length > 0);
  return {
    id: raw.operationId.toLowerCase().replace('.', '-'),
    method,
    path,
    summary: raw.summary,
    description: raw.description,
    needsSignIn,
    permission: raw['x-permission'],
    parameters: raw.parameters.map(toField),
    body: body ? fieldsOf(body) : [],
    answer: answer ? fieldsOf(answer) : [],
    statuses: [success, ...refusals],
    example: exampleCall(server, path, method, raw, body),
  };
}

function jsonSchema(content: Record<string, { schema: JsonSchema }> | undefined): JsonSchema | null {
  return content?.['application/json']?.schema ?? null;
}

function toField(parameter: RawOperation['parameters'][number]): SchemaField {
  const { name, required, schema } = parameter;
  const [field] = fieldsOf({ properties: { [name]: schema }, required: required ? [name] : [] });
  return field ?? { path: name, type: 'any', required, choices: [] };
}

/** A call with what it needs at least; a token only where one is asked for. */
function exampleCall(
  server: string,
  path: string,
  method: string,
  raw: RawOperation,
  body: JsonSchema | null,
): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of raw.parameters) {
    if (place === 'query' && required) query.set(name, String(exampleOf(schema, name)));
  }
  const needsSignIn = raw.security.every((way) => Object.keys(way).length > 0);
  const address = `${server}${filled}${query.size > 0 ? `?${query}` : ''}`;
  const parts = [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${address}'`,
    ...(needsSignIn ? ["-H 'authorization: Bearer TOKEN'"] : []),
    ...(body ? ["-H 'content-type: application/json'", `-d '${JSON.stringify(exampleOf(body))}'`] : []),
  ];
  return parts.join(' \\\n  ');
}
